import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { scratchFolder } from '../../../tools/jest/scratch-folder';
import { type Host, openHost } from '../src/host/host';
import type { PythonSource } from '../src/host/sources';
import { verifySchema } from '../src/host/verify-schema';
import { KeptReadings } from '../src/watch/kept-readings';

const edits = 200;
const source: PythonSource = { orm: 'sqlalchemy', root: 'models', installed: '.venv' };

/** A process that watches, without the waiting: each edit is told and answered by a verdict. */
class Session {
  readonly host: Host;
  readonly readings: KeptReadings;
  private readonly root = scratchFolder();

  constructor() {
    this.host = openHost(this.root, {});
    this.readings = new KeptReadings(this.host);
    this.write(
      'schema.sql',
      'CREATE TABLE IF NOT EXISTS pets (id bigserial PRIMARY KEY, name varchar(10) NOT NULL);\n',
    );
    this.write(
      'models/base.py',
      'from sqlalchemy.orm import DeclarativeBase\n\n\nclass Base(DeclarativeBase):\n    pass\n',
    );
    this.write('models/pets.py', petsOf(10));
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    this.readings.forget(path);
  }

  /** An edit of a file that stays, as a watch hears of it. */
  change(path: string, text: string): void {
    writeFileSync(join(this.root, path), text);
    this.readings.forget(path, 'changed');
  }

  remove(path: string): void {
    rmSync(join(this.root, path));
    this.readings.forget(path);
    this.host.disk.forget(path);
  }

  async verdict(sources: readonly PythonSource[] = [source]): Promise<readonly string[]> {
    const request = { schemas: [{ canonical: 'schema.sql', sources }] };
    const { findings } = await verifySchema(request, this.host, 'inputs', this.readings);
    this.readings.letGo();
    return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }
}

function petsOf(length: number): string {
  return [
    'from sqlalchemy import BigInteger, String',
    'from sqlalchemy.orm import Mapped, mapped_column\n',
    'from .base import Base\n\n',
    'class Pet(Base):',
    '    __tablename__ = "pets"',
    '    id: Mapped[int] = mapped_column(BigInteger, primary_key=True)',
    `    name: Mapped[str] = mapped_column(String(${length}))\n`,
  ].join('\n');
}

function basesOf(length: number): string {
  return [
    'from django.db import models\n\n',
    'class Named(models.Model):',
    '    id = models.BigAutoField(primary_key=True)',
    `    name = models.CharField(max_length=${length})\n`,
    '    class Meta:',
    '        abstract = True\n',
  ].join('\n');
}

function modelsOf(bases: string): string {
  return `from .${bases} import Named\n\n\nclass Pet(Named):\n    class Meta:\n        db_table = "pets"\n`;
}

test('what is held does not grow with the edits, of files that stay and of files that come and go', async () => {
  const session = new Session();
  expect(await session.verdict()).toEqual([]);
  const held = session.host.disk.held;
  for (let edit = 1; edit <= edits; edit++) {
    session.write('models/pets.py', petsOf(10 + (edit % 3)));
    session.write(`models/draft_${edit}.py`, 'from .base import Base\n');
    expect(await session.verdict()).toEqual(edit % 3 === 0 ? [] : ['column-type']);
    session.remove(`models/draft_${edit}.py`);
  }
  expect(await session.verdict()).toEqual(['column-type']);
  expect(session.host.disk.held).toBe(held);
  expect(session.readings.size).toBe(2);
});

test('readings of sources that no option names any more are let go', async () => {
  const session = new Session();
  for (const mirror of ['all', 'subset', 'all'] as const) await session.verdict([{ ...source, mirror }]);
  expect(session.readings.size).toBe(2);
  await session.verdict([]);
  expect(session.readings.size).toBe(1);
});

test('a source is read again when other packages are installed', async () => {
  const session = new Session();
  await session.verdict();
  const options = { postgres: undefined, reach: 'inputs' } as const;
  const before = await session.readings.python(source, options);
  expect(await session.readings.python(source, options)).toBe(before);
  session.write('.venv/lib/python3.12/site-packages/SQLAlchemy-2.0.40.dist-info/METADATA', 'Version: 2.0.40\n');
  const after = await session.readings.python(source, options);
  expect(after).not.toBe(before);
  expect(await session.readings.python(source, options)).toBe(after);
});

test('modules are kept one by one, and no more of them after many edits', async () => {
  const session = new Session();
  session.write('site/manage.py', '');
  session.write('site/settings.py', 'INSTALLED_APPS = ["shop"]\n');
  session.write('site/shop/__init__.py', '');
  session.write('site/shop/bases.py', basesOf(10));
  session.write('site/shop/models.py', modelsOf('bases'));
  const sources: readonly PythonSource[] = [{ orm: 'django', root: 'site', settings: 'settings' }, source];
  session.readings.listen((path) => !path.startsWith('.venv'));
  expect(await session.verdict(sources)).toEqual([]);
  session.change('site/shop/models.py', `# again\n${modelsOf('bases')}`);
  expect(await session.verdict(sources)).toEqual([]);
  const { modules } = session.readings;
  for (let edit = 1; edit <= edits; edit++) {
    const length = 10 + (edit % 3);
    if (edit % 2 === 0) session.change('models/pets.py', petsOf(length));
    else session.change('site/shop/bases.py', basesOf(length));
    session.change('site/shop/models.py', `from shop import name_${edit}\n${modelsOf('bases')}`);
    await session.verdict(sources);
  }
  expect(session.readings.modules).toBe(modules);
  expect(session.readings.size).toBe(3);
});
