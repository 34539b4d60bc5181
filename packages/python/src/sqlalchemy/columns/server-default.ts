import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, Value } from '../../syntax/value';
import type { ServerDefault } from '../description';
import type { StatementCompiler } from '../dialects/statement-compiler';
import { sqlExpression, sqlText } from '../expressions/render-expression';
import { argument, booleanFact, textOf, whyNot } from '../facts-of-values';
import { calledName, callOf, methodCall } from '../framework-name';
import type { ReadContext } from '../read-context';

/** `server_default=` in each form: a string is a constant, `text()` and expressions are SQL. */
export function readServerDefault(value: Value | null, context: ReadContext): ServerDefault {
  if (value === null || value.kind === 'none') return { kind: 'none' };
  if (value.kind === 'unknown') return { kind: 'unread', why: value.why };
  if (callOf(value, 'FetchedValue') !== null) return { kind: 'fetched' };
  const clause = callOf(value, 'DefaultClause');
  if (clause !== null) return readServerDefault(argument(clause, 'arg', 0), context);
  const identity = callOf(value, 'Identity');
  if (identity !== null) return readIdentity(identity);
  const computed = callOf(value, 'Computed');
  if (computed !== null) return readComputed(computed, context);
  const print = context.dialect.statements;
  const constant = textOf(value);
  if (constant !== null) return { kind: 'sql', sql: () => print.text(constant) };
  const member = stringMember(value, context);
  if (member !== null) return { kind: 'sql', sql: () => print.text(member) };
  const nextValue = nextValueOf(value, print);
  if (nextValue !== null) return { kind: 'sql', sql: () => nextValue };
  if (value.kind === 'call') return { kind: 'sql', sql: sqlExpression(value, context) };
  if (value.kind === 'operation' || value.kind === 'subscript')
    return { kind: 'sql', sql: sqlExpression(value, context) };
  return { kind: 'unread', why: `its server_default ${whyNot(value, 'readable')}` };
}

/** A member of a string enumeration is a string. */
function stringMember(value: Value, context: ReadContext): string | null {
  const member = context.program.enumMember(value);
  return member === null || value.kind !== 'attribute' ? null : textOf(member.value);
}

/** `Sequence("name").next_value()`, or `func.next_value(sequence)`. */
function nextValueOf(value: Value, print: StatementCompiler): Fact<string> | null {
  const method = methodCall(value);
  if (method?.method !== 'next_value') return null;
  const sequence = calledName(method.of) === 'Sequence' ? method.of : method.call.positional[0];
  const call = callOf(sequence, 'Sequence');
  if (call === null) return unreadable('the sequence of its server_default could not be read');
  const name = textOf(argument(call, 'name', 0));
  const schema = textOf(call.keywords.get('schema'));
  if (name === null) return unreadable('the name of its sequence is not a constant');
  const qualified = schema === null ? print.name(name) : `${print.name(schema)}.${print.name(name)}`;
  return print.nextValue(qualified);
}

/** `Identity(always=…)`. */
export function readIdentity(call: CallValue): ServerDefault {
  return { kind: 'identity', always: booleanFact(argument(call, 'always', 0), false) };
}

/** `Computed("price * 2", persisted=…)`. */
export function readComputed(call: CallValue, context: ReadContext): ServerDefault {
  const sql = argument(call, 'sqltext', 0);
  if (sql === null) return { kind: 'unread', why: 'Computed has no expression' };
  return { kind: 'computed', sql: sqlText(sql, context), persisted: booleanFact(argument(call, 'persisted', 1), null) };
}
