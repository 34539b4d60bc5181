import { alterColumn } from '../repairs/column-repair';
import { columnLabel, columnSubject, placesIn } from './departure';
import type { Rule } from './rule';

/** serial against identity: the same to every client. */
export const autoIncrementForm: Rule = {
  code: 'auto-increment-form',
  over: 'column',
  judge: (pair, table) => {
    const { canonical, actual } = pair;
    if (canonical.identity === null || actual.identity === null || canonical.identity === actual.identity) return [];
    if (canonical.identity === 'always' || actual.identity === 'always') return [];
    const { identityWords } = table.side.dialect;
    return [
      {
        subject: columnSubject(table.canonical, canonical.name),
        departs: table.side.source,
        message: `${columnLabel(table.canonical, canonical.name)} is ${identityWords[canonical.identity]} in SQL and ${identityWords[actual.identity]} in ${table.side.remedies.side}. Both count up by themselves and take a given value.`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.identity,
        actual: actual.identity,
        repair: alterColumn(table, pair, ['identity', 'default']),
      },
    ];
  },
};
