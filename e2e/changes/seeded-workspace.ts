import { djangoFiles } from './django-text';
import { Seeded } from './seeded';
import { sqlText } from './sql-text';
import { sqlAlchemyText } from './sqlalchemy-text';
import type { Style } from './styles';
import { type Roles, seededTables } from './tables';

/** A workspace in sync by construction, without migrations: the same tables four times, in one style. */
export interface SeededWorkspace {
  readonly files: Readonly<Record<string, string>>;
  readonly roles: Roles;
  readonly apps: readonly string[];
}

export const canonicalPath = 'db/schema.sql';
export const modelsPath = 'service/models.py';

/** The workspace of a seed. */
export function seededWorkspace(style: Style, seed: number): SeededWorkspace {
  const { tables, roles, apps } = seededTables(new Seeded(seed), style);
  const texts = {
    [canonicalPath]: sqlText(tables, style),
    ...djangoFiles(tables, style),
    'service/__init__.py': '',
    [modelsPath]: sqlAlchemyText(tables, style),
    'requirements.txt': 'Django==5.2.19\nSQLAlchemy==2.1.9\n',
  };
  const ending = (text: string) => text.replaceAll('\n', style.newline);
  return { files: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, ending(text)])), roles, apps };
}
