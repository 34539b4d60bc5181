import type { Column, ForeignKey } from '@canonical-schema/schema';
import { asCall, membersOf } from '../../../edits/python-file';
import type { Statement } from '../../../syntax/ast';
import type { FieldHome, FieldProblem, FieldWriting } from './field-writing';
import { defaultAccessor, type KnownModel, KnownModels } from './known-models';
import { type ArgumentCode, imported, keyword, type PythonCode, plain, positional, string } from './python-code';
import { modelsModule } from './type-fields';

/** A foreign key that is to become a field. */
export interface RelationQuestion {
  readonly key: ForeignKey;
  readonly column: Column;
  /** The field's name. */
  readonly name: string;
  readonly isOne: boolean;
  /** Must the reverse side be named, for another key of the same table has the same target? */
  readonly named: boolean;
  /** Does the field name its reverse side already? */
  readonly isNamed: boolean;
  /** Does the field say a default in Python, which SET_DEFAULT asks for? */
  readonly hasDefault: boolean;
  readonly home: FieldHome;
}

/** The arguments of a relation: its target and what follows from it. */
export type RelationAnswer =
  | { readonly kind: 'relation'; readonly args: readonly ArgumentCode[] }
  | ({ readonly kind: 'none' } & FieldProblem);

/** The arguments of a `ForeignKey` or `OneToOneField`; or why no such field says the foreign key. */
export function relationArguments(question: RelationQuestion, writing: FieldWriting): RelationAnswer {
  const { key, column, home, isOne, name } = question;
  const { table, schema, columns } = key.references;
  const models = KnownModels.of(writing);
  const target = models.modelOf({ schema, name: table });
  const [toColumn = ''] = columns;
  if (target === null) {
    return none(
      `No model has the table ${table} that ${column.name} references.`,
      `Write the model of ${table} first.`,
    );
  }
  const toField = target.fieldOf(toColumn);
  if (toField === null) {
    return none(
      `The model ${target.name} has no field for ${table}.${toColumn}, which ${column.name} references.`,
      `Write that field first.`,
    );
  }
  const toType = typeIn(key, models);
  const { hasTypeAffinity } = writing.loaded.project.backend.sql.traits;
  if (toType !== null && toType !== column.type && !hasTypeAffinity) {
    return none(
      `${column.name} is ${String(column.type)} and references ${table}.${toColumn}, which is ${toType}; a ForeignKey takes the type of its target.`,
      `Give both columns one type in the SQL.`,
    );
  }
  const args = [positional(targetCode(target, home, writing)), keyword('on_delete', onDelete(question))];
  if (toColumn !== target.keyColumn) args.push(keyword('to_field', string(toField)));
  if (question.isNamed) return { kind: 'relation', args };
  const reverse = reverseName(target, name, question, models);
  models.takeReverseNames(
    target.key,
    reverse === null ? [defaultAccessor(home.model, isOne), home.model.toLowerCase()] : [reverse],
  );
  if (reverse !== null) args.push(keyword('related_name', string(reverse)));
  return { kind: 'relation', args };
}

function none(why: string, remedy: string): RelationAnswer {
  return { kind: 'none', why, remedy };
}

function typeIn({ references }: ForeignKey, models: KnownModels): string | null {
  const table = models.wantedTable({ schema: references.schema, name: references.table });
  const type = table?.columns.find((each) => each.name === references.columns[0])?.type;
  return typeof type === 'string' ? type : null;
}

/**
 * What Django does in Python for each action; DO_NOTHING leaves it to the database. SET_NULL and SET_DEFAULT are refused
 * by Django where the field takes no NULL, or has no default.
 */
export function onDelete({
  key,
  column,
  hasDefault,
}: Pick<RelationQuestion, 'key' | 'column' | 'hasDefault'>): PythonCode {
  const names = {
    'no action': 'DO_NOTHING',
    restrict: 'PROTECT',
    cascade: 'CASCADE',
    'set null': column.nullable === true ? 'SET_NULL' : 'DO_NOTHING',
    'set default': hasDefault ? 'SET_DEFAULT' : 'DO_NOTHING',
  } as const;
  return imported(modelsModule, names[key.onDelete]);
}

