import type { Expression } from './expression-tree';
import type { Operators } from './operators';
import { GrammarError, type TokenReader } from './token-reader';

/** More levels than anybody writes, fewer than the call stack holds. */
const maximumDepth = 300;

/**
 * The expression that comes next, of operators that bind at least as tightly as `level`; the reader stops before what
 * cannot belong to it. Throws `GrammarError`.
 */
export function readExpression(reader: TokenReader, operators: Operators, level = 1): Expression {
  return new ExpressionReader(reader, operators).read(level);
}

/** Reads by climbing the levels of the operators. */
class ExpressionReader {
  private depth = 0;

  constructor(
    private readonly reader: TokenReader,
    private readonly operators: Operators,
  ) {}

  /** An expression whose operators bind at least as tightly as `level`. */
  read(level: number): Expression {
    this.depth += 1;
    if (this.depth > maximumDepth) throw new GrammarError('is nested too deeply to be read');
    let left = this.prefixed();
    for (let more = this.continued(left, level); more !== null; more = this.continued(left, level)) left = more;
    this.depth -= 1;
    return left;
  }

  private prefixed(): Expression {
    const { reader, operators } = this;
    const word = reader.peek()?.word ?? '';
    const level = operators.prefix[word];
    if (level === undefined) return this.primary();
    reader.take();
    return { kind: 'prefix', operator: word === '!' ? 'not' : word, right: this.read(level) };
  }

  /** What the next operator makes of what stands before it; null where none that binds so tightly follows. */
  private continued(left: Expression, level: number): Expression | null {
    return (
      this.collated(left, level) ?? this.tested(left, level) ?? this.predicate(left, level) ?? this.infix(left, level)
    );
  }

  private infix(left: Expression, level: number): Expression | null {
    const { reader, operators } = this;
    const word = reader.peek()?.word ?? '';
    const operator = operators.aliases[word] ?? word;
    const own = operators.infix[operator];
    if (own === undefined || own < level || operator === 'not' || operators.patterns.has(operator)) return null;
    reader.take();
    return { kind: 'infix', operator, left, right: this.read(own + 1) };
  }

  private collated(of: Expression, level: number): Expression | null {
    if (this.operators.collate < level || !this.reader.accepts('collate')) return null;
    return { kind: 'collate', of, collation: this.reader.take().value };
  }

  /** IS and its shorter spellings. */
  private tested(of: Expression, level: number): Expression | null {
    const { reader, operators } = this;
    if (operators.is < level) return null;
    if (reader.accepts('isnull')) return { kind: 'test', of, test: 'null', negated: false };
    if (reader.accepts('notnull') || reader.accepts('not', 'null'))
      return { kind: 'test', of, test: 'null', negated: true };
    if (!reader.accepts('is')) return null;
    const negated = reader.accepts('not');
    if (reader.accepts('distinct', 'from')) {
      return { kind: 'infix', operator: negated ? 'is' : 'is not', left: of, right: this.read(operators.is + 1) };
    }
    const test = reader.acceptsOneOf(['null', 'true', 'false', 'unknown']);
    if (test !== null) return { kind: 'test', of, test, negated };
    return { kind: 'infix', operator: negated ? 'is not' : 'is', left: of, right: this.read(operators.is + 1) };
  }

  /** [NOT] LIKE, IN, BETWEEN. */
  private predicate(of: Expression, level: number): Expression | null {
    const { reader, operators } = this;
    if (operators.predicate < level) return null;
    const start = reader.position;
    const negated = reader.accepts('not');
    if (reader.accepts('between')) {
      const low = this.read(operators.predicate + 1);
      reader.expects('and');
      return { kind: 'between', of, low, high: this.read(operators.predicate + 1), negated };
    }
    if (reader.accepts('in')) return { kind: 'in', of, items: this.list(), negated };
    const operator = this.pattern();
    if (operator === null) {
      reader.moveTo(start);
      return null;
    }
    const pattern = this.read(operators.predicate + 1);
    const escapedBy = reader.accepts('escape') ? this.read(operators.predicate + 1) : null;
    return { kind: 'like', operator, of, pattern, escapedBy, negated };
  }

