import { resolve } from 'node:path';
import { writeFiles } from '../disk/write-files';
import { momentOf } from '../host/clock';
import { openHost } from '../host/host';
import type { DatabaseToRead } from '../host/read-database';
import { Refusal } from '../host/refusal';
import { type InitRequest, planInit } from '../init/plan-init';
import { patchOf } from '../report/patch';
import { isColoured, reportOf } from '../report/report';
import type { ExitStatus } from './exit-status';
import { serverOptions } from './server-flags';

/** The flags of `init`, as commander names them. */
export interface InitFlags {
  readonly from?: string;
  readonly sync?: boolean;
  readonly canonical?: string;
  readonly django?: readonly string[];
  readonly sqlalchemy?: readonly string[];
  readonly dryRun?: boolean;
  readonly url?: string;
  readonly timeout?: string;
  readonly dialect?: string;
}

/** `canonical-schema init`: in the directory that is worked in. */
export async function initCommand(flags: InitFlags): Promise<ExitStatus> {
  const host = openHost(process.cwd());
  const pathOf = (path: string): string => insidePath(host.disk.pathOf(resolve(path)), path);
  const request: InitRequest = {
    today: momentOf().today,
    ...(flags.from === undefined ? {} : { from: originOf(flags.from) }),
    ...(flags.from === 'database' ? { database: databaseOf(flags) } : {}),
    ...serverOptions(flags.dialect === undefined ? {} : { dialect: flags.dialect }),
    ...(flags.sync === undefined ? {} : { sync: flags.sync }),
    ...(flags.canonical === undefined ? {} : { canonical: pathOf(flags.canonical) }),
    ...(flags.django === undefined ? {} : { django: flags.django.map(pathOf) }),
    ...(flags.sqlalchemy === undefined ? {} : { sqlalchemy: flags.sqlalchemy.map(pathOf) }),
  };
  const plan = await planInit(request, host);
  // A dry run's standard output is a patch, and nothing else.
  const stream = flags.dryRun === true ? process.stderr : process.stdout;
  stream.write(`${plan.said.join('\n')}\n`);
  if (flags.dryRun === true) process.stdout.write(patchOf(plan.files));
  else writeFiles(host.disk.root, plan.files);
  if (plan.verdict === null) return 0;
  stream.write(`\n${await reportOf(plan.verdict, { explain: false, colour: isColoured() })}`);
  return plan.verdict.failed ? 1 : 0;
}

function databaseOf({ url, timeout }: InitFlags): DatabaseToRead {
  return { ...(url === undefined ? {} : { url }), ...(timeout === undefined ? {} : { timeout }) };
}

function originOf(name: string): NonNullable<InitRequest['from']> {
  if (name === 'django' || name === 'sqlalchemy' || name === 'database') return name;
  throw new Refusal(`--from is "${name}"; give django, sqlalchemy or database.`);
}

function insidePath(path: string, written: string): string {
  if (!path.startsWith('/') && !path.startsWith('..')) return path;
  throw new Refusal(`"${written}" lies outside of the directory that is worked in; run init above it.`);
}
