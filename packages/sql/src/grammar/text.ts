import { type Fact, isUnreadable, type SqlText, unreadable } from '@canonical-schema/schema';
import { assigned, type DefaultValue } from '../expressions/default';
import type { ExpressionContext } from '../expressions/normalize';
import { UnreadableExpression } from '../expressions/opaque';
import { Printer } from '../expressions/print';
import type { Term } from '../expressions/term';
import type { WrittenType } from '../types/type-name';
import { columnsNamedIn, type Expression, renamedColumn } from './expression-tree';
import type { Grammar } from './grammar';
import { readExpression } from './read-expression';
import { bareDefaultProblem } from './statements/bare-default';
import { termOfExpression } from './term-of-expression';
import { GrammarError, TokenReader } from './token-reader';
import { type Token, tokensOf } from './tokens';

/** What a dialect says of texts that stand inside other sources, and of expressions in its statements. */
export class GrammarText {
  private readonly printer: Printer;

  constructor(private readonly grammar: Grammar) {
    this.printer = new Printer(grammar.spelling);
  }

  /** The whole of these tokens as one expression. Throws `GrammarError`. */
  expression(tokens: readonly Token[]): Expression {
    const reader = new TokenReader(tokens);
    const expression = readExpression(reader, this.grammar.operators);
    if (!reader.isAtEnd) throw reader.unexpected();
    return expression;
  }

  /** The normal form of an expression's tokens. Throws `UnreadableExpression`. */
  normalOf(tokens: readonly Token[], context: ExpressionContext): string {
    return this.normal(this.readable(tokens), context);
  }

  /** The tokens of a statement as an expression: what cannot be read costs the expression, not the statement. */
  readable(tokens: readonly Token[]): Expression {
    try {
      return this.expression(tokens);
    } catch (error) {
      if (error instanceof GrammarError) throw new UnreadableExpression(error.message);
      throw error;
    }
  }

  private normal(expression: Expression, context: ExpressionContext): string {
    return this.printer.print(termOfExpression(expression, this.grammar, context));
  }

  /** A DEFAULT's normal form, for a column of this type. Throws `UnreadableExpression`. */
  default(expression: Expression, columnType: string): DefaultValue {
    const named = expression.kind === 'column' && this.grammar.takesNamesForStrings;
    const value: Expression = named ? { kind: 'string', text: expression.name } : expression;
    const term = termOfExpression(value, this.grammar, { columnType: () => undefined });
    const held = assigned(this.asHeld(term, columnType), this.grammar.types.family(columnType) ?? '');
    return held.kind === 'null' ? { kind: 'none' } : { kind: 'expression', sql: this.printer.print(held) };
  }

  /** `b'1'` is the number 1 for a column of numbers. */
  private asHeld(term: Term, columnType: string): Term {
    if (/^(?:var)?binary\(/.test(columnType)) return withoutPadding(asText(term), columnType);
    const bits = term.kind === 'sql' ? /^b'([01]{1,53})'$/.exec(term.sql)?.[1] : undefined;
    const family = this.grammar.types.family(columnType);
    if (bits === undefined || (family !== 'integer' && family !== 'bigint')) return term;
    return { kind: 'number', digits: String(Number.parseInt(bits, 2)), type: 'integer' };
  }

  normalizeExpressionText = (sql: string, context: ExpressionContext): Fact<string> =>
    fact(() => this.normal(this.expression(this.tokens(sql)), context));

  expressionTermOfText = (sql: string, context: ExpressionContext): Fact<Term> =>
    fact(() => termOfExpression(this.expression(this.tokens(sql)), this.grammar, context));

  normalizeDefaultText = (sql: string, columnType: string): Fact<DefaultValue> =>
    fact(() => this.default(this.expression(this.tokens(sql)), columnType));

  bareDefaultProblem = (sql: string, columnType: string): string | null => {
    const tokens = this.tokens(sql);
    if (!this.grammar.rules.limitsBareDefaults || tokens[0]?.word === '(') return null;
    const value = fact(() => this.expression(tokens));
    return isUnreadable(value) ? null : bareDefaultProblem(value, columnType);
  };

  columnTypeOfText = (sql: string): Fact<WrittenType> =>
    fact(() => {
      const reader = new TokenReader(this.tokens(sql));
      const { type, isSerial } = this.grammar.types.read(reader);
      if (!reader.isAtEnd) throw reader.unexpected();
      return { type, serial: isSerial ? 'bigint' : null };
    });

  columnsInText = (sql: string): readonly string[] => {
    const columns = fact(() => columnsNamedIn(this.expression(this.tokens(sql))));
    return 'unreadable' in columns ? [] : columns;
  };

  quoteName = (name: string): string => this.grammar.spelling.quoteName(name);

  /** There are no exclusion constraints and no types of the user's in these dialects. */
  readonly sqlText: SqlText = {
    columnsIn: this.columnsInText,
    renamedColumn: (sql, from, to) =>
      sql.toLowerCase().includes(from.toLowerCase())
        ? fact(() => this.normal(renamedColumn(this.expression(this.tokens(sql)), from, to), unknownTypes))
        : sql,
    renamedInExclusion: (definition) => definition,
    typeText: ({ name }) => this.quoteName(name),
  };

  private tokens(sql: string): readonly Token[] {
    return tokensOf(sql, this.grammar.lexis);
  }
}

const unknownTypes: ExpressionContext = { columnType: () => undefined };

/** Runs a reading; what the text can cause is the reason why it could not be read. */
function fact<T>(read: () => T): Fact<T> {
  try {
    return read();
  } catch (error) {
    if (error instanceof GrammarError || error instanceof UnreadableExpression) return unreadable(error.message);
    throw error;
  }
}

/** Bytes that are all plain characters, as a string: servers keep such a constant in either form. */
function asText(term: Term): Term {
  const bytes = term.kind === 'sql' ? /^x'((?:[2-6][0-9a-f]|7[0-9a-e])+)(?:00)*'$/.exec(term.sql)?.[1] : undefined;
  if (bytes === undefined) return term;
  const text = bytes.replace(/../g, (byte) => String.fromCharCode(Number.parseInt(byte, 16)));
  return { kind: 'string', text, type: null };
}

/** Bytes of one length are filled up with zeros. */
function withoutPadding(term: Term, columnType: string): Term {
  if (term.kind !== 'string' || !columnType.startsWith('binary(')) return term;
  return { ...term, text: term.text.replace(/\0+$/, '') };
}
