import { comparison, membership, unified } from '../expressions/comparison';
import { joined, negation, withoutNullGuards } from '../expressions/conditions';
import type { ExpressionContext } from '../expressions/normalize';
import { negative, numberLiteral } from '../expressions/number-literal';
import { UnreadableExpression } from '../expressions/opaque';
import type { Term, Test } from '../expressions/term';
import type { Expression } from './expression-tree';
import type { Grammar } from './grammar';

/** The normal form of an expression in a dialect; in a CHECK, without the guards that Django's `~Q` adds. */
export function termOfExpression(expression: Expression, grammar: Grammar, context: ExpressionContext): Term {
  const reader = new TermReader(grammar, context);
  return context.check === true ? reader.check(expression) : reader.term(expression);
}

class TermReader {
  constructor(
    private readonly grammar: Grammar,
    private readonly context: ExpressionContext,
  ) {}

  /** As `readCheck` does for PostgreSQL: a CHECK lets NULL pass as it lets true pass. */
  check(expression: Expression): Term {
    if (expression.kind === 'infix' && (expression.operator === 'and' || expression.operator === 'or')) {
      return joined(expression.operator, [
        this.truth(this.check(expression.left)),
        this.truth(this.check(expression.right)),
      ]);
    }
    if (expression.kind !== 'prefix' || expression.operator !== 'not') return this.term(expression);
    const inner = this.truth(this.term(expression.right));
    return negation(inner.kind === 'and' ? joined('and', withoutNullGuards(inner.operands)) : inner);
  }

  term(expression: Expression): Term {
    switch (expression.kind) {
      case 'null':
        return { kind: 'null' };
      case 'boolean':
        return { kind: 'number', digits: expression.value ? '1' : '0', type: 'integer' };
      case 'number':
        return numberLiteral(expression.text) ?? { kind: 'sql', sql: expression.text, type: 'numeric', columns: false };
      case 'string':
        return { kind: 'string', text: expression.text, type: null };
      case 'bytes':
        return { kind: 'sql', sql: bytesText(expression.text), type: undefined, columns: false };
      case 'column':
        return this.column(expression);
      case 'call':
        return this.call(expression.name, expression.args);
      case 'prefix':
        return this.prefix(expression.operator, this.term(expression.right));
      case 'infix':
        return this.infix(expression.operator, this.term(expression.left), this.term(expression.right));
      case 'between':
        return this.between(expression);
      case 'in':
        return this.membership(expression);
      case 'like':
        return this.like(expression);
      case 'test':
        return this.test(expression);
      case 'cast':
        return { kind: 'cast', of: this.term(expression.of), type: castType(expression.type) };
      case 'collate':
        return { kind: 'collate', of: this.term(expression.of), collation: expression.collation.toLowerCase() };
      case 'interval':
        return call('interval', [this.term(expression.of), text(expression.unit)]);
      case 'case':
        return this.case(expression);
      case 'row':
        return { kind: 'row', items: expression.items.map((item) => this.term(item)) };
    }
  }

  private test({ of, test, negated }: Extract<Expression, { kind: 'test' }>): Term {
    const term = this.term(of);
    const tested = test === 'true' || test === 'false' ? this.truth(term) : term;
    return { kind: 'test', of: tested, test: tests[test][negated ? 1 : 0] };
  }

  /** A term that stands where only its being true counts. */
  private truth(term: Term): Term {
    if (!this.grammar.comparesTruths || !isNumber(term)) return term;
    return comparison('<>', term, { kind: 'number', digits: '0', type: 'integer' });
  }

  private column({ name, isQuoted }: Extract<Expression, { kind: 'column' }>): Term {
    const { context, grammar } = this;
    const own = context.columnName === undefined ? name : context.columnName(name);
    if (own === null && isQuoted && grammar.takesNamesForStrings) return text(name);
    const type = context.columnType(own ?? name);
    return { kind: 'column', name: own ?? name, type: type === undefined ? undefined : grammar.types.family(type) };
  }

  private call(written: string, args: readonly Expression[]): Term {
    const name = this.grammar.functions[written] ?? written;
    const terms = args.map((arg) => this.term(arg));
    const moment = moments[name];
    if (moment !== undefined && isNow(name, terms)) return moment(terms);
    const [of, pattern] = terms;
    // MySQL 8 stores REGEXP under this name.
    if (name === 'regexp_like' && of !== undefined && pattern !== undefined && terms.length === 2) {
      return comparison('REGEXP', of, pattern);
    }
    return call(name, shared.has(name) ? unified(terms) : terms);
  }

  private prefix(operator: string, right: Term): Term {
    if (operator === 'not') return negation(this.truth(right));
    if (operator === 'binary') return { kind: 'cast', of: right, type: 'BINARY' };
    if (operator === '+') return right;
    if (right.kind === 'number' && operator === '-') return negative(right);
    return { kind: 'operation', operator, left: null, right };
  }

  private infix(operator: string, left: Term, right: Term): Term {
    if (operator === 'and' || operator === 'or') return joined(operator, [this.truth(left), this.truth(right)]);
    if (operator === 'xor')
      return { kind: 'operation', operator: 'XOR', left: this.truth(left), right: this.truth(right) };
    const compared = comparisons[operator];
    if (compared !== undefined) return comparison(compared, left, right);
    if (this.grammar.arrowsAreCalls && operator.startsWith('->')) {
      const element = call('json_extract', [left, right]);
      return operator === '->' ? element : call('json_unquote', [element]);
    }
    return { kind: 'operation', operator: operator.toUpperCase(), left, right };
  }

