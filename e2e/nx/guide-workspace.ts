import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The guide's workspace: the SQL, the Django project and the SQLAlchemy models of options trading. */
export const guideWorkspace = resolve(__dirname, '..', 'options-trading');

/** One replacement in one file. */
export interface Edit {
  readonly path: string;
  readonly find: string;
  readonly replace: string;
}

/** A finding as the JSON of `verify` has it. */
export interface ReportedFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'tolerated';
  readonly message: string;
  readonly departs: string;
  readonly places: readonly { readonly path: string; readonly line: number }[];
}

/** The plugin options that the workspace's nx.json has. */
export function pluginOptions(workspace: string): Record<string, unknown> {
  const { plugins } = JSON.parse(readFileSync(join(workspace, 'nx.json'), 'utf8'));
  const entry = plugins.find((plugin: unknown) => JSON.stringify(plugin).includes('@canonical-schema/nx'));
  return entry.options ?? {};
}

/** What `verify` finds after each of these edits to a copy of the workspace; the first answer is that of no edit. */
export function findingsAfter(edits: readonly (readonly Edit[])[]): readonly (readonly ReportedFinding[])[] {
  const root = mkdtempSync(join(tmpdir(), 'canonical-schema-e2e-'));
  cpSync(guideWorkspace, root, { recursive: true });
  const request = { root, options: pluginOptions(root), edits: [[], ...edits] };
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(__dirname, 'judge-edits.cjs')], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    cwd: resolve(__dirname, '..', '..'),
    maxBuffer: 256 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** The line, from 1, on which a stretch of text first stands in a file of the workspace. */
export function lineOf(path: string, text: string): number {
  const whole = readFileSync(join(guideWorkspace, path), 'utf8');
  const at = whole.indexOf(text);
  if (at < 0) throw new Error(`"${path}" does not contain "${text}".`);
  return whole.slice(0, at).split('\n').length;
}
