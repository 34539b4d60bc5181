import { type Column, isUnreadable } from '@canonical-schema/schema';
import type { FieldFacts } from '../missing/model-facts';
import { decimalText, textRepr } from '../missing/python-repr';
import { falseTerm, literal, nameTerm, type Term, trueTerm } from '../missing/term';

/** The Python value of a column's DEFAULT, for the rows that are there; null where there is none that can be told. */
export function defaultTerm(column: Column, { kind }: FieldFacts): Term | null {
  const sql = column.default;
  if (sql === null || isUnreadable(sql)) return null;
  if (sql === 'now()' && ['DateTimeField', 'DateField', 'TimeField'].includes(kind.name)) {
    return nameTerm('django.utils.timezone.now', 'django.utils.timezone');
  }
  if (/^(true|false)$/i.test(sql)) return sql.toLowerCase() === 'true' ? trueTerm : falseTerm;
  if (/^-?\d+$/.test(sql)) return literal(sql);
  if (/^-?\d+\.\d+$/.test(sql)) return numberTerm(sql, kind.name);
  const text = /^'((?:[^']|'')*)'$/.exec(sql)?.[1];
  if (text === undefined || !['CharField', 'TextField', 'EmailField', 'SlugField', 'URLField'].includes(kind.name))
    return null;
  return literal(textRepr(text.replaceAll("''", "'")));
}

function numberTerm(sql: string, kind: string): Term | null {
  const decimal = kind === 'DecimalField' ? decimalText(sql) : null;
  if (decimal !== null) return literal(`Decimal('${decimal}')`, ['from decimal import Decimal']);
  return kind === 'FloatField' ? literal(String(Number(sql))) : null;
}
