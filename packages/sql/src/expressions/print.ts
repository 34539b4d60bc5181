import { assertNever } from '@canonical-schema/schema';
import { Level, type Printed, postgresqlSpelling, type Spelling } from './spelling';
import type { NumberLiteral, Step, Term } from './term';

/** The SQL of a term as PostgreSQL spells it. The same term has the same text, and the text reads back as the same term. */
export function print(term: Term): string {
  return postgresql.print(term);
}

/** Prints terms in one dialect's spelling; the text of each is kept. */
export class Printer {
  private readonly printed = new WeakMap<Term, Printed>();

  constructor(private readonly spelling: Spelling) {}

  print(term: Term): string {
    return this.sqlOf(term).sql;
  }

  private sqlOf(term: Term): Printed {
    const known = this.printed.get(term);
    if (known !== undefined) return known;
    const made = this.make(term);
    this.printed.set(term, made);
    return made;
  }

  /** The SQL of an operand, in parentheses where it binds less tightly than `level`. */
  private operand(term: Term, level: number): string {
    const { sql, level: own } = this.sqlOf(term);
    return own < level ? `(${sql})` : sql;
  }

  private make(term: Term): Printed {
    const { spelling } = this;
    switch (term.kind) {
      case 'null':
        return atom('NULL');
      case 'boolean':
        return atom(String(term.value));
      case 'number':
        return this.number(term);
      case 'string':
        return this.typed(spelling.quoteText(term.text), term.type);
      case 'column':
        return atom(spelling.quoteName(term.name));
      case 'call':
        return atom(this.call(term.name, term.args, term.variadic));
      case 'operation':
        return this.operation(term.operator, term.left, term.right);
      case 'comparison':
        return this.comparison(term.operator, term.left, term.right);
      case 'membership':
        return {
          sql: `${this.operand(term.of, Level.operator)} ${term.negated ? 'NOT IN' : 'IN'} (${this.list(term.labels)})`,
          level: spelling.likeLevel,
        };
      case 'quantified': {
        const operator = spelling.words[term.operator] ?? term.operator;
        return {
          sql: `${this.operand(term.of, Level.sum)} ${operator} ${term.quantifier} (${this.print(term.array)})`,
          level: Level.like,
        };
      }
      case 'test':
        return { sql: `${this.operand(term.of, Level.comparison + 1)} IS ${term.test}`, level: spelling.isLevel };
      case 'and':
        return { sql: term.operands.map((each) => this.operand(each, Level.not)).join(' AND '), level: Level.and };
      case 'or':
        return { sql: term.operands.map((each) => this.operand(each, Level.and)).join(' OR '), level: Level.or };
      case 'not':
        return { sql: `NOT ${this.operand(term.of, spelling.isLevel)}`, level: Level.not };
      case 'cast':
        return spelling.cast((level) => this.operand(term.of, level), term.type);
      case 'collate':
        return { sql: `${this.operand(term.of, Level.collate + 1)} COLLATE ${term.collation}`, level: Level.collate };
      case 'case':
        return atom(this.caseOf(term));
      case 'array':
        return term.items.length === 0 ? this.typed("'{}'", term.type) : atom(`ARRAY[${this.list(term.items)}]`);
      case 'row':
        return atom(term.items.length > 1 ? `(${this.list(term.items)})` : `ROW(${this.list(term.items)})`);
      case 'element':
        return atom(this.element(term.of, term.path));
      case 'sql':
        return { sql: term.sql, level: term.columns ? Level.or : Level.atom };
      default:
        return assertNever(term);
    }
  }

  private typed(sql: string, type: string | null): Printed {
    return type === null ? atom(sql) : this.spelling.cast(() => sql, type);
  }

  /** An integral numeric shows its type by `.0`; floating point needs a cast. */
  private number({ digits, type }: NumberLiteral): Printed {
    if (type === 'real' || type === 'double precision') return this.spelling.float(digits, type);
    const sql = type === 'numeric' && !digits.includes('.') ? `${digits}.0` : digits;
    return { sql, level: sql.startsWith('-') ? Level.sign : Level.atom };
  }

  private list(terms: readonly Term[]): string {
    return terms.map((term) => this.print(term)).join(', ');
  }

  private call(name: string, args: readonly Term[], variadic: boolean): string {
    const texts = args.map((term) => this.print(term));
    const special = this.spelling.calls[name]?.(texts);
    if (typeof special === 'string') return special;
    if (variadic) texts.push(`VARIADIC ${texts.pop() ?? ''}`);
    return `${this.spelling.functionName(name)}(${texts.join(', ')})`;
  }

  private comparison(operator: string, left: Term, right: Term): Printed {
    const { spelling } = this;
    const distinct = spelling.distinct[operator];
    if (distinct !== undefined) {
      const [a, b] = [left, right].map((each) => this.operand(each, Level.comparison + 1));
      return distinct(a ?? '', b ?? '');
    }
    const level = ordering.has(operator)
      ? Level.comparison
      : operator in spelling.words
        ? spelling.likeLevel
        : Level.operator;
    return {
      sql: `${this.operand(left, level + 1)} ${spelling.words[operator] ?? operator} ${this.operand(right, level + 1)}`,
      level,
    };
  }

  private operation(operator: string, left: Term | null, right: Term): Printed {
    if (left === null) {
      const level = operator === '-' || operator === '+' ? Level.sign : Level.operator;
      const space = operator === '-' || operator === '+' ? '' : ' ';
      return { sql: `${operator}${space}${this.operand(right, Level.cast)}`, level };
    }
    const level = this.spelling.operators[operator] ?? Level.operator;
    return { sql: `${this.operand(left, level)} ${operator} ${this.operand(right, level + 1)}`, level };
  }

  private caseOf(term: Extract<Term, { kind: 'case' }>): string {
    const subject = term.subject === null ? '' : ` ${this.print(term.subject)}`;
    const branches = term.branches
      .map(({ when, result }) => ` WHEN ${this.print(when)} THEN ${this.print(result)}`)
      .join('');
    return `CASE${subject}${branches}${term.otherwise === null ? '' : ` ELSE ${this.print(term.otherwise)}`} END`;
  }

  private element(of: Term, path: readonly Step[]): string {
    const base = of.kind === 'column' && path[0]?.kind !== 'field' ? this.print(of) : `(${this.print(of)})`;
    return base + path.map((each) => this.step(each)).join('');
  }

  private step(one: Step): string {
    if (one.kind === 'field') return `.${this.spelling.quoteName(one.name)}`;
    if (one.kind === 'index') return `[${this.print(one.index)}]`;
    return `[${one.from === null ? '' : this.print(one.from)}:${one.to === null ? '' : this.print(one.to)}]`;
  }
}

function atom(sql: string): Printed {
  return { sql, level: Level.atom };
}

const ordering: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=']);

const postgresql = new Printer(postgresqlSpelling);
