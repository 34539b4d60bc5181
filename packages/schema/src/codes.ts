/** How much a finding weighs. `tolerated` findings are in the JSON always, in text only with `--explain`. */
export type Severity = 'error' | 'warning' | 'tolerated';

/**
 * Every finding code with the severity it has unless its rule says otherwise for the case at hand.
 * Codes are stable: one may be added, none is renamed. Each has a page `packages/drift/docs/<code>.md`.
 */
export const codes = {
  'missing-table': 'error',
  'extra-table': 'error',
  'table-name': 'error',
  'missing-column': 'error',
  'extra-column': 'error',
  'column-type': 'error',
  'follows-key': 'tolerated',
  nullability: 'error',
  default: 'error',
  'python-side-default': 'tolerated',
  'auto-increment-form': 'tolerated',
  identity: 'error',
  'implicit-key': 'error',
  generated: 'error',
  collation: 'warning',
  comment: 'warning',
  'primary-key': 'error',
  'missing-unique': 'error',
  'extra-unique': 'error',
  'unique-form': 'tolerated',
  'missing-foreign-key': 'error',
  'extra-foreign-key': 'error',
  'foreign-key-target': 'error',
  'on-delete': 'error',
  'on-update': 'error',
  deferrable: 'error',
  'missing-check': 'error',
  'extra-check': 'error',
  'check-definition': 'error',
  'missing-exclusion': 'error',
  'extra-exclusion': 'error',
  'missing-index': 'error',
  'extra-index': 'error',
  'fk-index': 'warning',
  'like-index': 'tolerated',
  'redundant-index': 'warning',
  'index-definition': 'error',
  'index-name': 'warning',
  'constraint-name': 'warning',
  'enum-labels': 'error',
  'missing-migration': 'error',
  'migration-conflict': 'error',
  'migration-broken': 'error',
  'not-idempotent': 'warning',
  'shadowed-definition': 'error',
  'undocumented-change': 'warning',
  'undocumented-object': 'warning',
  'canonical-first': 'warning',
  'version-log': 'warning',
  'unused-suppression': 'warning',
  unreadable: 'warning',
  'undescribed-table': 'warning',
  'syntax-error': 'error',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof codes;

/** Is this word a finding code? */
export function isCode(word: string): word is Code {
  return Object.hasOwn(codes, word);
}
