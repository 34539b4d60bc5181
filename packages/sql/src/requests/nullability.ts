import type { ColumnRequest } from './change-request';
import { RequestError } from './fragments';

/** Is the column asked to be NOT NULL? */
export function isNotNull({ nullable, notNull }: Pick<ColumnRequest, 'nullable' | 'notNull'>): boolean {
  if (nullable === true && notNull === true) throw new RequestError('A column cannot be nullable and NOT NULL.');
  return notNull === true || nullable === false;
}
