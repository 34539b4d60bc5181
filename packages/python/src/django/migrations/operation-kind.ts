import type { EmitContext } from '../emit/context';
import type { Operation } from './operation';
import type { ProjectState } from './project-state';
import type { Replay } from './replay';
import type { SchemaEditor } from './schema-editor';

/** What a kind of operation does to the models and to the database. */
export interface OperationKind {
  /** Parameters of its constructor, in order. */
  readonly parameters: readonly string[];
  /** `state_forwards`. */
  state?(project: ProjectState, operation: Operation, replay: Replay): void;
  /** `database_forwards`. */
  database?(step: DatabaseStep, operation: Operation): void;
}

/** An operation's work on the database, between the models before and after it. */
export interface DatabaseStep {
  readonly editor: SchemaEditor;
  readonly before: Moment;
  readonly after: Moment;
  readonly replay: Replay;
}

/** The models at one moment, and what emitting them asks. */
export interface Moment {
  readonly project: ProjectState;
  readonly context: EmitContext;
}
