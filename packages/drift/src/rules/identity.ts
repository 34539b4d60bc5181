import { type Column, isUnreadable, type Severity } from '@canonical-schema/schema';
import type { JudgedDialect } from '../dialects';
import { alterColumn } from '../repairs/column-repair';
import { noRepair } from '../repairs/repair';
import { columnLabel, columnSubject, orSqlFirst, placesIn } from './departure';
import type { Rule } from './rule';

/** Counting up by itself on one side only, or taking given values on one side only. */
export const identity: Rule = {
  code: 'identity',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    const severity = severityOf(canonical, actual);
    if (severity === null) return [];
    const { remedies, dialect } = table.side;
    const words = (column: Column) => wordsOf(column, dialect);
    const remedy = remedies.setIdentity(canonical, actual);
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        severity,
        message: `${columnLabel(table.canonical, canonical.name)} ${words(canonical)} in SQL and ${words(actual)} in ${remedies.side}. ${remedy === null ? `Say ${dialect.identityWords['by default']} in the SQL, for ${remedies.side} makes no other.` : orSqlFirst(remedy)}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.identity,
        actual: actual.identity,
        repair: remedy === null ? noRepair : alterColumn(table, pair, ['identity', 'default']),
      },
    ];
  },
};

/** A sequence that the column does not own still counts up: that is a warning. */
function severityOf(canonical: Column, actual: Column): Severity | null {
  if (canonical.identity === actual.identity) return null;
  if (canonical.identity !== null && actual.identity !== null) {
    return canonical.identity === 'always' || actual.identity === 'always' ? 'warning' : null;
  }
  return countsUp(canonical) && countsUp(actual) ? 'warning' : 'error';
}

function countsUp(column: Column): boolean {
  const python = column.pythonDefault ?? null;
  const fromPython = python !== null && !isUnreadable(python) && python.kind === 'value' && isNextValue(python.sql);
  const fromDefault = typeof column.default === 'string' && isNextValue(column.default);
  return column.identity !== null || fromPython || fromDefault;
}

function isNextValue(sql: string): boolean {
  return sql.toLowerCase().startsWith('nextval(');
}

function wordsOf(column: Column, { identityWords }: JudgedDialect): string {
  if (column.identity !== null) return `is ${identityWords[column.identity]}`;
  return countsUp(column) ? 'takes its values from a sequence of its own' : 'does not count up';
}
