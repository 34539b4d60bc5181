import { tableLabel } from '@canonical-schema/schema';
import { isRedundantUnique, standInFor } from '../compare/coverage';
import { describeIndex, keyColumnsOf } from '../compare/index-structure';
import { addIndex, all, dropRule } from '../repairs/repair';
import { namedWords } from '../wording/sql-words';
import { addFirstOr, objectSubject, placesIn } from './departure';
import { indexFact } from './facts';
import type { Rule } from './rule';

/** A uniqueness rule of the other side, whatever its form, that the SQL does not have. */
export const extraUnique: Rule = {
  code: 'extra-unique',
  over: 'table',
  judge: (table) =>
    table.uniqueness.extra
      .filter((rule) => !isRedundantUnique(rule, table.canonical))
      .map((rule) => ({ rule, index: rule.index, standIn: standInFor(rule.index, table.indexes.missing) }))
      .map(({ rule, index, standIn }) => ({
        subject: objectSubject('unique', table.canonical, index, keyColumnsOf(index)),
        departs: table.side.source,
        message: `${tableLabel(table.canonical)} has ${describeIndex(index)}${namedWords(index)} in ${table.side.remedies.side} and not in SQL. ${addFirstOr(table.side.remedies.dropUnique(index))}`,
        places: placesIn(table, standIn, index, keyColumnsOf(index)),
        actual: indexFact(index),
        repair: standIn === null ? dropRule(table, rule) : all(dropRule(table, rule), addIndex(table, standIn)),
      })),
};
