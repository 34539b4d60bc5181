import type { Change, Schema, SqlText } from '@canonical-schema/schema';
import type { CanonicalOptions } from '../reader';
import type { EndOfStatements } from './end-of-statements';
import type { FileStyle } from './file-style';
import type { Before, Impossible, Statements } from './outcome';
import type { Edits, Scene } from './scene';
import type { SecondRun, Standing } from './standing';

/** How a dialect's files are read and written while they are edited: what one loop over the changes asks of it. */
export interface EditLanguage<S extends Standing> {
  readonly sqlText: SqlText;
  /** Has every statement a form that may be run again? Where not, a file is not held to it. */
  readonly runsTwice: boolean;
  /** Does a name that nobody wrote follow the column that it is made of, in the file as it stands after a change? */
  readonly madeNamesFollow: boolean;
  /** Can ALTER TABLE make every change? Where not, what it cannot stands in the statements that are there. */
  readonly altersTables: boolean;
  /** Is a foreign key refused while its target is not there? */
  readonly demandsTargets: boolean;
  standingOf(path: string, text: string, options: CanonicalOptions): S;
  secondRun(standing: S, options: CanonicalOptions): SecondRun;
  fileStyleOf(standing: S, wanted: Schema): FileStyle;
  endOfStatements(standing: S): EndOfStatements;
  /** The statements that make a change in a database which has the state before it. */
  statementsOf(change: Change, before: Before): Statements;
  /** The edits that make a change in the statements that made its objects. */
  inlineEdits(change: Change, scene: Scene<S>, before: Before): Edits;
  /** The statement that holds on to a name which a change takes away; null where none does. */
  heldBy(change: Change, standing: S): Impossible | null;
  /** What a version log would say of changes. */
  bulletsOf(changes: readonly Change[], before?: Schema): string[];
}
