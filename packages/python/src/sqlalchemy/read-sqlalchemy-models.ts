import type { Reading, Unread } from '@canonical-schema/schema';
import { syntaxErrorRemarks } from '../syntax/syntax-errors';
import { type LoadedModels, loadSqlAlchemyModels, type SqlAlchemyOptions } from './load-models';

export type { SqlAlchemyOptions };

/** The schema that `create_all` would make of the SQLAlchemy models under a directory. */
export function readSqlAlchemyModels(options: SqlAlchemyOptions): Reading {
  return readingOf(loadSqlAlchemyModels(options));
}

/** The reading of models that are loaded. */
export function readingOf({ program, context, schema, unread, version, server }: LoadedModels): Reading {
  return {
    source: 'sqlalchemy',
    dialect: context.dialect.traits.name,
    schema,
    unread: inSourceOrder([...program.unread, ...unread]),
    remarks: syntaxErrorRemarks(program.syntaxErrors),
    assumed: {
      sqlalchemy: `${version.version} (${version.from})`,
      [context.dialect.server.name]: `${server.version} (${server.from})`,
    },
  };
}

function inSourceOrder(unread: readonly Unread[]): readonly Unread[] {
  return [...unread].sort(
    (a, b) =>
      compareText(a.place.path, b.place.path) ||
      a.place.span.start - b.place.span.start ||
      compareText(a.subject ?? '', b.subject ?? ''),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
