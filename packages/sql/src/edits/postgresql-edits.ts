import { postgresqlLanguage } from '../ddl/postgresql-language';
import { catalogSqlText } from '../fold/sql-text';
import { bulletsOf } from '../version-log/bullets';
import { statementsOf } from './change-statements';
import type { EditLanguage } from './edit-language';
import { endOfStatements } from './end-of-statements';
import { fileStyleOf } from './file-style';
import { inlineEdits } from './inline/inline-edits';
import { heldBy } from './mentions';
import { type PostgresqlStanding, secondRun, standingOf } from './postgresql-standing';

/** How files of PostgreSQL are edited. */
export const postgresqlEdits: EditLanguage<PostgresqlStanding> = {
  sqlText: catalogSqlText,
  runsTwice: true,
  madeNamesFollow: false,
  altersTables: true,
  demandsTargets: true,
  ...{ standingOf, secondRun, fileStyleOf, endOfStatements, statementsOf, inlineEdits, heldBy },
  bulletsOf: (changes, before) => bulletsOf(changes, before, postgresqlLanguage),
};
