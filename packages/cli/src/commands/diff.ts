import { resolve } from 'node:path';
import { writeWhole } from '../disk/write-whole';
import { type DescriptionOptions, descriptionOf, namedDescription, readDescription } from '../host/description';
import { diffDescriptions, type NamedReading } from '../host/diff-descriptions';
import { openHost } from '../host/host';
import { diffText } from '../report/diff-text';
import { isColoured } from '../report/report';
import type { ExitStatus } from './exit-status';
import { rootAround } from './root-around';
import { type ServerFlags, serverOptions } from './server-flags';

/** The flags of `diff`, as commander names them. */
export interface DiffFlags extends ServerFlags {
  readonly installed?: string;
  readonly json?: string;
  readonly explain?: boolean;
}

/** `canonical-schema diff`: 0 where both describe the same, 1 where they differ. */
export async function diffCommand(a: string, b: string, flags: DiffFlags): Promise<ExitStatus> {
  const paths = [a, b].map((text) => namedDescription(text).path);
  const host = openHost(rootAround(process.cwd(), paths));
  const options: DescriptionOptions = {
    ...serverOptions(flags),
    ...(flags.installed === undefined ? {} : { installed: resolve(flags.installed) }),
  };
  const read = async (text: string): Promise<NamedReading> => {
    const description = descriptionOf(host, text);
    return { name: description.path, reading: await readDescription(host, description, options) };
  };
  const diff = await diffDescriptions(await read(a), await read(b));
  const { findingsJson } = await import('@canonical-schema/drift');
  const json = `${JSON.stringify(findingsJson(diff.verdict), null, 2)}\n`;
  if (flags.json !== undefined && flags.json !== '-') writeWhole(resolve(flags.json), json);
  const text = await diffText(diff, { explain: flags.explain ?? false, colour: isColoured() });
  process.stdout.write(flags.json === '-' ? json : text);
  return diff.isSame ? 0 : 1;
}
