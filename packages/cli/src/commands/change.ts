import { resolve } from 'node:path';
import { isFileFault } from '@canonical-schema/schema';
import type { ChangeRequest } from '@canonical-schema/sql/write';
import { planChange } from '../change/plan-change';
import type { RequestedChange } from '../change/plan-request';
import { momentOf } from '../host/clock';
import type { Host } from '../host/host';
import { Refusal } from '../host/refusal';
import { checkOptions } from '../options/plugin-options';
import type { PlannedSchema } from '../plan/plan';
import { answeredPlan, carryOut, type PlanFlags } from './carry-out';
import type { ExitStatus } from './exit-status';
import { given, type SourceFlags, workOf } from './source-flags';
import { type VerifyFlags, verdictOptionsOf } from './verify';

/** The flags of every command that changes the canonical file, as commander names them. */
export interface ChangeFlags extends SourceFlags, PlanFlags, Pick<VerifyFlags, 'rule' | 'strict' | 'maxWarnings'> {
  readonly placement?: string;
  readonly inline?: boolean;
  readonly schema?: string;
}

/** `canonical-schema add-column` and its like: one request. */
export function changeCommand(request: ChangeRequest, flags: ChangeFlags): Promise<ExitStatus> {
  return carriedOut({ kind: 'requests', requests: [request] }, flags);
}

/** `canonical-schema change`: the statements of a file. */
export async function changeFileCommand(path: string, flags: ChangeFlags): Promise<ExitStatus> {
  const { host } = workOf(flags);
  const file = host.disk.read(resolve(path));
  if (isFileFault(file)) throw new Refusal(`The change file could not be read: ${file.why}`);
  return carriedOut({ kind: 'file', path, sql: file.text }, flags);
}

async function carriedOut(change: RequestedChange, flags: ChangeFlags): Promise<ExitStatus> {
  const { host, plan } = workOf(flags, { ...verdictOptionsOf(flags), ...placementOf(flags) });
  const { schemas, options } = plan();
  const schema = schemaNamed(flags.schema, schemas, host);
  const { lint, placement } = options;
  const given = { schema, verdict: options, ...(lint ? { lint } : {}), ...(placement ? { placement } : {}) };
  const moment = momentOf();
  const planned = await answeredPlan((answers) => planChange({ ...given, change, answers, ...moment }, host), flags);
  // What was found before has nothing to do with this change.
  return carryOut({ ...planned, left: [] }, flags, host);
}

function placementOf({ placement, inline }: ChangeFlags): Record<string, unknown> {
  const said = given({ placement: inline === true ? 'inline' : placement });
  const { mistakes } = checkOptions(said);
  if (mistakes.length > 0) throw new Refusal(mistakes.join('\n'));
  return said;
}

/** The schema to change: the only one, or the one that is named where there are several. */
function schemaNamed(name: string | undefined, schemas: readonly PlannedSchema[], host: Host): PlannedSchema {
  const path = name === undefined ? null : host.disk.pathOf(resolve(name));
  const [schema, ...more] = path === null ? schemas : schemas.filter(({ canonical }) => canonical === path);
  const files = schemas.map(({ canonical }) => canonical).join(', ');
  if (schema === undefined) throw new Refusal(`"${name}" is none of the canonical SQL files: ${files}.`);
  if (more.length > 0) throw new Refusal(`There are several canonical SQL files; name one with --schema: ${files}.`);
  return schema;
}
