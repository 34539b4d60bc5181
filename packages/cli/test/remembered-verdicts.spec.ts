import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rememberedVerdict } from '../src/cache/remembered-verdict';
import { openHost } from '../src/host/host';
import { verifySchema } from '../src/host/verify-schema';
import { editedPython, picked, seeded } from './seeded-python-edits';
import { editedSql } from './seeded-sql-edits';
import { copied, seededWorkspaces } from './seeded-workspaces';

const edits = 20;

describe('whatever is edited, SQL or Python, what is remembered gives the verdict of a first run', () => {
  test.each(seededWorkspaces)('%s', async (_, workspace) => {
    const { canonical } = workspace;
    const { root, request, python } = copied(workspace);
    const memory = { directory: join(root, 'node_modules', '.cache', 'canonical-schema') };
    const random = seeded(11);
    for (let edit = 0; edit < edits; edit++) {
      const path = random() < 0.2 ? canonical : picked(python, random);
      const before = readFileSync(join(root, path), 'utf8');
      const after = path === canonical ? editedSql(before, random) : editedPython(before, random, python);
      writeFileSync(join(root, path), after);
      const first = await verifySchema(request, openHost(root, {}));
      const remembered = await rememberedVerdict(request, openHost(root, {}), 'inputs', memory);
      expect(JSON.stringify(remembered)).toBe(JSON.stringify(first));
      // What does not parse is taken back: otherwise nothing would be left to read before long.
      if (first.findings.some(({ code }) => code === 'syntax-error')) writeFileSync(join(root, path), before);
    }
  });
});
