import { type Change, isUnreadable, type Schema, type Table } from '@canonical-schema/schema';
import { classNameOf } from '../../edits/class-name';
import { blockCode, type Code, listCode } from '../../edits/code';
import type { FileDraft } from '../../edits/file-draft';
import { memberNamed } from '../../edits/python-file';
import { pythonString } from '../../edits/python-text';
import type { LoadedModels } from '../loaded-models';
import { modelKey } from '../model-state';
import { isAtLeast } from '../version';
import { checkCode, uniqueCode } from './constraint-code';
import { exclusionCode } from './exclusion-code';
import { declareFields } from './fields/declare-fields';
import type { DeclaredFields, FieldWriting, NewModel } from './fields/field-writing';
import { codeOf } from './fields/python-code';
import { modelsModule } from './fields/type-fields';
import type { FileDrafts } from './files-of-project';
import { indexCode } from './index-code';
import { metaOrder } from './meta-order';
import { keyOf } from './model-table';
import { modelsFile } from './models-file';
import { dbTableText, isOwnName } from './object-changes';
import type { ObjectHome } from './object-home';
import { isProblem, type Problem } from './problem';
import type { TakenNames } from './taken-names';

/** A table that gets a model. */
export type AddTable = Extract<Change, { readonly kind: 'add-table' }>;

/** The model that a new table is to get; why that cannot be told, for the others. */
export interface PlannedModels {
  readonly models: readonly (NewModel & { readonly change: AddTable })[];
  readonly problems: readonly { readonly change: AddTable; readonly problem: Problem }[];
}

/** Chooses the apps and class names of new tables. `app` is the label that somebody chose; undefined where nobody did. */
export function plannedModels(
  changes: readonly AddTable[],
  app: string | undefined,
  canonical: Schema,
  loaded: LoadedModels,
): PlannedModels {
  const taken = new Set(loaded.all.keys());
  const models: (NewModel & { readonly change: AddTable })[] = [];
  const problems: { change: AddTable; problem: Problem }[] = [];
  for (const change of changes) {
    const table = canonical.tables.find((each) => keyOf(each) === keyOf(change.table)) ?? change.table;
    const owner = appOf(table, app, loaded);
    if (isProblem(owner)) {
      problems.push({ change, problem: owner });
      continue;
    }
    const bare = table.name.startsWith(`${owner.label}_`) ? table.name.slice(owner.label.length + 1) : table.name;
    const name = classNameOf(bare, (each) => taken.has(modelKey(owner.label, each)));
    taken.add(modelKey(owner.label, name));
    models.push({ app: owner.label, name, table, change });
  }
  return { models, problems };
}

/** The app that was chosen, that the table's name starts with, or that is the only one. */
function appOf(table: Table, chosen: string | undefined, { apps }: LoadedModels): { readonly label: string } | Problem {
  const own = apps.apps.filter(({ external }) => !external);
  const labels = own.map(({ label }) => label).sort();
  if (chosen !== undefined) {
    const found = own.find(({ label, name }) => label === chosen || name === chosen);
    if (found !== undefined) return found;
    return { why: `The project has no app ${chosen} of its own.`, remedy: `Choose one of ${labels.join(', ')}.` };
  }
  const prefixed = own.filter(({ label }) => table.name.startsWith(`${label}_`));
  const [only] = prefixed.length === 1 ? prefixed : own;
  if (only !== undefined && (prefixed.length === 1 || own.length === 1)) return only;
  return {
    why: `It is not known which app the new table ${table.name} belongs to.`,
    remedy:
      labels.length === 0 ? 'Add an app to INSTALLED_APPS.' : `Say which with the option app: ${labels.join(', ')}.`,
  };
}

/** Writes the class of a new table at the end of its app's models; why it cannot be written, or null. */
export function writeNewModel(
  model: NewModel,
  writing: FieldWriting,
  { drafts, names }: { readonly drafts: FileDrafts; readonly names: TakenNames },
): readonly Problem[] {
  const { table, app, name } = model;
  const file = modelsFile(app, writing.loaded, drafts);
  if (isProblem(file)) return [file];
  const { draft, path } = file;
  if (memberNamed(draft.file.syntax.body, name) !== null) {
    const place = draft.file.source.placeOf(
      memberNamed(draft.file.syntax.body, name)?.statement ?? { start: 0, end: 0 },
    );
    return [{ why: `${path} defines ${name} already.`, remedy: `Write a model for ${table.name} by hand.`, place }];
  }
  const home = { app, model: name, path, offset: draft.file.text.length };
  const declared = declareFields(table, home, writing);
  const meta = metaOf(model, declared, { draft, names }, writing);
  const problems = [...declared.problems, ...meta.problems];
  if (problems.length > 0) return problems;
  const hidden = new Set(declared.fields.map((field) => field.name));
  const code = { spelling: draft.spelling, style: draft.file.style, hidden };
  const fields = declared.fields.map((field) => codeOf(field.code, code, `${field.name} = `));
  const block = meta.members.length === 0 ? [] : [blockCode('class Meta:', meta.members)];
  const gap = fields.length > 0 && block.length > 0 ? [''] : [];
  const body: Code[] = [...fields, ...gap, ...block];
  const base = draft.spelling.spell(modelsModule, 'Model');
  const last = draft.file.syntax.body.at(-1) ?? null;
  draft.body(null).insert(last, blockCode(`class ${name}(${base}):`, body.length === 0 ? ['pass'] : body), 2);
  if (file.listIn !== null) giveOn(file.listIn, file.module, name);
  return [];
}

