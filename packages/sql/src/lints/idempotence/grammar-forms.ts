import type { Form } from './forms';

/** The clauses that a dialect has, by the words of a statement or action that could take one. */
export interface GrammarForms {
  /** By the first words of a statement; what may stand between CREATE and the kind is left out. */
  readonly statements: Readonly<Record<string, Form>>;
  /** By the first words of an action of ALTER TABLE. */
  readonly actions: Readonly<Record<string, Form>>;
}

/** Words before the kind of an object that say how it is made. */
export const modifiers: ReadonlySet<string> = new Set(
  'or replace unique fulltext spatial virtual online offline ignore'.split(' '),
);

function made(...behind: string[]): Form {
  return { clause: 'IF NOT EXISTS', behind };
}

function gone(...behind: string[]): Form {
  return { clause: 'IF EXISTS', behind };
}

const replaced: Form = { clause: 'OR REPLACE', behind: ['create'] };

function forKinds(verb: string, kinds: string, form: (kind: string) => Form): Record<string, Form> {
  return Object.fromEntries(kinds.split(' ').map((kind) => [`${verb} ${kind}`, form(kind)]));
}

/** MySQL has nothing for indexes and columns. */
export const mysqlForms: GrammarForms = {
  statements: {
    ...forKinds('create', 'table database schema event user role trigger procedure function', (kind) => made(kind)),
    'create view': replaced,
    ...forKinds('drop', 'table view database schema event user role trigger procedure function', (kind) => gone(kind)),
  },
  actions: {},
};

/** MariaDB has clauses for nearly everything. */
export const mariadbForms: GrammarForms = {
  statements: {
    ...mysqlForms.statements,
    ...forKinds('create', 'index sequence', (kind) => made(kind)),
    ...forKinds('drop', 'index sequence', (kind) => gone(kind)),
  },
  actions: {
    'add column': made('add', 'column'),
    'add constraint': made('add', 'constraint'),
    'add foreign key': made('add', 'foreign', 'key'),
    'add unique index': made('add', 'unique', 'index'),
    'add unique key': made('add', 'unique', 'key'),
    'add unique': made('add', 'unique'),
    'add index': made('add', 'index'),
    'add key': made('add', 'key'),
    'drop column': gone('drop', 'column'),
    'drop index': gone('drop', 'index'),
    'drop key': gone('drop', 'key'),
    'drop foreign key': gone('drop', 'foreign', 'key'),
    'drop constraint': gone('drop', 'constraint'),
  },
};

/** SQLite cannot ask before it alters a table. */
export const sqliteForms: GrammarForms = {
  statements: {
    ...forKinds('create', 'table index view trigger', (kind) => made(kind)),
    ...forKinds('drop', 'table index view trigger', (kind) => gone(kind)),
  },
  actions: {},
};
