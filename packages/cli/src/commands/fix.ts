import { type Code, isCode } from '@canonical-schema/schema';
import { type FixedSchema, fixesOfSchemas, writeFixed } from '../host/fix-schema';
import { Refusal } from '../host/refusal';
import { patchOf } from '../report/patch';
import type { ExitStatus } from './exit-status';
import { type LintRuleFlags, lintWorkOf } from './lint';

/** The flags of `fix`, as commander names them. */
export interface FixFlags extends LintRuleFlags {
  readonly dryRun?: boolean;
}

/** `canonical-schema fix`. Every file is fixed in memory before the first is written. */
export async function fix(names: readonly string[], flags: FixFlags): Promise<ExitStatus> {
  const codes = names.map(codeNamed);
  const { host, request } = lintWorkOf(flags);
  const schemas = await fixesOfSchemas(request, codes, host);
  if (flags.dryRun !== true) writeFixed(schemas, host);
  for (const schema of schemas) {
    if (flags.dryRun === true) process.stdout.write(patchOf([{ ...schema, path: schema.canonical }]));
    // A dry run's standard output is a patch, and nothing else.
    const stream = flags.dryRun === true ? process.stderr : process.stdout;
    stream.write(`${lineOf(schema)}\n`);
  }
  return schemas.some(({ left }) => left.some(({ severity }) => severity === 'error')) ? 1 : 0;
}

function codeNamed(name: string): Code {
  if (isCode(name)) return name;
  throw new Refusal(`"${name}" is no finding code; name one that lint has reported, such as not-idempotent.`);
}

function lineOf({ canonical, fixed, left }: FixedSchema): string {
  const byCode = new Map<string, number>();
  for (const { code } of fixed) byCode.set(code, (byCode.get(code) ?? 0) + 1);
  const counts = [...byCode].map(([code, count]) => `${count} ${code}`).join(', ');
  const rest = left.length === 0 ? '' : `; ${left.length} left, see canonical-schema lint`;
  return `${canonical}: ${counts === '' ? 'nothing to fix' : `${counts} fixed`}${rest}`;
}
