import type { Value } from '../../syntax/value';
import { dottedName } from '../constants';

/**
 * The last part of a name of Django's own: `Lower` of `django.db.models.functions.Lower` and of the deeper
 * `django.db.models.functions.text.Lower`, for all of them are told apart by it; null for other names.
 */
export function djangoName(value: Value): string | null {
  const name = dottedName(value);
  return name?.startsWith('django.') ? (name.split('.').at(-1) ?? null) : null;
}
