import type { Source } from '@canonical-schema/schema';
import type { JudgedDialect } from '../dialects';
import { databaseRemedies } from './database';
import { djangoRemedies, migrationRemedies } from './django';
import type { Remedies } from './remedies';
import { sqlalchemyRemedies } from './sqlalchemy';

const remedies: Readonly<Record<Source, (dialect: JudgedDialect) => Remedies>> = {
  canonical: (dialect) => ({ ...databaseRemedies(dialect), side: 'the other SQL' }),
  'django-models': djangoRemedies,
  'django-migrations': migrationRemedies,
  sqlalchemy: sqlalchemyRemedies,
  database: databaseRemedies,
};

/** How the sources of one kind are mended. */
export function remediesOf(source: Source, dialect: JudgedDialect): Remedies {
  return remedies[source](dialect);
}
