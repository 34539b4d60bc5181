import { parseColumnType } from '@canonical-schema/schema';
import type { ExpressionLiteral } from '@canonical-schema/sql';
import { pythonString } from '../../../edits/python-text';
import type { ExpressionHome } from './expression-home';
import { NotExpressible } from './not-expressible';

/** A constant as Python writes it where Django prepares it for a column of that type. */
export function literalText(literal: ExpressionLiteral, type: string | undefined, home: ExpressionHome): string {
  switch (literal.kind) {
    case 'null':
      return 'None';
    case 'boolean':
      return literal.value ? 'True' : 'False';
    case 'number':
      return numberText(literal.digits, type, home);
    case 'string':
      return textOf(literal.text, type ?? literal.type ?? undefined, home);
  }
}

function numberText(digits: string, type: string | undefined, { file }: ExpressionHome): string {
  if (!digits.includes('.')) return digits;
  const isFloat = ['double precision', 'real', 'double', 'float'].includes(type ?? '');
  if (isFloat) return digits;
  return `${file.spelling.spell('decimal', 'Decimal', file.hidden)}(${pythonString(digits, file.style)})`;
}

/** Types whose constants Django takes as the text that the server takes. */
const textual = new Set([
  ...['character varying', 'character', 'text', 'citext', 'uuid', 'inet', 'name'],
  ...['varchar', 'char', 'tinytext', 'mediumtext', 'longtext', 'enum', 'nvarchar', 'clob'],
]);

function textOf(text: string, type: string | undefined, home: ExpressionHome): string {
  const base = type === undefined ? 'text' : parseColumnType(type).base;
  if (textual.has(base)) return pythonString(text, home.file.style);
  if (base === 'date') return dateText(text, home);
  throw new NotExpressible(`compares a constant of the type ${base}`);
}

function dateText(text: string, { file }: ExpressionHome): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (year === undefined) throw new NotExpressible('compares with a date of an unusual form');
  const parts = [year, month, day].map(Number).join(', ');
  return `${file.spelling.spell('datetime', 'date', file.hidden)}(${parts})`;
}
