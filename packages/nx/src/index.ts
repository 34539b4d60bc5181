import { createNodes } from './graph/create-nodes';

export { createDependencies } from './graph/create-dependencies';
export { createNodes };

/** The name under which Nx 22 looks for it. */
export const createNodesV2 = createNodes;

/** The name of this plugin, as Nx prints it. */
export const name = '@canonical-schema/nx';
