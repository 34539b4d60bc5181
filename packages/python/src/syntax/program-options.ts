import type { FileTree } from '@canonical-schema/schema';
import type { ExternalAnswers } from './answers';
import type { SyntaxStore } from './kept-syntax';
import type { KnownConstant } from './known-constants';
import type { StandIns } from './resolution';

/** Where a program's modules come from. */
export interface PythonProgramOptions {
  readonly files: FileTree;
  /** The import roots in order, relative to the host's root: directories that stand on `sys.path`. */
  readonly roots: readonly string[];
  /** `site-packages` directories. */
  readonly installed: readonly string[];
  /** Top-level module names that are never followed as text; the standard library is one in any case. */
  readonly frameworks: readonly string[];
  /** Names of functions and methods that do something by being called, wherever they are: `Table`. */
  readonly noted?: readonly string[];
  /** Decides `sys.version_info`; `[3, 12]` where not given. */
  readonly pythonVersion?: readonly [number, number];
  /**
   * What some names of modules that are not read are, by dotted name: `django.VERSION` as `[5, 2, 0]`. Under
   * `module.__all__` the names that `from module import *` binds.
   */
  readonly known?: Readonly<Record<string, KnownConstant>>;
  /** What calls of names that are not read come to, where a reader knows. */
  readonly answers?: ExternalAnswers;
  /** Text of ours that stands for libraries which are not installed. */
  readonly standIns?: StandIns;
  /** What is known of files' syntax; each is parsed where not given. */
  readonly syntaxes?: SyntaxStore;
}
