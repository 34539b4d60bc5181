import { apply, type Change, type Refused, type Schema } from '@canonical-schema/schema';
import type { CanonicalOptions } from '@canonical-schema/sql';
import type { RequestOptions, SqlWriter } from '@canonical-schema/sql/write';
import type { RequestedChange } from './plan-request';

/** What is asked for as changes of the canonical schema; none where anything of it is refused. */
export interface RequestedChanges {
  readonly changes: readonly Change[];
  readonly refused: readonly Refused[];
}

/** The changes that are asked for; each request sees what those before it made. */
export async function requestedChanges(
  asked: RequestedChange,
  schema: Schema,
  { sql: dialect, changesOfSql, sqlOfRequest }: SqlWriter,
  options: RequestOptions & CanonicalOptions,
): Promise<RequestedChanges> {
  const { requestLabel } = await import('@canonical-schema/sql/write');
  if (asked.kind === 'file') return answered(changesOfSql(asked.sql, schema, asked.path, options));
  let at = schema;
  const changes: Change[] = [];
  for (const request of asked.requests) {
    const { sql, problems } = sqlOfRequest(request, at, options);
    if (problems.length > 0) return { changes: [], refused: problems };
    const next = changesOfSql(sql, at, requestLabel(request), options);
    // Nobody wrote the statements that a person could be sent to.
    if (next.problems.length > 0) return { changes: [], refused: next.problems.map(ofOptions) };
    at = apply(at, next.changes, dialect.sqlText);
    changes.push(...next.changes);
  }
  return { changes, refused: [] };
}

function answered({
  changes,
  problems,
}: {
  readonly changes: readonly Change[];
  readonly problems: readonly Refused[];
}) {
  return { changes, refused: problems };
}

function ofOptions({ change, why }: Refused): Refused {
  return { change, why, remedy: 'Correct the options.', place: null };
}
