import { type Code, codes, type Dialect, dialectTraits, type Severity } from '@canonical-schema/schema';
import type { Placement } from '@canonical-schema/sql/write';
import { type Check, count, flag, listOf, type Mistakes, membersOf, oneOf, pathInside, tableOf, text } from './check';
import type { ServerOptions } from './server-options';

/** `all`: the models describe every table of the SQL. `subset`: they may know less of it, never more. */
export type Mirror = 'all' | 'subset';

/** A Django project: the directory of its `manage.py`. */
export interface DjangoOptions {
  readonly root: string;
  readonly mirror?: Mirror;
  /** Further directories that its modules are imported from. */
  readonly include?: readonly string[];
  /** The settings module, dotted, where `manage.py` does not say it. */
  readonly settings?: string;
  /** Its virtual environment or site-packages directory, where it is not found by itself. */
  readonly installed?: string;
  /** Django's version, where neither a lock file nor the installed packages say it. */
  readonly version?: string;
}

/** A directory with SQLAlchemy models. */
export interface SqlAlchemyOptions {
  readonly root: string;
  readonly mirror?: Mirror;
  readonly include?: readonly string[];
  readonly installed?: string;
  /** SQLAlchemy's version. */
  readonly version?: string;
}

/** One canonical SQL file and everything that describes the same database. Absent lists are inferred. */
export interface SchemaOptions extends ServerOptions {
  readonly canonical?: string;
  readonly django?: readonly DjangoOptions[];
  readonly sqlalchemy?: readonly SqlAlchemyOptions[];
}

/** Options that decide severities and the exit status. */
export interface VerdictOptions {
  readonly rules?: Rules;
  /** Treats every warning and unreadable fact as an error. */
  readonly strict?: boolean;
  readonly maxWarnings?: number;
  /** A file of findings that are known and tolerated, as `--write-baseline` writes it. */
  readonly baseline?: string;
}

/** Options of the canonical file's own rules. */
export interface LintRuleOptions {
  /** `require`: statements that PostgreSQL has no `IF [NOT] EXISTS` for stand in a DO block that asks first. */
  readonly guarded?: 'off' | 'require';
  /** Which tables and columns need a comment: none, those that the base revision lacks, or all. */
  readonly comments?: 'off' | 'new' | 'all';
  /** Where the newest entry of the version log stands. */
  readonly versionLog?: 'oldest-first' | 'newest-first';
}

export type RuleClass = Severity | 'off';
export type Rules = { readonly [code in Code]?: RuleClass };

/** The names of the inferred targets, where the defaults are taken. */
export interface TargetNames {
  readonly compileTargetName?: string;
  readonly verifyTargetName?: string;
  readonly lintTargetName?: string;
  readonly exportTargetName?: string;
  readonly watchTargetName?: string;
  readonly testMigrationsTargetName?: string;
}

/** The options of the plugin in `nx.json`, and of `--config`. */
export interface PluginOptions extends SchemaOptions, VerdictOptions, TargetNames {
  /** Several canonical files, each with its own sources. */
  readonly schemas?: readonly SchemaOptions[];
  readonly lint?: LintRuleOptions;
  /** Where changes go in the canonical file: as idempotent statements at its end, or into the statements that are there. */
  readonly placement?: Placement;
  /** The revision that `lint` tells changes from, where `NX_BASE` does not say it; Nx's `defaultBase`, else `main`. */
  readonly base?: string;
}

/** Options that passed, and a sentence for each one that did not; those are left out. */
export interface CheckedOptions {
  readonly options: PluginOptions;
  readonly mistakes: readonly string[];
}

const sharedMembers = {
  root: pathInside,
  mirror: oneOf<Mirror>(['all', 'subset']),
  include: listOf(pathInside),
  installed: text,
  version: text,
};

/** `15`, or `"15"`; PostgreSQL's second number never changes what is created. */
const majorVersion: Check<string> = (value, at, mistakes) => {
  const version = typeof value === 'number' ? String(value) : value;
  if (typeof version === 'string' && /^\d+(\.\d+)?$/.test(version)) return version.replace(/\..*/, '');
  mistakes.push(`"${at}" is ${JSON.stringify(value)}; give PostgreSQL's major version, as "15".`);
  return undefined;
};

/** `10.11`, `8.4.3`. */
const version: Check<string> = (value, at, mistakes) => {
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text === 'string' && /^\d+(\.\d+)*$/.test(text)) return text;
  mistakes.push(`"${at}" is ${JSON.stringify(value)}; give the server's version, as "10.11".`);
  return undefined;
};

const django = listOf(rooted(membersOf<DjangoOptions>({ ...sharedMembers, settings: text })));
const sqlalchemy = listOf(rooted(membersOf<SqlAlchemyOptions>(sharedMembers)));
const schemaMembers = {
  ...{ canonical: pathInside, django, sqlalchemy },
  ...{ dialect: oneOf(Object.keys(dialectTraits) as Dialect[]), postgres: majorVersion, serverVersion: version },
};

const plugin = membersOf<PluginOptions>({
  ...schemaMembers,
  schemas: listOf(membersOf<SchemaOptions>(schemaMembers)),
  rules: tableOf(
    'code',
    Object.keys(codes) as Code[],
    oneOf<RuleClass>(['off', 'tolerated', 'warning', 'error']),
  ) as Check<Rules>,
  strict: flag,
  maxWarnings: count,
  baseline: pathInside,
  lint: membersOf<LintRuleOptions>({
    guarded: oneOf(['off', 'require'] as const),
    comments: oneOf(['off', 'new', 'all'] as const),
    versionLog: oneOf(['oldest-first', 'newest-first'] as const),
  }),
  placement: oneOf<Placement>(['append', 'inline']),
  base: text,
  compileTargetName: text,
  verifyTargetName: text,
  lintTargetName: text,
  exportTargetName: text,
  watchTargetName: text,
  testMigrationsTargetName: text,
});

/** The options as far as they are right, and what is wrong with the rest. */
export function checkOptions(value: unknown): CheckedOptions {
  const mistakes: Mistakes = [];
  const options = plugin(value ?? {}, '', mistakes) ?? {};
  const beside = (Object.keys(schemaMembers) as (keyof SchemaOptions)[]).filter((name) => name in options);
  if (options.schemas && beside.length > 0) {
    mistakes.push(`"${beside[0]}" stands beside "schemas"; move it into one of them.`);
  }
  return { options, mistakes };
}

/** A root written as a bare text is an object with that root; an object without a root is a mistake. */
function rooted<T extends { readonly root: string }>(object: Check<T>): Check<T> {
  return (value, at, mistakes) => {
    const found = object(typeof value === 'string' ? { root: value } : value, at, mistakes);
    if (found === undefined || found.root !== undefined) return found;
    if (isBareObject(value)) mistakes.push(`"${at}" has no "root"; name the directory.`);
    return undefined;
  };
}

function isBareObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('root' in value);
}