  private between({ of, low, high, negated }: Extract<Expression, { kind: 'between' }>): Term {
    const [term, from, to] = [of, low, high].map((each) => this.term(each));
    if (term === undefined || from === undefined || to === undefined) return { kind: 'null' };
    const within = joined('and', [comparison('>=', term, from), comparison('<=', term, to)]);
    return negated ? negation(within) : within;
  }

  private membership({ of, items, negated }: Extract<Expression, { kind: 'in' }>): Term {
    if (items.length === 0) throw new UnreadableExpression('has an IN without items');
    return membership(
      this.term(of),
      items.map((item) => this.term(item)),
      negated,
    );
  }

  private like({ operator, of, pattern, escapedBy, negated }: Extract<Expression, { kind: 'like' }>): Term {
    const character = escapedBy === null ? null : this.term(escapedBy);
    const isDefault = character === null || (character.kind === 'string' && character.text === this.grammar.likeEscape);
    const plain = this.term(pattern);
    const right = isDefault || character === null ? plain : call('like_escape', [plain, character]);
    const match = comparison(operator === 'like' ? '~~' : operator.toUpperCase(), this.term(of), right);
    return negated ? negation(match) : match;
  }

  private case({ subject, branches, otherwise }: Extract<Expression, { kind: 'case' }>): Term {
    const of = subject === null ? null : this.term(subject);
    const last = otherwise === null ? null : this.term(otherwise);
    const results = branches.map(({ result }) => this.term(result));
    const values = unified(last === null ? results : [...results, last]);
    const end = last === null ? null : (values.at(-1) ?? null);
    return {
      kind: 'case',
      subject: null,
      branches: branches.map(({ when }, index) => {
        const condition = this.term(when);
        return {
          when: of === null ? condition : comparison('=', of, condition),
          result: values[index] ?? { kind: 'null' },
        };
      }),
      otherwise: end?.kind === 'null' ? null : end,
    };
  }
}

/** Has it another value than a condition's? */
function isNumber(term: Term): boolean {
  if (term.kind === 'operation') return term.operator !== 'XOR';
  return numbers.has(term.kind);
}

const numbers: ReadonlySet<Term['kind']> = new Set(['column', 'call', 'cast', 'collate', 'case'] as const);

function call(name: string, args: readonly Term[]): Term {
  return { kind: 'call', name, args, variadic: false };
}

function text(value: string): Term {
  return { kind: 'string', text: value, type: null };
}

/** Functions whose arguments are brought to one type. */
const shared: ReadonlySet<string> = new Set(['coalesce', 'ifnull', 'greatest', 'least']);

/** Operators that compare, by PostgreSQL's names. */
const comparisons: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['=', '<>', '<', '>', '<=', '>='].map((operator) => [operator, operator])),
  '<=>': 'IS NOT DISTINCT FROM',
  is: 'IS NOT DISTINCT FROM',
  'is not': 'IS DISTINCT FROM',
};

const tests: Readonly<Record<Extract<Expression, { kind: 'test' }>['test'], readonly [Test, Test]>> = {
  null: ['NULL', 'NOT NULL'],
  true: ['TRUE', 'NOT TRUE'],
  false: ['FALSE', 'NOT FALSE'],
  unknown: ['UNKNOWN', 'NOT UNKNOWN'],
};

/** Functions of the moment; a precision of 0 is none. */
const moments: { readonly [name in string]?: (args: readonly Term[]) => Term } = {
  now: (args) =>
    call(
      'now',
      args.filter((arg) => arg.kind !== 'number' || arg.digits !== '0'),
    ),
  datetime: () => call('now', []),
  current_date: () => word('CURRENT_DATE', 'date'),
  date: () => word('CURRENT_DATE', 'date'),
  current_time: (args) => (args.length === 0 ? word('CURRENT_TIME', undefined) : call('curtime', args)),
  time: () => word('CURRENT_TIME', undefined),
  current_user: () => word('CURRENT_USER', undefined),
};

/** SQLite's functions are of the moment only where they are asked for it. */
function isNow(name: string, args: readonly Term[]): boolean {
  const [only] = args;
  if (name !== 'datetime' && name !== 'date' && name !== 'time') return true;
  return args.length === 1 && only?.kind === 'string' && only.text === 'now';
}

function word(sql: string, type: string | undefined): Term {
  return { kind: 'sql', sql, type, columns: false };
}

/** MySQL stores what BINARY casts to in longer words, and names a character set that nobody wrote. */
function castType(written: string): string {
  return written
    .toUpperCase()
    .replace(/^CHAR(\(\d+\))? ?(?:CHARSET|CHARACTER SET) BINARY$/, 'BINARY$1')
    .replace(/^CHAR(\(\d+\))? ?(?:CHARSET|CHARACTER SET) \w+$/, 'CHAR$1')
    .replace(/^(SIGNED|UNSIGNED) INT(?:EGER)?$/, '$1');
}

/** `0xFF` is `x'ff'`; leading zeros of bits say nothing. */
function bytesText(written: string): string {
  if (written.startsWith('0x')) return `x'${written.slice(2).toLowerCase()}'`;
  if (written.startsWith('x')) return written.toLowerCase();
  return `b'${written.slice(2, -1).replace(/^0+(?=.)/, '')}'`;
}
