import { resolve } from 'node:path';
import { writeWhole } from '../disk/write-whole';
import { type Host, openHost } from '../host/host';
import { Refusal } from '../host/refusal';
import { verifySchema } from '../host/verify-schema';
import { workspaceFiles } from '../host/workspace-files';
import { type PlannedSchema, planOf } from '../plan/plan';
import { findingsText } from '../report/findings-text';
import { isColoured, reportOf } from '../report/report';
import { optionsOfFile } from './config-file';
import type { ExitStatus } from './exit-status';
import { rootAround } from './root-around';

/** The flags of `verify`, as commander names them. */
export interface VerifyFlags {
  readonly canonical?: string;
  readonly django?: readonly string[];
  readonly sqlalchemy?: readonly string[];
  readonly include?: readonly string[];
  readonly mirror?: string;
  readonly postgres?: string;
  readonly installed?: string;
  readonly rule?: readonly string[];
  readonly strict?: boolean;
  readonly maxWarnings?: string;
  readonly config?: string;
  readonly json?: string;
  readonly explain?: boolean;
}

/** `canonical-schema verify`. */
export async function verify(flags: VerifyFlags): Promise<ExitStatus> {
  const named = [flags.canonical, ...(flags.django ?? []), ...(flags.sqlalchemy ?? []), ...(flags.include ?? [])];
  const root = rootAround(
    process.cwd(),
    named.filter((path) => path !== undefined),
  );
  const host = openHost(root);
  const configured = flags.config === undefined ? {} : optionsOfFile(flags.config);
  const options = { ...unnamedSources(flags), ...configured, ...optionsOf(flags, host) };
  const plan = planOf(options, workspaceFiles(host));
  if (plan.problems.length > 0) throw new Refusal(plan.problems.join('\n'));
  refuseNothingToDo(plan.schemas);
  const outcome = await verifySchema({ ...plan.options, schemas: plan.schemas }, host, 'workspace');
  const json = await findingsText(outcome);
  if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), json);
  const text = await reportOf(outcome, { explain: flags.explain ?? false, colour: isColoured() });
  process.stdout.write(flags.json === '-' ? json : text);
  return outcome.failed ? 1 : 0;
}

/** A flag repeats an option: the options that the flags say, paths relative to the host's root. */
function optionsOf(flags: VerifyFlags, host: Host): Record<string, unknown> {
  const pathOf = (path: string) => host.disk.pathOf(resolve(path));
  const shared = given({
    mirror: flags.mirror,
    include: flags.include?.map(pathOf),
    installed: flags.installed === undefined ? undefined : resolve(flags.installed),
  });
  const sources = (roots: readonly string[] | undefined) => roots?.map((root) => ({ root: pathOf(root), ...shared }));
  return given({
    canonical: flags.canonical === undefined ? undefined : pathOf(flags.canonical),
    django: sources(flags.django),
    sqlalchemy: sources(flags.sqlalchemy),
    postgres: flags.postgres,
    rules: flags.rule === undefined ? undefined : Object.fromEntries(flags.rule.map(ruleOf)),
    strict: flags.strict,
    maxWarnings: flags.maxWarnings === undefined ? undefined : numberOf(flags.maxWarnings),
  });
}

/** Who names sources of one kind means these and no others. */
function unnamedSources(flags: VerifyFlags): Record<string, unknown> {
  return flags.django || flags.sqlalchemy ? { django: [], sqlalchemy: [] } : {};
}

function ruleOf(rule: string): [string, string] {
  const [code = '', level = ''] = rule.split('=');
  return [code, level];
}

function numberOf(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}

function given(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function refuseNothingToDo(schemas: readonly PlannedSchema[]): void {
  if (schemas.length > 0) return;
  throw new Refusal('There is no canonical SQL file to verify against; name it with --canonical.');
}
