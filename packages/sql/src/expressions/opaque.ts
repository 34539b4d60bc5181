import { deparseSync } from 'pgsql-deparser';
import type { Node } from '../parser/postgres';
import { columnsIn } from './columns';
import type { Term } from './term';

/** Why an expression has no normal form: a phrase that completes "could not be read: …". */
export class UnreadableExpression extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'UnreadableExpression';
  }
}

/**
 * Syntax that has no normal form of its own here (subqueries, windows, SQL/JSON), as the deparser prints it. Throws
 * `UnreadableExpression` for what the deparser does not know.
 */
export function opaque(node: Node): Term {
  return { kind: 'sql', sql: deparsed(node), type: undefined, columns: columnsIn(node).length > 0 };
}

function deparsed(node: Node): string {
  try {
    return deparseSync(node);
  } catch (error) {
    throw new UnreadableExpression(`has ${Object.keys(node)[0]}, which is not understood (${String(error)})`);
  }
}
