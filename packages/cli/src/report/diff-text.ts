import type { DescriptionDiff, NamedReading } from '../host/diff-descriptions';
import { descriptions } from '../host/export-schema';
import type { ReportStyle } from './report';

/** A diff for people: what differs, table by table, and one line that says what it came to. */
export async function diffText(diff: DescriptionDiff, style: ReportStyle): Promise<string> {
  const { coloured, plain, reportText } = await import('@canonical-schema/drift');
  const paint = style.colour ? coloured : plain;
  const report = reportText(diff.verdict, { paint, explain: style.explain });
  return `${[...legendOf(diff), report].join('\n\n')}\n`;
}

/** Findings speak of "SQL" and of the other side: who is who, where that is not plain. */
function legendOf({ base, other, isSame }: DescriptionDiff): readonly string[] {
  const isPlain = base.reading.source === 'canonical' && other.reading.source !== 'canonical';
  if (isSame || isPlain) return [];
  const meaning = base.reading.source === 'canonical' ? 'is' : 'is what would be made by';
  return [`"SQL" ${meaning} ${labelOf(base)}; held against it: ${labelOf(other)}.`];
}

function labelOf({ name, reading }: NamedReading): string {
  return reading.source === 'canonical' ? name : `${name} (${descriptions[reading.source]})`;
}
