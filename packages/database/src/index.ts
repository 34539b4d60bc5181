export * from './catalog/query';
export * from './catalog/read-catalog';
export * from './embedded/embedded-postgres';