  private pattern(): string | null {
    const { reader, operators } = this;
    if (operators.patterns.has('sounds like') && reader.accepts('sounds', 'like')) return 'sounds like';
    const word = reader.peek()?.word ?? '';
    const operator = operators.aliases[word] ?? word;
    if (!operators.patterns.has(operator)) return null;
    reader.take();
    return operator;
  }

  /** Expressions in brackets. A subquery is none: what it says depends on other tables. */
  private list(): readonly Expression[] {
    const { reader } = this;
    reader.expects('(');
    if (reader.sees('select') || reader.sees('with'))
      throw new GrammarError('has a subquery, which is not read', reader.peek()?.span);
    const items: Expression[] = [];
    if (reader.accepts(')')) return items;
    do items.push(this.read(1));
    while (reader.accepts(','));
    reader.expects(')');
    return items;
  }

  private primary(): Expression {
    const { reader } = this;
    const token = reader.peek();
    if (token === undefined) throw reader.unexpected('an expression');
    switch (token.kind) {
      case 'number':
        return { kind: 'number', text: reader.take().value };
      case 'bytes':
        return { kind: 'bytes', text: reader.take().value };
      case 'string':
        return this.strings();
      case 'name':
        return this.named();
      case 'word':
        return this.word(token.word);
      default:
        return this.inBrackets();
    }
  }

  /** Strings one after the other are one. */
  private strings(): Expression {
    let text = '';
    while (this.reader.peek()?.kind === 'string') text += this.reader.take().value;
    return { kind: 'string', text };
  }

  private inBrackets(): Expression {
    const items = this.list();
    const [only] = items;
    return items.length === 1 && only !== undefined ? only : { kind: 'row', items };
  }

  private word(word: string): Expression {
    const { reader } = this;
    const following = reader.peek(1);
    if (word.startsWith('_') && (following?.kind === 'string' || following?.kind === 'bytes')) {
      // A character set's introducer says how the bytes are to be read, not what they are.
      reader.take();
      return this.primary();
    }
    const read = this.operators.keywords.has(word) ? (calls[word] ?? constants[word]) : undefined;
    if (read === undefined || (word in calls && following?.word !== '(')) return this.named();
    return read(this);
  }

  private named(): Expression {
    const { reader } = this;
    let token = reader.take();
    while (reader.sees('.') && ['word', 'name'].includes(reader.peek(1)?.kind ?? '')) {
      reader.take();
      token = reader.take();
    }
    if (reader.sees('(')) return { kind: 'call', name: token.value.toLowerCase(), args: this.args() };
    if (token.kind === 'word' && reserved.has(token.word)) {
      throw new GrammarError(`has ${token.text} where an expression is expected`, token.span);
    }
    return { kind: 'column', name: token.value, isQuoted: token.kind === 'name' };
  }

  private args(): readonly Expression[] {
    const { reader } = this;
    if (reader.sees('(', '*') || reader.sees('(', 'distinct')) {
      throw new GrammarError('has an aggregate, which is not read', reader.peek()?.span);
    }
    return this.list();
  }

  /** `CAST(x AS type)`, `CONVERT(x, type)` and `CONVERT(x USING set)`. */
  cast(): Expression {
    const { reader } = this;
    reader.take();
    reader.expects('(');
    const of = this.read(1);
    if (reader.accepts('using')) {
      const set = reader.take().value;
      reader.expects(')');
      return { kind: 'call', name: 'convert_using', args: [of, { kind: 'string', text: set.toLowerCase() }] };
    }
    if (!reader.accepts('as')) reader.expects(',');
    const words: string[] = [];
    for (let depth = 0; depth > 0 || !reader.sees(')'); ) {
      const { word, text } = reader.take();
      if (word === '(') depth += 1;
      if (word === ')') depth -= 1;
      words.push(text.toLowerCase());
    }
    reader.expects(')');
    return { kind: 'cast', of, type: words.join(' ').replace(/ ?([(),]) ?/g, '$1') };
  }

  /** `EXTRACT(unit FROM x)`. */
  extract(): Expression {
    const { reader } = this;
    reader.take();
    reader.expects('(');
    const unit = reader.take().word;
    reader.expects('from');
    const of = this.read(1);
    reader.expects(')');
    return { kind: 'call', name: 'extract', args: [{ kind: 'string', text: unit }, of] };
  }