/** A name for the reverse side where Django's own would clash with another's; null where it does not. */
function reverseName(
  target: KnownModel,
  name: string,
  { home, isOne, named }: RelationQuestion,
  models: KnownModels,
): string | null {
  const model = home.model.toLowerCase();
  const own = [defaultAccessor(home.model, isOne), model];
  if (!named && !own.some((each) => models.isReverseNameTaken(target, each))) return null;
  const stem = isOne ? `${model}_${name}` : `${model}_${name}_set`;
  const candidates = [stem, ...Array.from({ length: 98 }, (_, index) => `${stem}${index + 2}`)];
  return candidates.find((each) => !models.isReverseNameTaken(target, each)) ?? stem;
}

/** The target as the file names it: the class where its name is bound there, else a text; `'self'` for itself. */
function targetCode(target: KnownModel, home: FieldHome, writing: FieldWriting): PythonCode {
  if (target.app === home.app && target.name === home.model) return string('self');
  if (isUser(target, writing)) return imported('django.conf', 'settings.AUTH_USER_MODEL');
  const habit = habitOf(home, writing);
  if (habit === 'names' && isNamedIn(target, home, writing)) return plain(target.name);
  const isOwnApp = target.app === home.app;
  return string(isOwnApp && habit !== 'full texts' ? target.name : `${target.app}.${target.name}`);
}

function isUser(target: KnownModel, { loaded }: FieldWriting): boolean {
  const { context } = loaded;
  const swapped = context.swappedIn('AUTH_USER_MODEL') ?? 'auth.user';
  return target.key === swapped;
}

/** Does the file bind the class to its name before the field? */
function isNamedIn(target: KnownModel, home: FieldHome, { loaded }: FieldWriting): boolean {
  const binding = loaded.project.program.moduleAt(home.path)?.namespace.bindings.get(target.name);
  if (binding === undefined || binding.condition !== null || binding.value.kind !== 'class') return false;
  const place = target.state?.place;
  const found = binding.value.place;
  const isSame = place?.path === found.path && place.span.start === found.span.start;
  return isSame && (found.path !== home.path || found.span.end <= home.offset);
}

/** How the relations of a file name their targets. */
type Habit = 'names' | 'texts' | 'full texts';

const relations: ReadonlySet<string> = new Set(['ForeignKey', 'OneToOneField', 'ManyToManyField']);

/** Classes are named as soon as one relation does; a file that writes all of them as texts goes on so. */
function habitOf({ path }: FieldHome, writing: FieldWriting): Habit {
  const targets = (writing.draft(path)?.file.syntax.body ?? []).flatMap(relationTargets);
  const texts = targets.flatMap(({ kind, text }) => (kind === 'text' && text !== 'self' ? [text] : []));
  if (texts.length === 0 || targets.some(({ kind }) => kind === 'name')) return 'names';
  return texts.every((text) => text.includes('.')) ? 'full texts' : 'texts';
}

interface WrittenTarget {
  readonly kind: 'text' | 'name';
  readonly text: string;
}

/** The targets of the relations of a model class. */
function relationTargets(statement: Statement): WrittenTarget[] {
  if (statement.kind !== 'class') return [];
  return membersOf(statement.body).flatMap(({ value }): WrittenTarget[] => {
    const call = asCall(value);
    const callee = call?.callee.kind === 'attribute' || call?.callee.kind === 'name' ? call.callee.name : '';
    const to = call?.args.find(({ form, name }) => form === 'positional' || name === 'to')?.value;
    if (!relations.has(callee) || to === undefined) return [];
    const [text] = to.kind === 'string' ? to.parts : [];
    return [typeof text === 'string' ? { kind: 'text', text } : { kind: 'name', text: '' }];
  });
}
