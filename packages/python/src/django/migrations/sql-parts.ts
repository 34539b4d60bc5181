import { isUnreadable, type Place } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { Literals } from '../backends';
import { dottedName, itemsFact, whyNot } from '../constants';
import { constantSql } from '../emit/constant-sql';
import { OperationError } from './operation';

/** SQL of an operation, and where it stands. */
export interface SqlPart {
  readonly text: string;
  readonly place: Place;
}

/** The SQL of a text, or of a list of texts and of texts with parameters. */
export function statementsOf(sql: Value, literals: Literals): readonly SqlPart[] {
  if (sql.kind === 'str') return [{ text: sql.value, place: sql.place }];
  if (isNoop(sql)) return [];
  const items = itemsFact(sql);
  if (isUnreadable(items)) throw new OperationError(`its SQL: ${items.unreadable}`);
  return items.map((item) => partOf(item, literals));
}

/** Is it `RunSQL.noop` or `RunPython.noop`? */
export function isNoop(value: Value): boolean {
  return dottedName(value)?.endsWith('.noop') === true;
}

/** A text, or a text with its parameters. */
export function partOf(item: Value, literals: Literals): SqlPart {
  if (item.kind === 'str') return { text: item.value, place: item.place };
  const [text, parameters] = item.kind === 'tuple' || item.kind === 'list' ? item.items : [];
  if (text?.kind !== 'str') throw new OperationError(`its SQL: ${whyNot(text ?? item, 'a constant text')}`);
  if (parameters === undefined || parameters.kind === 'none') return { text: text.value, place: text.place };
  return { text: withParameters(text.value, parameters, literals), place: text.place };
}

/** Each `%s` or `%(name)s` gives way to its parameter's literal, as the driver does it. */
function withParameters(text: string, parameters: Value, literals: Literals): string {
  const byName = new Map(
    parameters.kind === 'dict'
      ? parameters.entries.flatMap(([key, value]) => (key.kind === 'str' ? [[key.value, value] as const] : []))
      : [],
  );
  const items = parameters.kind === 'dict' ? [] : itemsFact(parameters);
  if (isUnreadable(items)) throw new OperationError(`the parameters of its SQL: ${items.unreadable}`);
  const queue = [...items];
  return text.replace(/%(?:\((\w+)\))?(.)/g, (_all, name: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const value = name === undefined ? queue.shift() : byName.get(name);
    const literal = value === undefined ? null : constantSql(value, literals);
    if (literal === null) throw new OperationError('a parameter of its SQL is no constant');
    return literal;
  });
}