/** A package that gives the names of its modules to others gives the new one too, in `__all__` where it has that. */
function giveOn(draft: FileDraft, module: string, name: string): void {
  draft.spelling.spell(module, name);
  const all = memberNamed(draft.file.syntax.body, '__all__')?.value;
  if (all?.kind !== 'list' && all?.kind !== 'tuple') return;
  const names = all.items.map((item) => (item.kind === 'string' ? item.parts.join('') : ''));
  const isSorted = names.every((each, at) => at === 0 || (names[at - 1] ?? '') <= each);
  const before = isSorted ? names.findIndex((each) => each > name) : -1;
  draft.list(all)?.insert(before < 0 ? names.length : before, pythonString(name, draft.file.style));
}

interface MetaOfModel {
  readonly members: readonly Code[];
  readonly problems: readonly Problem[];
}

function metaOf(
  model: NewModel,
  declared: DeclaredFields,
  { draft, names }: { readonly draft: FileDraft; readonly names: TakenNames },
  { loaded }: FieldWriting,
): MetaOfModel {
  const { table, app, name } = model;
  const { style } = draft.file;
  const { version, backend } = loaded.project;
  const columns = new Map(table.columns.map((column) => [column.name, column]));
  const home: ObjectHome = {
    table: table.name,
    file: { spelling: draft.spelling, style, hidden: new Set() },
    version,
    backend,
    takeName: (member, name) => names.take(member, name, table),
    fieldOf: (column) => declared.names.get(column) ?? null,
    typeOf: (column) => {
      const type = columns.get(column)?.type;
      return type === undefined || isUnreadable(type) ? undefined : type;
    },
    isNullable: (column) => columns.get(column)?.nullable !== false,
  };
  const open = <T extends object>(objects: readonly T[]): readonly T[] =>
    objects.filter((each) => !declared.covered.has(each));
  const indexes = open(table.indexes).map((index) => ({ isUnique: index.unique, code: indexCode(index, home) }));
  const answers = {
    indexes: indexes.filter(({ isUnique }) => !isUnique).map(({ code }) => code),
    constraints: [
      ...open(table.uniques).map((unique) => uniqueCode(unique, home)),
      ...indexes.filter(({ isUnique }) => isUnique).map(({ code }) => code),
      ...open(table.checks).map((check) => checkCode(check, home)),
      ...table.exclusions.map((exclusion) => exclusionCode(exclusion, home)),
    ],
  };
  const constraints = [
    ...open(table.uniques),
    ...open(table.checks),
    ...table.exclusions,
    ...open(table.indexes).filter(({ unique }) => unique),
  ];
  const taken = [
    ...open(table.indexes)
      .filter(({ unique }) => !unique)
      .map((index) => home.takeName('indexes', index.name)),
    ...constraints.map((constraint) => home.takeName('constraints', constraint.name)),
  ];
  const problems = [...answers.indexes, ...answers.constraints, ...taken].filter(isProblem);
  const texts: Record<string, string> = {};
  if (!isOwnName(table, app, name, home.backend.names)) texts.db_table = pythonString(dbTableText(table), style);
  if (table.comment !== null && isAtLeast(version, 4, 2)) texts.db_table_comment = pythonString(table.comment, style);
  const order = metaOrder(draft.file.syntax.body);
  const lists = Object.entries(answers).flatMap(([member, entries]) => {
    const codes = entries.flatMap((entry) => (isProblem(entry) ? [] : [entry]));
    return codes.length === 0 ? [] : [{ member, code: { ...listCode(`${member} = `, codes), onePerLine: true } }];
  });
  const members = [
    ...Object.entries(texts).map(([member, text]) => ({ member, code: `${member} = ${text}` })),
    ...lists,
  ];
  return { members: members.sort((a, b) => order(a.member) - order(b.member)).map(({ code }) => code), problems };
}
