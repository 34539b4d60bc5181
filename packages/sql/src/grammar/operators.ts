/** How tightly a dialect's operators bind, loosest first; those of one level are read from the left. */
export interface Operators {
  /** Two operands. */
  readonly infix: Readonly<Record<string, number>>;
  /** One operand, behind the operator. The number is the level of what may stand there. */
  readonly prefix: Readonly<Record<string, number>>;
  /** The level of LIKE, IN, BETWEEN and their kin, and of IS. */
  readonly predicate: number;
  readonly is: number;
  readonly collate: number;
  /** Matches against a pattern. */
  readonly patterns: ReadonlySet<string>;
  /** Words that start something else than a column or a plain call. */
  readonly keywords: ReadonlySet<string>;
  /** Other spellings of one operator, by what is kept. */
  readonly aliases: Readonly<Record<string, string>>;
}

function levels(table: readonly string[], from = 1): Record<string, number> {
  return Object.fromEntries(
    table.flatMap((line, at) => line.split(' ').map((operator): [string, number] => [operator, from + at])),
  );
}

const commonKeywords =
  'null true false case cast trim substring substr exists current_timestamp current_date current_time';

/** Source: "Operator Precedence" in MySQL's manual, and `sql_yacc.yy` for what a predicate may hold. */
export const mysqlOperators: Operators = {
  infix: levels([
    'or',
    'xor',
    'and',
    'not',
    '= <=> >= > <= < <>',
    'like',
    '|',
    '&',
    '<< >>',
    '+ -',
    '* / div %',
    '^',
    'sign',
    '-> ->>',
  ]),
  prefix: { not: 4, '!': 14, '-': 13, '+': 13, '~': 13, binary: 14 },
  predicate: 6,
  is: 5,
  collate: 15,
  patterns: new Set(['like', 'regexp', 'sounds like']),
  keywords: new Set(
    `${commonKeywords} convert extract mid position match interval localtime localtimestamp current_user`.split(' '),
  ),
  aliases: { '||': 'or', '&&': 'and', mod: '%', '!=': '<>', rlike: 'regexp' },
};

/** Source: "Operators, and Parse-Affecting Attributes" in SQLite's documentation. */
export const sqliteOperators: Operators = {
  infix: levels(['or', 'and', 'not', '= <>', '< <= > >=', 'escape', '& | << >>', '+ -', '* / %', '|| -> ->>']),
  prefix: { not: 3, '-': 12, '+': 12, '~': 12 },
  predicate: 4,
  is: 4,
  collate: 11,
  patterns: new Set(['like', 'glob', 'regexp', 'match']),
  keywords: new Set(commonKeywords.split(' ')),
  aliases: { '==': '=', '!=': '<>' },
};
