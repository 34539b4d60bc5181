import { resolve } from 'node:path';
import { writeWhole } from '../disk/write-whole';
import { secondsOf } from '../host/read-database';
import { Refusal } from '../host/refusal';
import { testMigrations, testsToRun } from '../host/test-migrations';
import { findingsText } from '../report/findings-text';
import { isColoured, reportOf } from '../report/report';
import type { ExitStatus } from './exit-status';
import { type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags of `test-migrations`, as commander names them. */
export interface TestMigrationsFlags extends SourceFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings'> {
  readonly from?: string;
  readonly url?: string;
  readonly timeout?: string;
  readonly json?: string;
  readonly explain?: boolean;
}

/** `canonical-schema test-migrations`: every Django project's migrations, one after the other. */
export async function testMigrationsCommand(flags: TestMigrationsFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags, verdictOptionsOf(flags));
  const { schemas, options } = plan();
  const tests = schemas.flatMap(({ sources, ...schema }) =>
    sources.flatMap((source) => (source.orm === 'django' ? [{ schema, project: source }] : [])),
  );
  if (tests.length === 0) throw new Refusal('There is no Django project; name it with --django.');
  let failed = false;
  for (const test of await testsToRun(tests, flags.url, host)) {
    const outcome = await testMigrations({ ...options, ...test, ...limitsOf(flags) }, host);
    if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), await findingsText(outcome));
    const text = await reportOf(outcome, { explain: flags.explain ?? false, colour: isColoured() });
    process.stdout.write(flags.json === '-' ? await findingsText(outcome) : text);
    failed ||= outcome.failed;
  }
  return failed ? 1 : 0;
}

function limitsOf({ from, url, timeout }: TestMigrationsFlags) {
  return {
    ...(from === undefined ? {} : { from }),
    ...(url === undefined ? {} : { url }),
    ...(timeout === undefined ? {} : { timeout: secondsOf(timeout, 300) }),
  };
}
