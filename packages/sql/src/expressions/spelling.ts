import { quoteName, quoteText } from './quote';

/** How tightly an expression binds, loosest first; source: the precedence table of PostgreSQL's `gram.y`. */
export const Level = {
  or: 1,
  and: 2,
  not: 3,
  is: 4,
  comparison: 5,
  like: 6,
  operator: 7,
  sum: 8,
  product: 9,
  power: 10,
  collate: 11,
  sign: 12,
  cast: 13,
  atom: 14,
} as const;

/** A text, and how tightly its outermost operator binds. */
export interface Printed {
  readonly sql: string;
  readonly level: number;
}

/** How a dialect writes the terms that dialects write differently. */
export interface Spelling {
  quoteName(name: string): string;
  quoteText(text: string): string;
  functionName(name: string): string;
  /** Functions that the grammar spells with words between their arguments; null where these are of another form. */
  readonly calls: { readonly [name in string]?: (args: readonly string[]) => string | null };
  /** `operand` gives the text of what is cast, in brackets where it binds less tightly than the level. */
  cast(operand: (level: number) => string, type: string): Printed;
  float(digits: string, type: 'real' | 'double precision'): Printed;
  /** Matches that have words for operators. */
  readonly words: Readonly<Record<string, string>>;
  /** The levels of operators that compute; `Level.operator` for all others. */
  readonly operators: Readonly<Record<string, number>>;
  /** Comparisons that take NULL for a value. */
  readonly distinct: { readonly [operator in string]?: (left: string, right: string) => Printed };
  readonly likeLevel: number;
  readonly isLevel: number;
}

/** Keywords with a function's form but no function behind the name. */
const bareCalls: ReadonlySet<string> = new Set(['coalesce', 'greatest', 'least', 'nullif']);

/** Keywords that may be called all the same. */
const callable: ReadonlySet<string> = new Set(['substring', 'overlay', 'left', 'right']);

/** `EXTRACT(year FROM x)`. */
export function spelledExtract([field, of]: readonly string[]): string | null {
  return /^'[a-z_]+'$/.test(field ?? '') ? `EXTRACT(${field?.slice(1, -1)} FROM ${of})` : null;
}

function cast(sql: string, type: string): Printed {
  return { sql: `${sql}::${type}`, level: Level.cast };
}

const distinctFrom = (operator: string) => (left: string, right: string) => ({
  sql: `${left} ${operator} ${right}`,
  level: Level.is,
});

/** PostgreSQL's own spelling. */
export const postgresqlSpelling: Spelling = {
  quoteName,
  quoteText,
  functionName: (name) => {
    if (bareCalls.has(name)) return name.toUpperCase();
    return name.includes('.') || callable.has(name) ? name : quoteName(name);
  },
  calls: { extract: spelledExtract },
  cast: (operand, type) => cast(operand(Level.cast), type),
  float: (digits, type) => cast(`'${digits}'`, type),
  words: { '~~': 'LIKE', '!~~': 'NOT LIKE', '~~*': 'ILIKE', '!~~*': 'NOT ILIKE' },
  operators: {
    '+': Level.sum,
    '-': Level.sum,
    '*': Level.product,
    '/': Level.product,
    '%': Level.product,
    '^': Level.power,
  },
  distinct: {
    'IS DISTINCT FROM': distinctFrom('IS DISTINCT FROM'),
    'IS NOT DISTINCT FROM': distinctFrom('IS NOT DISTINCT FROM'),
  },
  likeLevel: Level.like,
  isLevel: Level.is,
};
