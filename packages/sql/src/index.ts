export * from './expressions/default';
export * from './expressions/normalize';
export * from './expressions/rename-column';
export * from './expressions/text';
export * from './types/type-name';
