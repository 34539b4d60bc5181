import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder under the system's temporary one, removed when the spec file that imports this has run. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'canonical-schema-'));
  folders.push(folder);
  return folder;
}
