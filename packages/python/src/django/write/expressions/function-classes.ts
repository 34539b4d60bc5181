import { databaseFunctions } from '../../expressions/functions';

/** A class of Django's that calls a function of the database. */
export interface FunctionClass {
  readonly module: string;
  readonly name: string;
  /** How many arguments it takes at least and at most. */
  readonly least: number;
  readonly most: number;
}

const functionsModule = 'django.db.models.functions';
const postgresModule = 'django.contrib.postgres.functions';

/** Classes that are not in Django's own module of functions. */
const otherModules: Readonly<Record<string, string>> = { RandomUUID: postgresModule, UUID7: postgresModule };

/** Rows that say what another row says, in a way that older versions of Django do not know. */
const newer = new Set(['UUID4', 'UUID7', 'Unaccent']);

/** The classes by what the database calls them: the reader's table from the other side. */
const classes: ReadonlyMap<string, FunctionClass> = new Map(
  Object.entries(databaseFunctions)
    .filter(([name]) => !newer.has(name))
    .map(([name, row]) => {
      const most = row.parameters?.length ?? Number.POSITIVE_INFINITY;
      const least = row.parameters === undefined ? 1 : most - Object.keys(row.defaults ?? {}).length;
      return [row.function.toLowerCase(), { module: otherModules[name] ?? functionsModule, name, least, most }];
    }),
);

/** Names that normal form gives a function besides the one in the table. */
const aliases: Readonly<Record<string, string>> = {
  btrim: 'trim',
  char_length: 'length',
  ceil: 'ceiling',
  'pg_catalog.btrim': 'trim',
};

/** The class that calls a function with so many arguments; null where Django has none. */
export function functionClass(name: string, count: number): FunctionClass | null {
  const found = classes.get(name) ?? classes.get(aliases[name] ?? '');
  return found !== undefined && count >= found.least && count <= found.most ? found : null;
}
