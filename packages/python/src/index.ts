export { readDjangoMigrations, readDjangoMigrationsIfAny } from './django/migrations/read-migrations';
export { type DjangoModelsOptions, readDjangoModels } from './django/reader';
export { readSqlAlchemyModels, type SqlAlchemyOptions } from './sqlalchemy/read-sqlalchemy-models';
export * from './syntax/comments';
export * from './syntax/describe';
export { loadPythonParser, type ParserBuild } from './syntax/parser';
export type * from './syntax/program';
export * from './syntax/python-program';
export type * from './syntax/value';
