import type { SchemaVerdict, VerifyOutcome } from '../host/verify-schema';

/** How a report looks. */
export interface ReportStyle {
  /** Also what was tolerated, and why. */
  readonly explain: boolean;
  readonly colour: boolean;
}

/**
 * The verdicts as text for people: the findings by table, and where a schema has several sources, what each came to.
 * Several schemas stand each under the name of its canonical file.
 */
export async function reportOf(outcome: VerifyOutcome, style: ReportStyle): Promise<string> {
  const { coloured, plain, reportText, summaryLine } = await import('@canonical-schema/drift');
  const paint = style.colour ? coloured : plain;
  const parts = outcome.verdicts.map((schema) => {
    const lines = rowsOf(schema, (verdict) => summaryLine(verdict, paint, true));
    const heading = outcome.verdicts.length === 1 ? [] : [paint('heading', schema.canonical)];
    const table = lines.length > 1 ? [lines.join('\n')] : [];
    const report = reportText(schema.verdict, { paint, explain: style.explain });
    return [...heading, ...table, report, ...hiddenNote(schema)].join('\n\n');
  });
  const excess = outcome.tooManyWarnings === null ? [] : [paint('error', outcome.tooManyWarnings)];
  return `${[...parts, ...excess].join('\n\n')}\n`;
}

/** Does the standard output show colours? Not in a file, in CI, or where `NO_COLOR` asks for none. */
export function isColoured(): boolean {
  return Boolean(process.stdout.isTTY) && !process.env.CI && !process.env.NO_COLOR;
}

/** Where something stayed unread: which imported files may be why, and what lets them be read. */
function hiddenNote({ hidden, verdict }: SchemaVerdict): readonly string[] {
  if (hidden.length === 0 || verdict.summary.unreadable === 0) return [];
  const listed = hidden.length > 5 ? [...hidden.slice(0, 5), '…'] : hidden;
  return [`Imported and not read: ${listed.join(', ')}. To read them, name their directories in "include".`];
}

function rowsOf(
  { sources }: SchemaVerdict,
  summaryOf: (verdict: SchemaVerdict['verdict']) => string,
): readonly string[] {
  const width = Math.max(0, ...sources.map(({ name }) => name.length));
  return sources.map(({ name, verdict }) => `${name.padEnd(width)}  ${summaryOf(verdict)}`);
}
