export type { OneOffDefault, Rename } from './django/migrations/write/answers';
export {
  type DjangoMigrationsRequest,
  type WrittenMigration,
  type WrittenMigrations,
  writeDjangoMigrations,
} from './django/migrations/write/write-migrations';
export { type DjangoModelsWriting, writeDjangoModels } from './django/write/write-models';
export { type SqlAlchemyWriteOptions, writeSqlAlchemyModels } from './sqlalchemy/write/write-models';
