export { readDjangoMigrations, readDjangoMigrationsIfAny } from './django/migrations/read-migrations';
export type { OneOffDefault, Rename } from './django/migrations/write/answers';
export {
  type DjangoMigrationsRequest,
  type WrittenMigration,
  type WrittenMigrations,
  writeDjangoMigrations,
} from './django/migrations/write/write-migrations';
export { type DjangoReadings, readDjango } from './django/read-django';
export { type DjangoModelsOptions, readDjangoModels } from './django/reader';
export { type DjangoModelsWriting, writeDjangoModels } from './django/write/write-models';
export { type ModelModules, sqlAlchemyModules } from './sqlalchemy/model-modules';
export { readSqlAlchemyModels, type SqlAlchemyOptions } from './sqlalchemy/read-sqlalchemy-models';
export { type SqlAlchemyWriteOptions, writeSqlAlchemyModels } from './sqlalchemy/write/write-models';
export { pythonCommentsOf } from './syntax/comments';
export { describe, expressionText, valueText } from './syntax/describe';
export { loadPythonParser, type ParserBuild } from './syntax/parser';
export type {
  Arguments,
  EnumMember,
  PythonModule,
  PythonProgram,
  WrittenAssignment,
  WrittenCall,
} from './syntax/program';
export { createPythonProgram, type KnownConstant, type PythonProgramOptions } from './syntax/python-program';
export type {
  AttributeValue,
  Binding,
  BoolValue,
  BytesValue,
  CallValue,
  ClassValue,
  DictValue,
  EllipsisValue,
  ExternalValue,
  FloatValue,
  FunctionValue,
  IntValue,
  ModuleValue,
  Namespace,
  NoneValue,
  OperationValue,
  PossibleValue,
  SequenceValue,
  StrValue,
  SubscriptValue,
  UnknownValue,
  Value,
} from './syntax/value';
