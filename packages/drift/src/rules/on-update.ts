import { isDjango } from '../compare/choices';
import { noRepair, replaceForeignKey } from '../repairs/repair';
import { actionWords } from '../wording/sql-words';
import { objectSubject, orSqlFirst, placesIn } from './departure';
import { foreignKeyLabel } from './foreign-key-words';
import type { Rule } from './rule';

/** What happens to rows when the key they reference changes. Django has no word for it. */
export const onUpdate: Rule = {
  code: 'on-update',
  over: 'foreign-key',
  judge: ({ canonical, actual }, table) => {
    if (canonical.onUpdate === actual.onUpdate) return [];
    const { remedies, source } = table.side;
    const isTolerated = isDjango(source);
    const found = actionWords('ON UPDATE', actual.onUpdate);
    return [
      {
        subject: objectSubject('foreign-key', table.canonical, canonical, canonical.columns),
        departs: source,
        severity: isTolerated ? 'tolerated' : 'error',
        message: `${foreignKeyLabel(table.canonical, canonical)} has ${actionWords('ON UPDATE', canonical.onUpdate)} in SQL and ${found} in ${remedies.side}. ${isTolerated ? 'Django has no word for it.' : orSqlFirst(remedies.setOnUpdate(canonical))}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.onUpdate,
        actual: actual.onUpdate,
        repair: isTolerated ? noRepair : replaceForeignKey(table, { canonical, actual }),
      },
    ];
  },
};
