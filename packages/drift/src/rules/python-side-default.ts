import { isUnreadable, type PythonDefault, type Severity } from '@canonical-schema/schema';
import type { ColumnPair, TablePair } from '../align/alignment';
import { isSameInPython } from '../compare/defaults';
import type { ValueKind } from '../dialects/judged-dialect';
import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** The SQL has a DEFAULT, the ORM's database side has none: what does Python put into an INSERT instead? */
export const pythonSideDefault: Rule = {
  code: 'python-side-default',
  over: 'column',
  judge: (pair, table) => {
    if (!isAsked(pair, table)) return [];
    const { canonical, actual } = pair;
    const python = actual.pythonDefault ?? null;
    if (isUnreadable(canonical.default) || canonical.default === null || isUnreadable(python)) return [];
    const severity = severityOf(canonical.default, python, table.side.dialect.valueKind(String(canonical.type)));
    const { remedies } = table.side;
    const label = columnLabel(table.canonical, canonical.name);
    const remedy = severity === 'tolerated' ? '' : ` ${orSqlFirst(remedies.setPythonDefault(canonical.default))}`;
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        severity,
        message: `${label} defaults to ${canonical.default} in SQL; ${pythonWords(python, remedies.side)}.${remedy}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.default,
        actual: python === null ? null : pythonText(python),
        repair: alterColumn(table, pair, ['default']),
      },
    ];
  },
};

function isAsked({ canonical, actual }: ColumnPair, table: TablePair): boolean {
  if (table.side.source === 'database' || !table.actual.managed || actual.default !== null) return false;
  return [canonical, actual].every((column) => column.identity === null && column.generated === null);
}

function severityOf(canonical: string, python: PythonDefault | null, kind: ValueKind): Severity {
  if (python === null || python.kind === 'callable') return 'warning';
  if (python.kind === 'fetched') return 'tolerated';
  return isSameInPython(canonical, python.sql, kind) ? 'tolerated' : 'warning';
}

function pythonWords(python: PythonDefault | null, side: string): string {
  if (python === null) return `${side} fills in nothing, so its INSERT never uses that DEFAULT`;
  if (python.kind === 'fetched') return `${side} leaves the value to the database`;
  return `${side} fills in ${pythonText(python)}`;
}

function pythonText(python: PythonDefault): string {
  if (python.kind === 'fetched') return 'FetchedValue()';
  return python.kind === 'value' ? python.sql : `${python.name}()`;
}
