import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ChangedFile } from '@canonical-schema/schema';
import { type ChangePlan, type Host, openHost, type PlanRequest } from 'canonical-schema';
import { scratchFolder } from '../../tools/jest/scratch-folder';
import type { Oracle } from '../../tools/oracle/oracle';
import { canonicalPath, type SeededWorkspace } from './seeded-workspace';

const seededSources = [
  { orm: 'django', root: 'django_app' },
  { orm: 'sqlalchemy', root: 'service' },
] as const;

/** A workspace on the disk that one change after the other is made in. */
export class ChangingWorkspace {
  readonly root = scratchFolder();
  readonly host: Host;

  constructor(
    files: Readonly<Record<string, string>>,
    readonly schema: PlanRequest['schema'],
  ) {
    this.write(Object.entries(files).map(([path, after]) => ({ path, after })));
    this.host = openHost(this.root, {});
  }

  /** What every plan over it asks besides its change. */
  get request(): PlanRequest {
    return { schema: this.schema, today: '2026-11-23', now: '2026-11-23 02:10' };
  }

  /** A seeded workspace with the first migrations that the real `makemigrations` writes for it. */
  static async seeded({ files, apps }: SeededWorkspace, oracle: Oracle): Promise<ChangingWorkspace> {
    const workspace = new ChangingWorkspace(files, { canonical: canonicalPath, sources: seededSources });
    const folder = join(workspace.root, 'django_app');
    const migrations = await oracle.djangoMigrations(folder, { now: '2026-01-05 09:00', apps });
    const written = Object.entries(migrations).map(([path, after]) => ({ path: `django_app/${path}`, after }));
    workspace.write(written);
    return workspace;
  }

  /** The canonical SQL as it is. */
  get sql(): string {
    return readFileSync(join(this.root, this.schema.canonical), 'utf8');
  }

  write(files: readonly Pick<ChangedFile, 'path' | 'after'>[]): void {
    for (const { path, after } of files) {
      const file = join(this.root, path);
      mkdirSync(dirname(file), { recursive: true });
      if (after === null) rmSync(file);
      else writeFileSync(file, after);
    }
  }
}

/** What keeps a plan from being written, a line each. */
export function obstaclesOf({ refused, questions, newFindings }: ChangePlan): readonly string[] {
  return [
    ...refused.map(({ why, remedy, place }) => `refused: ${why} ${remedy} ${place?.path ?? ''}:${place?.line ?? ''}`),
    ...questions.map(({ message }) => `asked: ${message}`),
    ...newFindings.map(({ code, message }) => `new: ${code} ${message}`),
  ];
}
