import { guideHabits, peopleType } from '../edits/people-type';
import { quoteName, quoteText } from '../expressions/quote';
import { columnsInText } from '../expressions/text';
import { typeText } from '../fold/sql-text';
import { columnList, constraintText } from './constraint-text';
import type { DdlLanguage } from './ddl-language';
import { defaultText, indexedText } from './expression-text';
import { guarded } from './guarded';
import type { IndexText } from './index-text';
import { madeNames } from './made-names';
import { withPlainNames } from './plain-names';
import { postgresqlCounting } from './serial';

const usualValues: Readonly<Record<string, string>> = { 'now()': 'CURRENT_TIMESTAMP', true: 'TRUE', false: 'FALSE' };

/** PostgreSQL's DDL. */
export const postgresqlLanguage: DdlLanguage = {
  ...{ quoteName, quoteText, refText: typeText, columnsInText, defaultText, indexedText, madeNames, withPlainNames },
  usual: {
    type: (type) => peopleType(type, guideHabits),
    value: (expression) => usualValues[expression] ?? expression,
  },
  ...{ namesConstraints: true, keysAreNotNull: true, generatedFirst: false, generatedCanBeNotNull: true },
  ...{ hasColumnReferences: true, demandsTargets: true, indexesStandInTables: false, mergesAlikeKeys: true },
  comments: 'statements',
  addsOnce: true,
  counting: postgresqlCounting,
  isColumnCheck: () => false,
  createIndex,
  indexElement: createIndex,
  listedClause: () => null,
  addConstraint: ({ table, name, definition }, spelling) =>
    guarded(`ALTER TABLE ${spelling.name(table)} ADD ${constraintText(name, definition, spelling.language)}`, spelling),
};

function createIndex(index: IndexText): string {
  const { name, table, unique, method, keys, include, nullsNotDistinct, where, spelling } = index;
  const gap = method === 'btree' ? spelling.beforeBracket : ` USING ${method} `;
  return [
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteName(name)} ON ${spelling.name(table)}${gap}(${keys.join(', ')})`,
    ...(include.length === 0 ? [] : [`INCLUDE (${columnList(include, spelling.language)})`]),
    ...(nullsNotDistinct ? ['NULLS NOT DISTINCT'] : []),
    ...(where === null ? [] : [`WHERE ${where}`]),
  ].join(' ');
}
