export { KeptDjango } from './django/kept-django';
export { joinedMigrations, type MigrationSide, type MigrationsPart } from './django/migrations/migrations-part';
export type { ModelFacts } from './django/migrations/missing/model-facts';
export type { ModelOutline } from './django/migrations/missing/outline';
export type { ModelSide } from './django/migrations/missing/project-sides';
export { readDjangoMigrations, readDjangoMigrationsIfAny } from './django/migrations/read-migrations';
export { type ModelsPart, readMigrationsPart, readModelsPart } from './django/read-apart';
export { type DjangoReadings, readDjango } from './django/read-django';
export { type DjangoModelsOptions, readDjangoModels } from './django/reader';
export { KeptSqlAlchemy } from './sqlalchemy/kept-sqlalchemy';
export { type ModelModules, sqlAlchemyModules } from './sqlalchemy/model-modules';
export { readSqlAlchemyModels, type SqlAlchemyOptions } from './sqlalchemy/read-sqlalchemy-models';
export type { ModuleSyntax } from './syntax/ast';
export { pythonCommentsOf } from './syntax/comments';
export { describe, expressionText, valueText } from './syntax/describe';
export type { SyntaxStore } from './syntax/kept-syntax';
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
