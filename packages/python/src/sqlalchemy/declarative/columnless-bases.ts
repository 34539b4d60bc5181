import type { Value } from '../../syntax/value';
import { dottedPath } from '../framework-name';

/** Mixins of widespread packages that add behaviour and no columns, by the package's name and their own. */
const columnless = new Set([
  'flask_login.UserMixin',
  'flask_login.AnonymousUserMixin',
  'flask_security.UserMixin',
  'flask_security.RoleMixin',
  'social_core.AssociationMixin',
  'social_core.CodeMixin',
  'social_core.NonceMixin',
  'social_core.PartialMixin',
  'social_core.UserMixin',
]);

/** Is this base known to add nothing to a table, though its package was not found? */
export function isColumnless(base: Value): boolean {
  const names = dottedPath(base)?.split('.') ?? [];
  return columnless.has(`${names[0]}.${names[names.length - 1]}`);
}
