import type { FileTree, Place, Unread } from '@canonical-schema/schema';
import type { EnumMember } from './evaluator/enums';
import type { Arguments } from './evaluator/world';
import type { WrittenAssignment, WrittenCall } from './evaluator/written-code';
import type { ClassValue, ExternalValue, FunctionValue, Namespace, UnknownValue, Value } from './value';

/**
 * A set of Python modules read as text: the project's own roots, then its installed packages. Modules are parsed when
 * first asked for and once only.
 */
export interface PythonProgram {
  /** The module of that dotted name, from the roots in order; null where no file is found or the name is a framework's. */
  moduleNamed(name: string): PythonModule | null;
  /** The module that a file under one of the roots holds; null where the file has no text. */
  moduleAt(path: string): PythonModule | null;
  /** The value of a name in a module's namespace, imports followed to where it is defined. */
  resolve(module: string, name: string): Value;
  /** The dotted path `a.b.C` as a value: the longest module prefix, then attributes. As Django's `import_string`. */
  valueAt(dottedPath: string): Value;
  /** The attribute of a value as Python would find it: class namespaces along the MRO, module names, else symbolic. */
  attribute(of: Value, name: string): Value;
  /** C3 linearisation, the class itself first; an unknown base ends it with the `unknown` in its place. */
  mro(ofClass: ClassValue): readonly (ClassValue | ExternalValue | UnknownValue)[];
  /** The members of an enum, in order; Django's choices are enums. Null where the class is none. */
  enumMembers(ofClass: ClassValue): readonly EnumMember[] | null;
  /** The member that a value is: `Status.ACTIVE` evaluates to the attribute of its class. Null for all other values. */
  enumMember(value: Value): (EnumMember & { readonly of: ClassValue }) | null;
  /**
   * The arguments that reach the first base that is not read as text when `ofClass` is called with these: each
   * `__init__` on the way is followed. Unknown (it has a `kind`) where one of them depends on what is not known.
   */
  superArguments(ofClass: ClassValue, call: Arguments): Arguments | UnknownValue;
  /**
   * What a class's own `__init__` assigns to an attribute of its instance, after its super's; null where it assigns
   * nothing, unknown where that cannot be told.
   */
  assignedInInit(ofClass: ClassValue, call: Arguments, name: string): Value | null;
  /** What a method returns for an instance, where the method of the same name of its super gives `ofSuper`. */
  methodOver(method: FunctionValue, self: Value, ofSuper: Value): Value;
  /**
   * The calls that stand as statements in a function's body, called without arguments: `def start_mappers():
   * registry.map_imperatively(…)`. Unknown where the function cannot be run.
   */
  callsIn(fn: FunctionValue): PythonModule['calls'] | UnknownValue;
  /**
   * Every call of what is not read as text that a function makes with these arguments, in order, in functions that it calls
   * too. Unknown where it cannot be run to its end.
   */
  callsHeard(fn: FunctionValue, positional: readonly Value[]): PythonModule['calls'] | UnknownValue;
  /**
   * The dotted attributes of a parameter that a function's body names (`connection.alias`), with an empty text where the
   * parameter itself is passed on; null for a function whose body is not known.
   */
  parameterUses(fn: FunctionValue, index: number): readonly string[] | null;
  /** The calls and assignments that stand in a function's body; null for a function whose body is not known. */
  writtenCode(fn: FunctionValue): readonly (WrittenCall | WrittenAssignment)[] | null;
  /** The names of a function's parameters, in order. */
  parameterNames(fn: FunctionValue): readonly string[];
  /** The default of a parameter; null where it has none. */
  parameterDefault(fn: FunctionValue, name: string): Value | null;
  /**
   * What a reader makes of an object of the program, a class or a module. It is made again only when a module has changed
   * that `make` asked for, or `stands` says so; `what` tells several results of one object apart.
   */
  kept<T>(what: string, of: object, make: () => T, stands?: (known: T) => boolean): T;
  /** Could modules stay as they are where others change? Not where one reaches into another, or runs in a circle. */
  readonly isSettled: boolean;
  /** Is every module what it would be in whatever order they were asked for? None runs in a circle with another. */
  readonly isOrderFree: boolean;
  /** How many modules are kept. */
  readonly modulesKept: number;
  /** Says that every reading begins with what was read up to now: where that changes only another program will do. */
  layGround(): void;
  /** The files of the modules that the reading at hand reached, in order. */
  readonly pathsRead: readonly string[];
  /**
   * Begins to read anew: modules whose file gives another text now are forgotten, with those that need them. Other files
   * must be there as they were. `same` where there are none; `lost` where only another program will do.
   */
  renew(files: FileTree): 'same' | 'renewed' | 'lost';
  /** Files that did not parse wholly, or not at all, among the modules read so far. */
  readonly unread: readonly Unread[];
  /** Where the modules read so far do not parse; each is in `unread` as well. */
  readonly syntaxErrors: readonly Place[];
}

export interface PythonModule {
  /** Dotted name: `apps.options.models`. */
  readonly name: string;
  readonly path: string;
  /** `__init__.py`: its relative imports start one level lower. */
  readonly isPackage: boolean;
  /** True where it lies in an installed package rather than under the project's roots. */
  readonly isInstalled: boolean;
  readonly namespace: Namespace;
  /**
   * Every class statement that the module's body runs, at top level or under `if`, `try`, `with`, `for`, in source
   * order; functions' bodies and other classes' bodies left out. `condition` as in `Binding`.
   */
  readonly classes: readonly { readonly value: ClassValue; readonly condition: string | null }[];
  /**
   * Every call that the module makes for what it does, in the order in which they run: expression statements
   * (`event.listen(…)`), assignments to attributes of symbols (as `setattr(metadata, "schema", "app")`), and calls of the
   * program's `noted` names anywhere, in functions that the module calls too.
   */
  readonly calls: readonly {
    readonly value: Value;
    readonly condition: string | null;
    readonly place: Place;
    /** Is it part of a larger expression, which may do with it what it likes? */
    readonly isPart?: boolean;
  }[];
}

export type { Arguments, EnumMember, WrittenAssignment, WrittenCall };
