import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import type { PythonSource } from '../src/host/sources';
import type { VerifyRequest } from '../src/host/verify-schema';

const repository = join(__dirname, '..', '..', '..');
/** A workspace to edit a copy of. */
interface Workspace {
  readonly folder: string;
  readonly canonical: string;
  readonly sources: readonly PythonSource[];
}

const guide: Workspace = {
  folder: 'e2e/options-trading',
  canonical: 'scripts/database/schema_canonical.sql',
  sources: [
    { orm: 'django', root: 'django_app' },
    { orm: 'sqlalchemy', root: 'src/database' },
  ],
};

const cases = readdirSync(join(repository, 'e2e/verify-cases')).map(
  (name): Workspace => ({
    folder: `e2e/verify-cases/${name}`,
    canonical: 'schema.sql',
    sources: [
      { orm: 'django', root: 'django_app' },
      { orm: 'sqlalchemy', root: 'database' },
    ],
  }),
);

/** The guide's workspace, and those of the cases of `verify`, by folder. */
export const seededWorkspaces = [guide, ...cases].map((workspace) => [workspace.folder, workspace] as const);

/** A copy, what to verify in it, and its Python files. */
export function copied({ folder, canonical, sources }: Workspace) {
  const root = scratchFolder();
  cpSync(join(repository, folder), root, {
    recursive: true,
    filter: (path) => !/node_modules|\.nx|\.venv/.test(path),
  });
  const there = readdirSync(root);
  const schemas = [{ canonical, sources: sources.filter(({ root: own }) => there.includes(own.split('/')[0] ?? '')) }];
  const request: VerifyRequest = { schemas };
  const python = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.py'));
  return { root, request, python };
}
