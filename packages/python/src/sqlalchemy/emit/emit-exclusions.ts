import { type Exclusion, isUnreadable } from '@canonical-schema/schema';
import type { ConstraintDescription } from '../description';
import { sqlExpression } from '../expressions/render-expression';
import { keyColumns, type TableEmission } from './emission';
import { normalized, normalizedText } from './emit-column';
import { lost } from './refused';
import { columnNames, final, type NameParts, settledName } from './settled-name';

/** EXCLUDE constraints. */
export function emitExclusions(emission: TableEmission): readonly Exclusion[] {
  const { hasExclusionConstraints, label } = emission.dialect.traits;
  return emission.table.constraints.flatMap((constraint) => {
    if (constraint.kind !== 'exclusion') return [];
    if (hasExclusionConstraints) return [emitExclusion(constraint, emission)];
    lost(emission, 'exclusion', constraint, `${label} has no exclusion constraints`);
    return [];
  });
}

function emitExclusion(
  constraint: Extract<ConstraintDescription, { kind: 'exclusion' }>,
  emission: TableEmission,
): Exclusion {
  const terms = constraint.elements.map(({ term, operator, opclass }) => {
    const column = keyColumns([term], emission.columns)?.[0];
    const text =
      column === undefined
        ? normalized(sqlExpression(term.value, emission.context), emission)
        : quotedIfNeeded(column.name, emission);
    return isUnreadable(text)
      ? text
      : `${column === undefined ? `(${text})` : text}${opclass === null ? '' : ` ${opclass}`} WITH ${operator}`;
  });
  const where = constraint.where === null ? null : normalized(constraint.where, emission);
  const why = [...terms, where].find((part) => part !== null && isUnreadable(part));
  const columns = constraint.elements.flatMap(({ term }) => keyColumns([term], emission.columns) ?? []);
  const definition =
    why !== undefined && why !== null && isUnreadable(why)
      ? why
      : `USING ${constraint.using} (${terms.join(', ')})${typeof where === 'string' ? ` WHERE (${where})` : ''}`;
  const parts = constraint.elements.map(({ term }) => keyColumns([term], emission.columns)?.[0]?.name ?? null);
  const given = constraint.name.text === null ? final : constraint.name;
  const own: NameParts['own'] = { kind: 'ex', columns: parts };
  const name = settledName({ kind: 'uq', given, columns, referred: null, own }, emission);
  return {
    ...name,
    definition: emission.noted(definition, 'an exclusion', constraint.place),
    columns: columnNames(columns),
    place: constraint.place,
  };
}

/** A column's name as the normaliser prints it. */
function quotedIfNeeded(name: string, emission: TableEmission): string {
  const quoted = emission.dialect.statements.name(name);
  const printed = normalizedText(quoted, emission);
  return isUnreadable(printed) ? quoted : printed;
}
