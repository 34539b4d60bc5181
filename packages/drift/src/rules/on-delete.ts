import type { ForeignKey, ReferentialAction, Severity } from '@canonical-schema/schema';
import type { ForeignKeyPair, Side } from '../align/alignment';
import { isDjango } from '../compare/choices';
import { noRepair, replaceForeignKey } from '../repairs/repair';
import { actionWords } from '../wording/sql-words';
import { objectSubject, orSqlFirst, placesIn } from './departure';
import { foreignKeyLabel } from './foreign-key-words';
import type { Rule } from './rule';

/** What happens to rows when the row they reference is deleted. Django does it in Python, and may do something else. */
export const onDelete: Rule = {
  code: 'on-delete',
  over: 'foreign-key',
  judge: (pair, table) => {
    const severity = severityOf(pair, table.side);
    if (severity === null) return [];
    const { canonical, actual } = pair;
    const { remedies, source } = table.side;
    const found = pythonWords(actual) ?? actionWords('ON DELETE', actual.onDelete);
    const remedy = severity === 'tolerated' ? whyTolerated(actual) : orSqlFirst(remedies.setOnDelete(canonical));
    return [
      {
        subject: objectSubject('foreign-key', table.canonical, canonical, canonical.columns),
        departs: source,
        severity,
        message: `${foreignKeyLabel(table.canonical, canonical)} has ${actionWords('ON DELETE', canonical.onDelete)} in SQL and ${found} in ${remedies.side}. ${remedy}`,
        places: placesIn(table, canonical, actual),
        canonical: canonical.onDelete,
        actual: actual.pythonOnDelete ?? actual.onDelete,
        repair: severity === 'tolerated' ? noRepair : replaceForeignKey(table, pair),
      },
    ];
  },
};

function severityOf({ canonical, actual }: ForeignKeyPair, side: Side): Severity | null {
  const isSame = canonical.onDelete === actual.onDelete;
  if (!isDjango(side.source)) return isSame ? null : 'error';
  if (actual.onDelete !== 'no action') return isSame ? null : 'warning';
  const python = shortName(actual);
  if (canonical.onDelete === 'no action') return python === null || python === 'DO_NOTHING' ? null : 'tolerated';
  return python === null || namesakes[canonical.onDelete].includes(python) ? 'tolerated' : 'warning';
}

/** What Django's `on_delete` may say for each action of the SQL. DO_NOTHING is the idiom for leaving it to the database. */
const namesakes: Readonly<Record<Exclude<ReferentialAction, 'no action'>, readonly string[]>> = {
  cascade: ['CASCADE', 'DO_NOTHING'],
  'set null': ['SET_NULL', 'DO_NOTHING'],
  'set default': ['SET_DEFAULT', 'DO_NOTHING'],
  restrict: ['PROTECT', 'RESTRICT', 'DO_NOTHING'],
};

/** `CASCADE` of `models.CASCADE`; null where Django says nothing. */
function shortName({ pythonOnDelete }: ForeignKey): string | null {
  return pythonOnDelete?.split('.').pop() ?? null;
}

function whyTolerated(actual: ForeignKey): string {
  return shortName(actual) === 'DO_NOTHING'
    ? 'Django leaves it to the database.'
    : 'Django does it in Python before the database would.';
}

function pythonWords(key: ForeignKey): string | null {
  const name = shortName(key);
  return name === null || key.onDelete !== 'no action' ? null : `on_delete=${name}`;
}
