import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHost } from '../src/host/host';
import { type VerifyRequest, verifySchema } from '../src/host/verify-schema';
import { KeptReadings } from '../src/watch/kept-readings';
import { editedPython, picked, seeded } from './seeded-python-edits';
import { editedSql } from './seeded-sql-edits';
import { copied, seededWorkspaces } from './seeded-workspaces';

const edits = 30;

describe('whatever is edited, SQL or Python, the verdict of a watch is that of a first run', () => {
  test.each(seededWorkspaces)('%s', async (_, workspace) => {
    const { canonical } = workspace;
    const { root, request, python } = copied(workspace);
    const watch = new Watch(root, request);
    const random = seeded(7);
    let compared = 0;
    for (let edit = 0; edit < edits; edit++) {
      const path = random() < 0.6 ? canonical : picked(python, random);
      const before = readFileSync(join(root, path), 'utf8');
      const after = path === canonical ? editedSql(before, random) : editedPython(before, random, python);
      watch.write(path, after);
      const first = await verifySchema(request, openHost(root, {}), 'workspace');
      // A watch shows the last verdict while somebody types what does not parse: that is tested elsewhere.
      const isBroken = first.findings.some(({ code }) => code === 'syntax-error');
      if (isBroken) watch.write(path, before);
      else compared++;
      const now = isBroken ? await verifySchema(request, openHost(root, {}), 'workspace') : first;
      expect(JSON.stringify(await watch.verdict())).toBe(JSON.stringify(now));
    }
    expect(compared).toBeGreaterThan(edits / 2);
  });
});

/** What a watch does when it hears of a file. */
class Watch {
  private readonly readings: KeptReadings;
  private readonly host;

  constructor(
    private readonly root: string,
    private readonly request: VerifyRequest,
  ) {
    this.host = openHost(root, {});
    this.readings = new KeptReadings(this.host);
    this.readings.listen(() => true);
  }

  write(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
    this.readings.forget(path, 'changed');
  }

  async verdict() {
    const outcome = await verifySchema(this.request, this.host, 'workspace', this.readings);
    this.readings.letGo();
    return outcome;
  }
}
