import type { Backend } from '../backends';
import type { DjangoVersion } from '../version';
import type { ExpressionHome } from './expressions/expression-home';
import type { CodeFile } from './fields/python-code';
import type { Problem } from './problem';
import type { NamedMember } from './taken-names';

/** The model that an index or constraint is written for. */
export interface ObjectHome {
  /** As messages name it: `stocks`. */
  readonly table: string;
  readonly file: CodeFile;
  readonly version: DjangoVersion;
  readonly backend: Backend;
  /** Gives a name to an object of the table; why it cannot have it, or null. */
  takeName(member: NamedMember, name: string | null): Problem | null;
  /** The name of the field that makes a column; null where none does. */
  fieldOf(column: string): string | null;
  /** The `format_type` text of a column's type; undefined where it is not known. */
  typeOf(column: string): string | undefined;
  isNullable(column: string): boolean;
}

/** The same model as expressions see it. */
export function expressionHome(home: ObjectHome, use: ExpressionHome['use']): ExpressionHome {
  const { file, backend } = home;
  return {
    file,
    backend,
    use,
    fieldOf: (column) => home.fieldOf(column),
    typeOf: (column) => home.typeOf(column),
    isNullable: (column) => home.isNullable(column),
  };
}
