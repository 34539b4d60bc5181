import { type DjangoVersion, isAtLeast } from '../../version';
import { hasDatabaseColumn } from './field-questions';
import {
  type CreateModel,
  isFieldOperation,
  isIndexOperation,
  isModelOption,
  type MigrationOperation,
} from './migration-operation';
import { textRepr } from './python-repr';
import { referencesField, referencesModel } from './references';
import { literal, noneTerm, type Term } from './term';

/** What two operations come to: others in their place, or whether the second may change places with the first. */
export type Reduction = readonly MigrationOperation[] | boolean;

/** Source: each operation's `reduce`. */
export function reduced(
  operation: MigrationOperation,
  other: MigrationOperation,
  app: string,
  version: DjangoVersion,
): Reduction {
  if (operation.kind === 'CreateModel') {
    return intoModel(operation, other, version) ?? !referencesModel(other, operation.name, app);
  }
  if (isModelOption(operation)) {
    const isSame = other.kind === operation.kind || other.kind === 'DeleteModel';
    if (isSame && isNamed(other, operation.name)) return [other];
    const isOtherGroup = isTogether(operation) && isTogether(other) && other.kind !== operation.kind;
    return !referencesModel(other, operation.name, app) || isOtherGroup;
  }
  if (isFieldOperation(operation)) return reducedField(operation, other, app);
  if (isIndexOperation(operation)) return reducedEntry(operation, other);
  if (operation.kind === 'RenameModel') return !referencesModel(other, operation.newName, app);
  return !referencesModel(other, operation.name, app);
}

function isTogether({ kind }: MigrationOperation): boolean {
  return kind === 'AlterUniqueTogether' || kind === 'AlterIndexTogether';
}

function isNamed({ name }: MigrationOperation, wanted: string): boolean {
  return name.toLowerCase() === wanted.toLowerCase();
}

/** What follows the making of a model becomes part of it; null where it is about something else. */
function intoModel(model: CreateModel, other: MigrationOperation, version: DjangoVersion): Reduction | null {
  const option = (name: string, term: Term): Reduction => [
    { ...model, options: new Map([...model.options, [name, term]] as const) },
  ];
  if (isFieldOperation(other) || isIndexOperation(other)) {
    return other.model.toLowerCase() === model.name.toLowerCase() ? withPart(model, other, option, version) : null;
  }
  if (!isNamed(other, model.name)) return null;
  switch (other.kind) {
    case 'DeleteModel':
      return model.proxy ? null : [];
    case 'AlterUniqueTogether':
      return option('unique_together', groupsTerm(other.groups));
    case 'AlterIndexTogether':
      return option('index_together', groupsTerm(other.groups));
    case 'AlterOrderWithRespectTo':
      return option('order_with_respect_to', other.field === null ? noneTerm : literal(textRepr(other.field)));
    case 'AlterModelManagers':
      return [{ ...model, managers: other.managers }];
    case 'AlterModelTable':
      return isAtLeast(version, 5, 2) ? option('db_table', other.table) : null;
    case 'AlterModelTableComment':
      return isAtLeast(version, 5, 2) ? option('db_table_comment', other.comment) : null;
    default:
      return null;
  }
}

/** Groups of fields as a set of tuples. */
export function groupsTerm(groups: readonly (readonly string[])[] | null): Term {
  if (groups === null) return noneTerm;
  return {
    kind: 'set',
    items: groups.map((group) => ({ kind: 'tuple', items: group.map((name) => literal(textRepr(name))) })),
  };
}

function withPart(
  model: CreateModel,
  other: MigrationOperation,
  option: (name: string, term: Term) => Reduction,
  version: DjangoVersion,
): Reduction | null {
  const appended = (name: string, term: Term): Reduction => {
    const before = model.options.get(name);
    return option(name, { kind: 'list', items: [...(before?.kind === 'list' ? before.items : []), term] });
  };
  switch (other.kind) {
    case 'AddField':
      return [{ ...model, fields: [...model.fields, { ...other.field, name: other.name }] }];
    case 'AlterField':
      return [{ ...model, fields: model.fields.map((field) => (field.name === other.name ? other.field : field)) }];
    case 'RemoveField':
      return [{ ...model, fields: model.fields.filter(({ name }) => name !== other.name) }];
    case 'AddIndex':
      return appended('indexes', other.entry.term);
    case 'AddConstraint':
      return isAtLeast(version, 5, 1) ? appended('constraints', other.entry.term) : null;
    default:
      return null;
  }
}

