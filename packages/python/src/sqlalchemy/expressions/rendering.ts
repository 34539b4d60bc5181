import { type Fact, isUnreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { ColumnResolver, SqlType } from '../description';
import type { StatementCompiler } from '../dialects/statement-compiler';
import type { ReadContext } from '../read-context';

/** Renders one operand, and combines what it gave. */
export interface Rendering {
  readonly columns: ColumnResolver;
  readonly context: ReadContext;
  /** What the dialect prints in its own way. */
  readonly print: StatementCompiler;
  render(value: Value): Fact<string>;
  /** Renders several; `combine` is asked when all of them were readable. */
  all(values: readonly Value[], combine: (parts: readonly string[]) => Fact<string>): Fact<string>;
  /** Renders one that a condition is asked of: does it hold, or (`holds` false) not? */
  condition(value: Value, holds?: boolean): Fact<string>;
}

/** What the parts give together; the first unreadable one where there is any. */
export function combined(
  parts: readonly Fact<string>[],
  combine: (parts: readonly string[]) => Fact<string>,
): Fact<string> {
  const texts: string[] = [];
  for (const part of parts) {
    if (isUnreadable(part)) return part;
    texts.push(part);
  }
  return combine(texts);
}

/** Does a column of the type hold text? */
export function isTextType(type: SqlType): boolean {
  if (type.kind === 'enum') return true;
  return type.kind === 'plain' && (type.text.includes('char') || type.text.endsWith('text'));
}
