import { exportsOf } from '../src/plan/exports';
import type { PlannedSchema } from '../src/plan/plan';

function schema(canonical: string, django: readonly string[], sqlalchemy: readonly string[] = []): PlannedSchema {
  return {
    canonical,
    sources: [
      ...django.map((root) => ({ orm: 'django' as const, root })),
      ...sqlalchemy.map((root) => ({ orm: 'sqlalchemy' as const, root })),
    ],
  };
}

function filesOf(...schemas: readonly PlannedSchema[]): readonly string[] {
  return exportsOf(schemas).map(({ file }) => file);
}

test('one source of each ORM has the plain name, beside the canonical file', () => {
  expect(filesOf(schema('db/schema_canonical.sql', ['web'], ['src/database']))).toEqual([
    'db/schema_django.sql',
    'db/schema_sqlalchemy.sql',
  ]);
  expect(filesOf(schema('schema_canonical.sql', ['.']))).toEqual(['schema_django.sql']);
});

test('several have their roots behind the name', () => {
  expect(filesOf(schema('db/c.sql', ['apps/billing', '.'], ['src']))).toEqual([
    'db/schema_django_apps_billing.sql',
    'db/schema_django_root.sql',
    'db/schema_sqlalchemy.sql',
  ]);
  expect(filesOf(schema('db/a.sql', ['web']), schema('db/b.sql', ['shop']), schema('other/c.sql', ['pos']))).toEqual([
    'db/schema_django_web.sql',
    'db/schema_django_shop.sql',
    'other/schema_django.sql',
  ]);
});

test('a source of two canonical files in one directory is written for each', () => {
  expect(filesOf(schema('db/a.sql', ['web']), schema('db/b.sql', ['web']))).toEqual([
    'db/schema_django_web_for_db_a.sql',
    'db/schema_django_web_for_db_b.sql',
  ]);
});
