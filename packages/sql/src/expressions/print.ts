import { assertNever } from '@canonical-schema/schema';
import { quoteName, quoteText } from './quote';
import type { NumberLiteral, Step, Term } from './term';

/** How tightly PostgreSQL binds, loosest first; source: the precedence table of `gram.y`. */
const Level = {
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

interface Printed {
  readonly sql: string;
  readonly level: number;
}

const printed = new WeakMap<Term, Printed>();

/** The SQL of a term. The same term has the same text, and the text reads back as the same term. */
export function print(term: Term): string {
  return sqlOf(term).sql;
}

function sqlOf(term: Term): Printed {
  const known = printed.get(term);
  if (known !== undefined) return known;
  const made = make(term);
  printed.set(term, made);
  return made;
}

/** The SQL of an operand, in parentheses where it binds less tightly than `level`. */
function operand(term: Term, level: number): string {
  const { sql, level: own } = sqlOf(term);
  return own < level ? `(${sql})` : sql;
}

function make(term: Term): Printed {
  switch (term.kind) {
    case 'null':
      return atom('NULL');
    case 'boolean':
      return atom(String(term.value));
    case 'number':
      return number(term);
    case 'string':
      return typed(quoteText(term.text), term.type);
    case 'column':
      return atom(quoteName(term.name));
    case 'call':
      return atom(call(term.name, term.args, term.variadic));
    case 'operation':
      return operation(term.operator, term.left, term.right);
    case 'comparison':
      return comparison(term.operator, term.left, term.right);
    case 'membership':
      return {
        sql: `${operand(term.of, Level.operator)} ${term.negated ? 'NOT IN' : 'IN'} (${list(term.labels)})`,
        level: Level.like,
      };
    case 'quantified': {
      const operator = words[term.operator] ?? term.operator;
      return {
        sql: `${operand(term.of, Level.sum)} ${operator} ${term.quantifier} (${print(term.array)})`,
        level: Level.like,
      };
    }
    case 'test':
      return { sql: `${operand(term.of, Level.comparison + 1)} IS ${term.test}`, level: Level.is };
    case 'and':
      return { sql: term.operands.map((each) => operand(each, Level.not)).join(' AND '), level: Level.and };
    case 'or':
      return { sql: term.operands.map((each) => operand(each, Level.and)).join(' OR '), level: Level.or };
    case 'not':
      return { sql: `NOT ${operand(term.of, Level.is)}`, level: Level.not };
    case 'cast':
      return { sql: `${operand(term.of, Level.cast)}::${term.type}`, level: Level.cast };
    case 'collate':
      return { sql: `${operand(term.of, Level.collate + 1)} COLLATE ${term.collation}`, level: Level.collate };
    case 'case':
      return atom(caseOf(term));
    case 'array':
      return term.items.length === 0 ? typed("'{}'", term.type) : atom(`ARRAY[${list(term.items)}]`);
    case 'row':
      return atom(term.items.length > 1 ? `(${list(term.items)})` : `ROW(${list(term.items)})`);
    case 'element':
      return atom(element(term.of, term.path));
    case 'sql':
      return { sql: term.sql, level: term.columns ? Level.or : Level.atom };
    default:
      return assertNever(term);
  }
}

function atom(sql: string): Printed {
  return { sql, level: Level.atom };
}

function typed(sql: string, type: string | null): Printed {
  return type === null ? atom(sql) : { sql: `${sql}::${type}`, level: Level.cast };
}

/** An integral numeric shows its type by `.0`; floating point needs a cast. */
function number({ digits, type }: NumberLiteral): Printed {
  if (type === 'real' || type === 'double precision') return typed(`'${digits}'`, type);
  const sql = type === 'numeric' && !digits.includes('.') ? `${digits}.0` : digits;
  return { sql, level: sql.startsWith('-') ? Level.sign : Level.atom };
}

function list(terms: readonly Term[]): string {
  return terms.map(print).join(', ');
}

/** Functions that the grammar spells with words between their arguments. */
const spelled: Readonly<Record<string, (args: readonly string[]) => string | null>> = {
  extract: ([field, of]) => (/^'[a-z_]+'$/.test(field ?? '') ? `EXTRACT(${field?.slice(1, -1)} FROM ${of})` : null),
};

function call(name: string, args: readonly Term[], variadic: boolean): string {
  const texts = args.map(print);
  const special = spelled[name]?.(texts);
  if (typeof special === 'string') return special;
  if (variadic) texts.push(`VARIADIC ${texts.pop() ?? ''}`);
  return `${bareCalls.has(name) ? name.toUpperCase() : functionName(name)}(${texts.join(', ')})`;
}

/** Keywords with a function's form but no function behind the name. */
const bareCalls: ReadonlySet<string> = new Set(['coalesce', 'greatest', 'least', 'nullif']);

/** Keywords that may be called all the same. */
const callable: ReadonlySet<string> = new Set(['substring', 'overlay', 'left', 'right']);

function functionName(name: string): string {
  return name.includes('.') || callable.has(name) ? name : quoteName(name);
}

const words: Readonly<Record<string, string>> = {
  '~~': 'LIKE',
  '!~~': 'NOT LIKE',
  '~~*': 'ILIKE',
  '!~~*': 'NOT ILIKE',
};

const ordering: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

function comparison(operator: string, left: Term, right: Term): Printed {
  if (operator.startsWith('IS ')) {
    return {
      sql: `${operand(left, Level.comparison + 1)} ${operator} ${operand(right, Level.comparison + 1)}`,
      level: Level.is,
    };
  }
  const level = ordering.has(operator) ? Level.comparison : operator in words ? Level.like : Level.operator;
  return {
    sql: `${operand(left, level + 1)} ${words[operator] ?? operator} ${operand(right, level + 1)}`,
    level,
  };
}

const operatorLevels: Readonly<Record<string, number>> = {
  '+': Level.sum,
  '-': Level.sum,
  '*': Level.product,
  '/': Level.product,
  '%': Level.product,
  '^': Level.power,
};

function operation(operator: string, left: Term | null, right: Term): Printed {
  if (left === null) {
    const level = operator === '-' || operator === '+' ? Level.sign : Level.operator;
    const space = operator === '-' || operator === '+' ? '' : ' ';
    return { sql: `${operator}${space}${operand(right, Level.cast)}`, level };
  }
  const level = operatorLevels[operator] ?? Level.operator;
  return { sql: `${operand(left, level)} ${operator} ${operand(right, level + 1)}`, level };
}

function caseOf(term: Extract<Term, { kind: 'case' }>): string {
  const subject = term.subject === null ? '' : ` ${print(term.subject)}`;
  const branches = term.branches.map(({ when, result }) => ` WHEN ${print(when)} THEN ${print(result)}`).join('');
  return `CASE${subject}${branches}${term.otherwise === null ? '' : ` ELSE ${print(term.otherwise)}`} END`;
}

function element(of: Term, path: readonly Step[]): string {
  const base = of.kind === 'column' && path[0]?.kind !== 'field' ? print(of) : `(${print(of)})`;
  return base + path.map(step).join('');
}

function step(one: Step): string {
  if (one.kind === 'field') return `.${quoteName(one.name)}`;
  if (one.kind === 'index') return `[${print(one.index)}]`;
  return `[${one.from === null ? '' : print(one.from)}:${one.to === null ? '' : print(one.to)}]`;
}
