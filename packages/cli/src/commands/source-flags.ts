import { resolve } from 'node:path';
import { type Host, openHost } from '../host/host';
import { Refusal } from '../host/refusal';
import { workspaceFiles } from '../host/workspace-files';
import { type Plan, planOf } from '../plan/plan';
import { optionsOfFile } from './config-file';
import { rootAround } from './root-around';
import { type ServerFlags, serverFlags } from './server-flags';

/** The flags that name a canonical file and what describes it again, as commander names them. */
export interface SourceFlags extends ServerFlags {
  readonly canonical?: string;
  readonly django?: readonly string[];
  readonly sqlalchemy?: readonly string[];
  readonly include?: readonly string[];
  readonly mirror?: string;
  readonly installed?: string;
  readonly config?: string;
  readonly baseline?: string;
}

/** The directory that is worked in, and how its plan is made, now and after files came or went. */
export interface Work {
  readonly host: Host;
  /** Files besides the sources that the plan is made from: one of options, in the host's form. */
  readonly decidedBy: readonly string[];
  /** Refuses where the options are wrong or name nothing to do. */
  plan(): Plan;
}

/** What the flags ask for. `further` are options that flags of the command itself say. */
export function workOf(flags: SourceFlags, further: Readonly<Record<string, unknown>> = {}): Work {
  const named = [flags.canonical, ...(flags.django ?? []), ...(flags.sqlalchemy ?? []), ...(flags.include ?? [])];
  const root = rootAround(
    process.cwd(),
    named.filter((path) => path !== undefined),
  );
  const host = openHost(root);
  const configured = () => (flags.config === undefined ? {} : optionsOfFile(flags.config));
  return {
    host,
    decidedBy: flags.config === undefined ? [] : [host.disk.pathOf(resolve(flags.config))],
    plan() {
      const options = { ...unnamedSources(flags), ...configured(), ...optionsOf(flags, host), ...further };
      const plan = planOf(options, workspaceFiles(host));
      if (plan.problems.length > 0) throw new Refusal(plan.problems.join('\n'));
      if (plan.schemas.length > 0) return plan;
      throw new Refusal('There is no canonical SQL file to verify against; name it with --canonical.');
    },
  };
}

/** A flag repeats an option: the options that the flags say, paths relative to the host's root. */
function optionsOf(flags: SourceFlags, host: Host): Record<string, unknown> {
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
    ...serverFlags(flags),
    baseline: flags.baseline === undefined ? undefined : pathOf(flags.baseline),
  });
}

/** Who names sources of one kind means these and no others. */
function unnamedSources(flags: SourceFlags): Record<string, unknown> {
  return flags.django || flags.sqlalchemy ? { django: [], sqlalchemy: [] } : {};
}

/** The members that have a value. */
export function given(members: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
