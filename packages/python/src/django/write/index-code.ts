import { type Index, type IndexKey, isUnreadable } from '@canonical-schema/schema';
import { type BracketedCode, type Code, callCode, listCode } from '../../edits/code';
import { pythonString } from '../../edits/python-text';
import { metaIndexName } from '../names';
import { isAtLeast } from '../version';
import { conditionCode, keyText } from './expressions/condition-text';
import { unquoted } from './expressions/expression-text';
import { modelsModule } from './fields/type-fields';
import { expressionHome, type ObjectHome } from './object-home';
import { isProblem, type Problem } from './problem';

/** The classes of indexes by access method. */
const indexClasses: Readonly<Record<string, readonly [module: string, name: string]>> = {
  btree: [modelsModule, 'Index'],
  gin: ['django.contrib.postgres.indexes', 'GinIndex'],
  gist: ['django.contrib.postgres.indexes', 'GistIndex'],
  brin: ['django.contrib.postgres.indexes', 'BrinIndex'],
  hash: ['django.contrib.postgres.indexes', 'HashIndex'],
  spgist: ['django.contrib.postgres.indexes', 'SpGistIndex'],
  bloom: ['django.contrib.postgres.indexes', 'BloomIndex'],
};

/** Django's limit for the name of a `models.Index`. */
export const longestIndexName = 30;

/** An entry of `Meta.indexes`, or for a unique index one of `Meta.constraints`. */
export function indexCode(index: Index, home: ObjectHome): BracketedCode | Problem {
  return index.unique ? uniqueIndexCode(index, home) : plainIndexCode(index, home);
}

/** Why Django refuses a name for an index; null where it takes it. */
export function nameProblem(name: string, table: string): Problem | null {
  if ([...name].length > longestIndexName) {
    return {
      why: `The name ${name} of an index of ${table} has ${[...name].length} characters, and Django takes at most ${longestIndexName}.`,
      remedy: 'Give the index a shorter name in the SQL.',
    };
  }
  if (!/^[_0-9]/.test(name)) return null;
  return {
    why: `The name ${name} of an index of ${table} starts with an underscore or a digit, which Django refuses.`,
    remedy: 'Give the index a name in the SQL that starts with a letter.',
  };
}

function plainIndexCode(index: Index, home: ObjectHome): BracketedCode | Problem {
  const name = nameOf(index, home);
  const problem = name === null ? null : nameProblem(name, home.table);
  if (problem !== null) return problem;
  const known = indexClasses[index.method];
  if (known === undefined) {
    return inSql(index, home, `uses the method ${index.method}, which Django has no class for`);
  }
  const keys = keysCode(index, home, true);
  if (isProblem(keys)) return keys;
  const rest = restCode({ ...index, name }, home);
  if (isProblem(rest)) return rest;
  return callCode(home.file.spelling.spell(known[0], known[1], home.file.hidden), [...keys, ...rest]);
}

/** A name that nobody wrote and Django does not take is left to Django, or made as Django would where it asks for one. */
function nameOf(index: Index, { table }: ObjectHome): string | null {
  const { name, nameGiven, keys, include, where } = index;
  if (name === null || nameGiven || nameProblem(name, table) === null) return name;
  const needsName =
    include.length > 0 || where !== null || simpleKeys(index, true)?.every(({ opclass }) => opclass === null) !== true;
  if (!needsName) return null;
  const columns = keys.map(({ of }) => (of.kind === 'column' ? of.column : String(of.expression)));
  return metaIndexName(table, columns, 'idx');
}

/** Django has no unique index but the one behind a constraint with a condition, expressions or INCLUDE. */
function uniqueIndexCode(index: Index, home: ObjectHome): BracketedCode | Problem {
  if (index.method !== 'btree') return inSql(index, home, `is unique and uses the method ${index.method}`);
  if (index.nullsNotDistinct && !isAtLeast(home.version, 5, 0)) {
    return inSql(index, home, 'treats NULLs as equal, which Django can say since 5.0');
  }
  const keys = keysCode(index, home, false);
  if (isProblem(keys)) return keys;
  const rest = restCode(index, home);
  if (isProblem(rest)) return rest;
  const nulls = index.nullsNotDistinct ? ['nulls_distinct=False'] : [];
  const name = home.file.spelling.spell(modelsModule, 'UniqueConstraint', home.file.hidden);
  return callCode(name, [...keys, ...rest, ...nulls]);
}

/** INCLUDE, the name and the predicate. */
function restCode(index: Index, home: ObjectHome): Code[] | Problem {
  const include = fieldNames(index.include, home);
  if (isProblem(include)) return include;
  const args: Code[] = [];
  if (include.length > 0) args.push(listCode('include=', include));
  if (isUnreadable(index.where))
    return inSql(index, home, `has a condition that could not be read: ${index.where.unreadable}`);
  if (index.where !== null) {
    const condition = conditionCode(index.where, expressionHome(home, 'predicate'), 'condition=');
    if (isUnreadable(condition))
      return inSql(index, home, `has the condition ${index.where}, which ${condition.unreadable}`);
    args.push(condition);
  }
  if (index.name !== null) args.push(`name=${pythonString(index.name, home.file.style)}`);
  return args;
}

