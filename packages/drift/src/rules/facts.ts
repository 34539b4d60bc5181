import { type Column, type Fact, type Index, isUnreadable } from '@canonical-schema/schema';
import { describeIndex } from '../compare/index-structure';

/** A column's main facts, as findings carry them in JSON. */
export function columnFact(column: Column): Record<string, unknown> {
  return { type: factValue(column.type), nullable: factValue(column.nullable), default: factValue(column.default) };
}

/** An index, as findings carry it in JSON. */
export function indexFact(index: Index): string {
  return describeIndex(index);
}

/** The value of a fact for JSON; the contract's `{"unreadable": why}` where there is none. */
export function factValue<T>(fact: Fact<T>): unknown {
  return isUnreadable(fact) ? { unreadable: fact.unreadable } : fact;
}
