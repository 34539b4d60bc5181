import { join } from 'node:path';
import { withOrmFacts } from '@canonical-schema/database';
import { judge } from '@canonical-schema/drift';
import type { Reading } from '@canonical-schema/schema';
import { isFileFault, tableLabel } from '@canonical-schema/schema';
import { splitSql } from '@canonical-schema/sql';
import { readingsFrom } from '../../packages/cli/src/host/verify-schema';
import { disagreements } from '../../tools/oracle/agreement';
import type { Made, Oracle } from '../../tools/oracle/oracle';
import type { ChangingWorkspace } from './changing-workspace';

/** What the real PostgreSQL, Django, SQLAlchemy and Alembic say of a workspace. */
export interface RealState {
  /** What Alembic's autogenerate would change in a database made from the SQL. */
  readonly alembic: readonly string[];
  /** Everything else that is not as it should be, a line each. */
  readonly problems: readonly string[];
}

/** Runs everything for real: the SQL twice, every migration in order, `makemigrations --check`, `create_all`, Alembic. */
export async function realState(
  workspace: ChangingWorkspace,
  modules: readonly string[],
  oracle: Oracle,
): Promise<RealState> {
  const { schema, host, root } = workspace;
  const readings = readingsFrom(host);
  const canonical = await readings.canonical(schema);
  const problems: string[] = [];
  const file = host.disk.read(schema.canonical);
  if (isFileFault(file)) throw new Error(file.why);
  const statements = splitSql(file.text).map(({ span }) => file.text.slice(span.start, span.end));
  const sql = await oracle.runSql([...statements, ...statements]);
  problems.push(...told('the SQL', sql), ...disagreements(canonical, sql));
  const alembic = await oracle.alembicChanges(root, modules);
  for (const source of schema.sources) {
    const { models, migrations } = await readings.python(source, { postgres: undefined, reach: 'workspace' });
    if (source.orm === 'sqlalchemy') {
      const made = await oracle.runSqlAlchemy(root, modules);
      problems.push(...told('create_all', made), ...departures(canonical, made, models.reading, source.root));
      continue;
    }
    const folder = join(root, source.root);
    const checked = await oracle.djangoChanges(folder);
    if (checked !== 'No changes detected\n') problems.push(`makemigrations: ${checked}`);
    const made = await oracle.runDjango(folder, 'migrations');
    const reading = migrations?.reading ?? models.reading;
    problems.push(...told('migrate', made), ...departures(canonical, made, reading, `${source.root} (migrated)`));
  }
  return { alembic, problems };
}

function told(what: string, { problem }: Made): string[] {
  return problem === null ? [] : [`${what}: ${problem}`];
}

/** The findings that are not tolerated of what an ORM really made. */
function departures(canonical: Reading, made: Made, read: Reading, name: string): string[] {
  const { tables } = made.catalog.schema;
  const foreign = tables.filter((table) => !made.isOwn(table)).map(tableLabel);
  const reading = withOrmFacts(made.catalog, read, foreign);
  const { findings } = judge(canonical, [{ reading, mirror: 'all', name }], {});
  return findings
    .filter(({ severity }) => severity !== 'tolerated')
    .map(({ code, message }) => `${name}: ${code} ${message}`);
}