/** `fields=[…]` and `opclasses=[…]` where these say it, else expressions. */
function keysCode(index: Index, home: ObjectHome, descends: boolean): Code[] | Problem {
  const simple = simpleKeys(index, descends);
  if (simple === null) return expressionKeys(index, home);
  const names = fieldNames(
    simple.map(({ column }) => column),
    home,
  );
  if (isProblem(names)) return names;
  const quoted = simple.map(({ descending }, at) => (descending ? dashed(names[at] ?? '') : (names[at] ?? '')));
  const opclasses = simple.flatMap(({ opclass }) => (opclass === null ? [] : [pythonString(opclass, home.file.style)]));
  return [listCode('fields=', quoted), ...(opclasses.length === 0 ? [] : [listCode('opclasses=', opclasses)])];
}

function dashed(quoted: string): string {
  return `${quoted[0] ?? ''}-${quoted.slice(1)}`;
}

interface SimpleKey {
  readonly column: string;
  readonly descending: boolean;
  readonly opclass: string | null;
}

/** The keys as fields with `-` and operator classes; null where one asks for more. */
function simpleKeys({ keys }: Index, descends: boolean): SimpleKey[] | null {
  const simple: SimpleKey[] = [];
  for (const { of, collation, nulls, descending, opclass } of keys) {
    const isUsual = nulls === (descending ? 'first' : 'last') && (descends || !descending);
    if (of.kind !== 'column' || collation !== null || !isUsual) return null;
    simple.push({ column: of.column, descending, opclass });
  }
  const classes = simple.filter(({ opclass }) => opclass !== null).length;
  return classes === 0 || classes === simple.length ? simple : null;
}

function expressionKeys(index: Index, home: ObjectHome): Code[] | Problem {
  if (index.method === 'bloom') return inSql(index, home, 'has an expression, which BloomIndex does not take');
  if (index.unique && index.include.length > 0) {
    return inSql(index, home, 'has expressions and INCLUDE, which a UniqueConstraint does not take together');
  }
  const keys: string[] = [];
  for (const key of index.keys) {
    const text = expressionKey(key, index, home);
    if (isProblem(text)) return text;
    keys.push(text);
  }
  return keys;
}

function expressionKey(key: IndexKey, index: Index, home: ObjectHome): string | Problem {
  const bare = bareKey(key, index, home);
  if (isProblem(bare)) return bare;
  const { file } = home;
  const spelt = (module: string, name: string): string => file.spelling.spell(module, name, file.hidden);
  const quoted = (text: string): string => pythonString(text, file.style);
  let { text } = bare;
  if (key.collation !== null) {
    text = `${spelt('django.db.models.functions', 'Collate')}(${text}, ${quoted(unquoted(key.collation))})`;
  }
  if (key.opclass !== null)
    text = `${spelt('django.contrib.postgres.indexes', 'OpClass')}(${text}, name=${quoted(key.opclass)})`;
  const order = orderOf(key);
  if (order === '') return text;
  return bare.text === text && bare.isName
    ? `${spelt(modelsModule, 'F')}(${text})${order}`
    : `${bracketed(text)}${order}`;
}

/** `F("a") + 1` needs parentheses before a method is called on it. */
function bracketed(text: string): string {
  let depth = 0;
  const isSum = [...text].some((character) => {
    if (character === '(') depth++;
    if (character === ')') depth--;
    return depth === 0 && character === ' ';
  });
  return isSum ? `(${text})` : text;
}

function orderOf({ descending, nulls }: IndexKey): string {
  if (nulls === (descending ? 'first' : 'last')) return descending ? '.desc()' : '';
  return descending ? '.desc(nulls_last=True)' : '.asc(nulls_first=True)';
}

function bareKey({ of }: IndexKey, index: Index, home: ObjectHome): { text: string; isName: boolean } | Problem {
  if (of.kind === 'column') {
    const names = fieldNames([of.column], home);
    return isProblem(names) ? names : { text: names[0] ?? '', isName: true };
  }
  if (isUnreadable(of.expression))
    return inSql(index, home, `has a key that could not be read: ${of.expression.unreadable}`);
  const text = keyText(of.expression, expressionHome(home, 'key'));
  if (isUnreadable(text)) return inSql(index, home, `has the key ${of.expression}, which ${text.unreadable}`);
  return { text, isName: false };
}

/** The quoted names of the fields of columns. */
export function fieldNames(columns: readonly string[], home: ObjectHome): string[] | Problem {
  const names: string[] = [];
  for (const column of columns) {
    const name = home.fieldOf(column);
    if (name === null) {
      return {
        why: `The model of ${home.table} has no field for the column ${column}.`,
        remedy: `Write a field for ${home.table}.${column} first.`,
      };
    }
    names.push(pythonString(name, home.file.style));
  }
  return names;
}

function inSql(index: Index, { table }: ObjectHome, what: string): Problem {
  return {
    why: `The index ${index.name ?? 'without a name'} of ${table} ${what}.`,
    remedy: 'Add it to the database by a migration with RunSQL, and allow the finding in the options.',
  };
}
