import type { Index, ReferentialAction } from '@canonical-schema/schema';

/** `ON DELETE CASCADE`, or `no ON DELETE`. */
export function actionWords(clause: 'ON DELETE' | 'ON UPDATE', action: ReferentialAction): string {
  return action === 'no action' ? `no ${clause}` : `${clause} ${action.toUpperCase()}`;
}

/** `DEFERRABLE INITIALLY DEFERRED`, or `NOT DEFERRABLE`. */
export function deferrableWords(rule: { readonly deferrable: boolean; readonly initiallyDeferred: boolean }): string {
  if (!rule.deferrable) return 'NOT DEFERRABLE';
  return rule.initiallyDeferred ? 'DEFERRABLE INITIALLY DEFERRED' : 'DEFERRABLE INITIALLY IMMEDIATE';
}

/** ` named idx_stocks_symbol` where a person wrote the name, nothing otherwise. */
export function namedWords(object: Pick<Index, 'name' | 'nameGiven'>): string {
  return object.nameGiven && object.name !== null ? ` named ${object.name}` : '';
}
