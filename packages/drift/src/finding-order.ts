import { type Finding, type Subject, tableLabel } from '@canonical-schema/schema';
import { compareText } from './align/pairing';

/** Within a table: the table itself, its columns, then its objects. */
const kinds: readonly Subject['kind'][] = [
  'file',
  'statement',
  'migration',
  'enum',
  'table',
  'column',
  'primary-key',
  'unique',
  'foreign-key',
  'check',
  'exclusion',
  'index',
];

/** Findings by subject, then code, then departing source; by text and place where all of that is the same. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, key: sortKeyOf(finding) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ finding }) => finding);
}

const keys = new WeakMap<Finding, string>();

function sortKeyOf(finding: Finding): string {
  const known = keys.get(finding);
  if (known !== undefined) return known;
  const key = keyOf(finding);
  keys.set(finding, key);
  return key;
}

function keyOf({ subject, code, departs, message, places }: Finding): string {
  const kind = String(kinds.indexOf(subject.kind)).padStart(2, '0');
  const object = [subject.column ?? subject.columns?.join() ?? '', subject.name ?? ''];
  const at = places.map(({ place }) => `${place.path}:${String(place.line).padStart(8, '0')}`);
  return [groupOf(subject), kind, ...object, code, departs, message, ...at].join('\u0000');
}

/** The table that a finding belongs to, as people read it; empty for files, statements and types. */
export function groupOf(subject: Subject): string {
  if (subject.table === undefined) return '';
  return tableLabel({ schema: subject.schema ?? 'public', name: subject.table });
}
