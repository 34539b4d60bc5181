import type { Style } from './styles';
import type { SeededColumn, SeededTable } from './tables';

/** The Django project of the tables, without migrations. */
export function djangoFiles(tables: readonly SeededTable[], style: Style): Readonly<Record<string, string>> {
  const apps = [...new Set(tables.map(({ app }) => app))];
  const key = 'django.db.models.BigAutoField';
  const files: Record<string, string> = {
    'django_app/manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")\n',
    'django_app/settings.py': [
      `INSTALLED_APPS = [${apps.map((app) => `"${app}"`).join(', ')}]`,
      'DATABASES = {"default": {"ENGINE": "django.db.backends.postgresql"}}',
      `DEFAULT_AUTO_FIELD = "${key}"`,
      'USE_TZ = True',
      '',
    ].join('\n'),
  };
  for (const app of apps) {
    const own = tables.filter((table) => table.app === app);
    files[`django_app/${app}/__init__.py`] = '';
    if (style.modelFiles === 'one') {
      files[`django_app/${app}/models.py`] = moduleText(own, tables, style);
      continue;
    }
    for (const table of own)
      files[`django_app/${app}/models/${table.model.toLowerCase()}.py`] = moduleText([table], tables, style);
    const imports = own.map(({ model }) => `from .${model.toLowerCase()} import ${model}`);
    files[`django_app/${app}/models/__init__.py`] = `${imports.join('\n')}\n`;
  }
  return files;
}

function moduleText(own: readonly SeededTable[], all: readonly SeededTable[], style: Style): string {
  const classes = own.flatMap((table) => ['', '', ...classLines(table, all, style)]);
  return `${['# Models: they mirror schema.sql.', ...importLines(own, style), ...classes].join('\n')}\n`;
}

function importLines(own: readonly SeededTable[], style: Style): string[] {
  if (style.django === 'models') return ['from django.db import models'];
  if (style.django === 'alias') return ['from django.db import models as m'];
  if (style.django === 'module') return ['import django.db.models'];
  const used = own.flatMap(({ columns, indexes, uniques, checks }) => [
    ...columns.flatMap(({ kind, references }) =>
      references === undefined ? [kind.field[0]] : ['CASCADE', 'ForeignKey'],
    ),
    ...(indexes.length > 0 ? ['Index'] : []),
    ...(uniques.length > 0 ? ['UniqueConstraint'] : []),
    ...(checks.length > 0 ? ['CheckConstraint', 'Q'] : []),
  ]);
  const names = [...new Set(['Model', ...used])].sort();
  if (names.length < 4) return [`from django.db.models import ${names.join(', ')}`];
  const listed = names.map((name, at) => `    ${name}${at < names.length - 1 || style.trailingComma ? ',' : ''}`);
  return ['from django.db.models import (', ...listed, ')'];
}

const prefixes = { models: 'models.', alias: 'm.', names: '', module: 'django.db.models.' };

function classLines(table: SeededTable, all: readonly SeededTable[], style: Style): string[] {
  const fields = table.columns.flatMap((column) => fieldLines(column, all, style));
  const [first = '', ...more] = fields;
  const meta = metaLines(table, style);
  return [
    `class ${table.model}(${prefixes[style.django]}Model):`,
    ...(style.comments ? [`    """${table.model}: kept by hand."""`, ''] : []),
    ...[first, ...more],
    ...(meta.length === 0 ? [] : ['', ...meta]),
    '',
    '    def __str__(self):',
    `        return f${style.quote}${table.model} {self.pk}${style.quote}`,
  ];
}

function fieldLines(column: SeededColumn, all: readonly SeededTable[], style: Style): string[] {
  const { name, kind, nullable, comment, references } = column;
  const { quote } = style;
  const prefix = prefixes[style.django];
  const target = all.find((table) => table.name === references);
  const [field, ...args] =
    target === undefined
      ? kind.field
      : ['ForeignKey', `${quote}${target.app}.${target.model}${quote}`, `on_delete=${prefix}CASCADE`];
  if (nullable) args.push('null=True', 'blank=True');
  if (column.default !== undefined) args.push(`default=${column.default}`);
  if (comment !== undefined) args.push(`db_comment=${quote}${comment}${quote}`);
  const start = `    ${target === undefined ? name : name.replace(/_id$/, '')} = ${prefix}${field}(`;
  const note = style.comments ? [`    # About ${name}, whatever it holds`] : [];
  if (args.length < 3)
    return [...note, `${start}${args.join(', ')})${style.comments && nullable ? '  # may be unknown' : ''}`];
  return [...note, start, ...listed(args, '        ', style), '    )'];
}

function metaLines(table: SeededTable, style: Style): string[] {
  const { quote } = style;
  const prefix = prefixes[style.django];
  const named = (name: string) => `name=${quote}${name}${quote}`;
  const fieldOf = (column: string) => `${quote}${column.replace(/_id$/, '')}${quote}`;
  const indexes = table.indexes.map(
    (index) => `${prefix}Index(fields=[${index.columns.map(fieldOf).join(', ')}], ${named(index.name)})`,
  );
  const uniques = table.uniques.map(
    (unique) => `${prefix}UniqueConstraint(fields=[${unique.columns.map(fieldOf).join(', ')}], ${named(unique.name)})`,
  );
  const checks = table.checks.map(
    (check) =>
      `${prefix}CheckConstraint(condition=${prefix}Q(${check.column}__gte=${check.least}), ${named(check.name)})`,
  );
  const constraints = [...uniques, ...checks];
  // Django makes the index of a foreign key itself.
  const own = indexes.filter(
    (_, at) => !(table.indexes[at]?.columns.length === 1 && table.indexes[at]?.columns[0]?.endsWith('_id')),
  );
  const body = [
    ...(style.meta === 'always' ? [`        db_table = ${quote}${table.name}${quote}`] : []),
    ...(table.comment === undefined ? [] : [`        db_table_comment = ${quote}${table.comment}${quote}`]),
    ...(own.length === 0 ? [] : ['        indexes = [', ...listed(own, '            ', style), '        ]']),
    ...(constraints.length === 0
      ? []
      : ['        constraints = [', ...listed(constraints, '            ', style), '        ]']),
  ];
  return body.length === 0 ? [] : ['    class Meta:', ...body];
}

/** Items a line each. */
export function listed(items: readonly string[], indent: string, { trailingComma }: Style): string[] {
  const last = items.length - 1;
  return items.map((item, at) => `${indent}${item}${at < last || trailingComma ? ',' : ''}`);
}
