import { codeOf, ServerFault } from './server-fault';

/**
 * A driver that only those install who need it. `load` imports it, with the name written out so that whatever bundles us
 * can see it. Throws `ServerFault` with the command that installs it.
 */
export async function optionalPackage<T>(name: string, label: string, load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (!/MODULE_NOT_FOUND$/.test(codeOf(error))) throw error;
    throw new ServerFault(
      `Reading ${label} needs a package that is not installed; run "npm install --save-dev ${name}".`,
    );
  }
}