  /** `TRIM([BOTH | LEADING | TRAILING] [x FROM] y)`. */
  trim(): Expression {
    const { reader } = this;
    reader.take();
    reader.expects('(');
    const side = reader.acceptsOneOf(['both', 'leading', 'trailing']);
    const name = side === 'leading' ? 'ltrim' : side === 'trailing' ? 'rtrim' : 'trim';
    const first = side !== null && reader.accepts('from') ? null : this.read(1);
    const of = first === null || reader.accepts('from') ? this.read(1) : null;
    const rest: Expression[] = [];
    while (reader.accepts(',')) rest.push(this.read(1));
    reader.expects(')');
    const args = of === null ? [first] : [of, first];
    return { kind: 'call', name, args: [...args.filter((each) => each !== null), ...rest] };
  }

  /** `SUBSTRING(x FROM 1 FOR 2)` is `SUBSTRING(x, 1, 2)`; `POSITION(a IN b)` is `LOCATE(a, b)`. */
  spelled(name: string): Expression {
    const { reader } = this;
    reader.take();
    reader.expects('(');
    const isPosition = name === 'position';
    const args = [this.read(isPosition ? this.operators.predicate + 1 : 1)];
    while (reader.accepts(',') || reader.accepts('from') || reader.accepts('for') || reader.accepts('in'))
      args.push(this.read(1));
    reader.expects(')');
    return { kind: 'call', name: isPosition ? 'locate' : name, args };
  }

  case(): Expression {
    const { reader } = this;
    reader.take();
    const subject = reader.sees('when') ? null : this.read(1);
    const branches: { when: Expression; result: Expression }[] = [];
    while (reader.accepts('when')) {
      const when = this.read(1);
      reader.expects('then');
      branches.push({ when, result: this.read(1) });
    }
    const otherwise = reader.accepts('else') ? this.read(1) : null;
    reader.expects('end');
    return { kind: 'case', subject, branches, otherwise };
  }

  interval(): Expression {
    const { reader } = this;
    // INTERVAL is a function too.
    if (reader.sees('interval', '(')) {
      const start = reader.position;
      const call = this.named();
      if (reader.peek()?.kind !== 'word' || call.kind !== 'call' || call.args.length > 1) return call;
      reader.moveTo(start);
    }
    reader.take();
    const of = this.read(1);
    return { kind: 'interval', of, unit: reader.take().word };
  }

  constant(expression: Expression): Expression {
    this.reader.take();
    return expression;
  }

  /** A keyword that is a function, with or without brackets. */
  moment(name: string): Expression {
    this.reader.take();
    return { kind: 'call', name, args: this.reader.sees('(') ? this.list() : [] };
  }

  unread(what: string): never {
    throw new GrammarError(`has ${what}, which is not read`, this.reader.peek()?.span);
  }
}

type Special = (reader: ExpressionReader) => Expression;

/** Functions whose arguments the grammar spells with words between them. */
const calls: { readonly [word in string]?: Special } = {
  cast: (reader) => reader.cast(),
  convert: (reader) => reader.cast(),
  extract: (reader) => reader.extract(),
  trim: (reader) => reader.trim(),
  substring: (reader) => reader.spelled('substring'),
  substr: (reader) => reader.spelled('substring'),
  mid: (reader) => reader.spelled('substring'),
  position: (reader) => reader.spelled('position'),
  exists: (reader) => reader.unread('a subquery'),
  match: (reader) => reader.unread('a full-text search'),
};

/** Words that start something else than a column or a call. */
const constants: { readonly [word in string]?: Special } = {
  null: (reader) => reader.constant({ kind: 'null' }),
  true: (reader) => reader.constant({ kind: 'boolean', value: true }),
  false: (reader) => reader.constant({ kind: 'boolean', value: false }),
  case: (reader) => reader.case(),
  interval: (reader) => reader.interval(),
  current_timestamp: (reader) => reader.moment('now'),
  localtime: (reader) => reader.moment('now'),
  localtimestamp: (reader) => reader.moment('now'),
  current_date: (reader) => reader.moment('current_date'),
  current_time: (reader) => reader.moment('current_time'),
  current_user: (reader) => reader.moment('current_user'),
};

/** Words that are never a column's name without quotes. */
const reserved: ReadonlySet<string> = new Set(
  'and or xor not in is like between when then else end as from where select check default primary unique references constraint'.split(
    ' ',
  ),
);