function reducedField(operation: MigrationOperation, other: MigrationOperation, app: string): Reduction {
  if (!isFieldOperation(operation)) return false;
  const isSame =
    isFieldOperation(other) &&
    other.model.toLowerCase() === operation.model.toLowerCase() &&
    other.name.toLowerCase() === operation.name.toLowerCase();
  if (operation.kind === 'RenameField') {
    return !(
      referencesField(other, operation.model, operation.name, app) ||
      referencesField(other, operation.model, operation.newName, app)
    );
  }
  if (operation.kind === 'RemoveField' && other.kind === 'DeleteModel' && isNamed(other, operation.model))
    return [other];
  if (operation.kind === 'AddField' && isSame) {
    if (other.kind === 'AlterField') return [{ ...operation, field: other.field, preserveDefault: true }];
    if (other.kind === 'RemoveField') return [];
    if (other.kind === 'RenameField') return [{ ...operation, name: other.newName, preserveDefault: true }];
  }
  if (operation.kind === 'AlterField' && isSame) {
    if (other.kind === 'AlterField' || other.kind === 'RemoveField') return [other];
    if (other.kind === 'RenameField' && !hasDatabaseColumn(operation.field)) {
      return [other, { ...operation, name: other.newName, preserveDefault: true }];
    }
  }
  return !referencesField(other, operation.model, operation.name, app);
}

function reducedEntry(operation: MigrationOperation, other: MigrationOperation): Reduction {
  if (!isIndexOperation(operation) || !isIndexOperation(other)) return false;
  const isSame = other.name === operation.name && other.model.toLowerCase() === operation.model.toLowerCase();
  if (operation.kind === 'AddIndex' && other.kind === 'RemoveIndex' && other.name === operation.name) return [];
  if (operation.kind === 'AddConstraint' && isSame) {
    if (other.kind === 'RemoveConstraint') return [];
    if (other.kind === 'AlterConstraint') return [{ ...operation, entry: other.entry }];
  }
  const isLast = other.kind === 'AlterConstraint' || other.kind === 'RemoveConstraint';
  return operation.kind === 'AlterConstraint' && isLast && isSame ? [other] : false;
}

/** Folds operations into each other until nothing changes. Source: `MigrationOptimizer`. */
export function optimized(
  operations: readonly MigrationOperation[],
  app: string,
  version: DjangoVersion,
): readonly MigrationOperation[] {
  let before = operations;
  for (;;) {
    const after = optimizedOnce(before, app, version);
    if (after.length === before.length && after.every((operation, index) => operation === before[index])) return after;
    before = after;
  }
}

function optimizedOnce(
  operations: readonly MigrationOperation[],
  app: string,
  version: DjangoVersion,
): readonly MigrationOperation[] {
  const done: MigrationOperation[] = [];
  for (const [index, operation] of operations.entries()) {
    const found = reductionFrom(operations, index, operation, app, version);
    if (found !== null) return [...done, ...found];
    done.push(operation);
  }
  return done;
}

/** The operations from one on, with the first that can be folded into it; null where none can. */
function reductionFrom(
  operations: readonly MigrationOperation[],
  index: number,
  operation: MigrationOperation,
  app: string,
  version: DjangoVersion,
): readonly MigrationOperation[] | null {
  let isRight = true;
  for (let at = index + 1; at < operations.length; at += 1) {
    const other = operations[at];
    if (other === undefined) return null;
    const result = reduced(operation, other, app, version);
    if (typeof result === 'boolean') {
      if (!result) isRight = false;
      continue;
    }
    const between = operations.slice(index + 1, at);
    const rest = operations.slice(at + 1);
    if (isRight) return [...between, ...result, ...rest];
    const canPass = between.every((each) => reduced(each, other, app, version) === true);
    return canPass ? [...result, ...between, ...rest] : null;
  }
  return null;
}
