import type { PythonProgram } from '../../syntax/program';
import type { Backend } from '../backends';
import type { ModelKey } from '../model-state';
import type { DjangoVersion } from '../version';
import type { ModelRegistry } from './registry';

/** What emission asks besides the model at hand. */
export interface EmitContext {
  readonly registry: ModelRegistry;
  readonly version: DjangoVersion;
  /** Django's backend for the server that the tables are made in. */
  readonly backend: Backend;
  /** The program that the models were read from. */
  readonly program: PythonProgram;
  /** The model that a swappable setting names: `AUTH_USER_MODEL` → `accounts.user`. */
  swappedIn(setting: string): ModelKey | null;
}
