export type * from './syntax/program';
export type * from './syntax/value';
