import { type Check, type Column, type Domain, isUnreadable, type Schema, tableLabel } from '@canonical-schema/schema';

/** The domains of a schema by the name that column types have. */
export function domainsByType(schema: Schema): ReadonlyMap<string, Domain> {
  return new Map(schema.domains.map((domain) => [tableLabel(domain), domain]));
}

/** A column with what its domain adds to it: NOT NULL and a DEFAULT. For comparison with a column of the base type. */
export function withDomain(column: Column, domain: Domain): Column {
  const nullable = isUnreadable(column.nullable) ? column.nullable : column.nullable && !domain.notNull;
  return { ...column, nullable, default: column.default ?? domain.default, baseType: column.baseType ?? domain.type };
}

/** The checks of a column's domain, said of the column: what the base type's side has to check itself. */
export function checksOfDomain(column: Column, domain: Domain): Check[] {
  return domain.checks.map(({ name, expression }) => ({
    name,
    nameGiven: false,
    place: column.place ?? domain.place,
    expression: withValueNamed(expression, column.name),
    columns: [column.name],
    origin: 'written',
  }));
}

/** A domain's expression with the column's name in the place of VALUE; quoted text stays as it is. */
export function withValueNamed(expression: string, column: string): string {
  let result = '';
  for (let at = 0; at < expression.length; ) {
    const end = tokenEnd(expression, at);
    const token = expression.slice(at, end);
    result += token.toUpperCase() === 'VALUE' ? column : token;
    at = end;
  }
  return result;
}

function tokenEnd(text: string, start: number): number {
  const first = text[start] ?? '';
  if (first === "'" || first === '"') {
    const close = text.indexOf(first, start + 1);
    return close < 0 ? text.length : close + 1;
  }
  let end = start + 1;
  if (!isWordCharacter(first)) return end;
  while (isWordCharacter(text[end] ?? '')) end += 1;
  return end;
}

function isWordCharacter(character: string): boolean {
  return /[\w$\u0080-\uffff]/.test(character);
}
