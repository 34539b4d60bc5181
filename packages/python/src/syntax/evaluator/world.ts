import type { Place, SourceFile } from '@canonical-schema/schema';
import type { ExternalAnswer } from '../answers';
import type { Expression, FunctionDefinition, Lambda, Statement } from '../ast';
import type { Late } from '../module-trail';
import type { BoundName, Journal, Scope } from '../scope';
import type { CallValue, ClassValue, FunctionValue, UnknownValue, Value } from '../value';

/** A module being run, or run. */
export interface RunningModule {
  readonly name: string;
  readonly path: string;
  readonly isPackage: boolean;
  readonly source: SourceFile;
  readonly scope: Scope;
  readonly classes: { readonly value: ClassValue; readonly condition: string | null }[];
  readonly calls: NotedCall[];
  /** Is it only a type checker that sees what stands here? */
  readonly isNeverRun?: true;
}

/** A call that does something by itself. */
export interface NotedCall {
  readonly value: CallValue;
  readonly condition: string | null;
  readonly place: Place;
  /** Is it part of a larger expression, which may do with it what it likes? */
  readonly isPart?: boolean;
}

/** Where evaluation stands: whose text, which names, under which undecided conditions. */
export interface Frame {
  readonly module: RunningModule;
  readonly scope: Scope;
  /** `Outer.Inner` of the classes and functions around. */
  readonly qualifier: string;
  readonly conditions: readonly string[];
  /** The call being inlined; null in modules' and classes' bodies. */
  readonly call: InlinedCall | null;
  /** In an annotation a name of the class body counts only where it is a type: fields are named as their types. */
  readonly isAnnotation?: boolean;
  /** Within a `try`: what certainly raises there is handled. */
  readonly isTried?: boolean;
}

/** What a function's body has returned so far under conditions that could not be decided. */
export interface InlinedCall {
  readonly returns: { readonly value: Value; readonly condition: string }[];
  /** The instance that an `__init__` is run for; null for any other function. */
  readonly self: CallValue | null;
  /** Where calls that are statements are noted; null where nobody asked. */
  readonly calls: NotedCall[] | null;
  /** What the method of the same name of the super gives, where whoever runs the function knows it. */
  readonly ofSuper?: Value | undefined;
  /** What the method is bound to that is being run; absent for any other function. */
  readonly bound?: BoundTo | undefined;
}

/** A method's instance or class, and the classes behind the one that has the method: what its `super()` means. */
export interface BoundTo {
  readonly receiver: Value;
  readonly after: readonly ClassValue[];
}

/** How a block of statements ended. */
export type Completion =
  | { readonly kind: 'normal' | 'break' | 'continue' }
  /** `exception` is the dotted name where a reader's answer raised it; absent for a `raise` that is written. */
  | { readonly kind: 'raise'; readonly exception?: string }
  | { readonly kind: 'return'; readonly value: Value }
  /** Whether it went on cannot be decided: what follows is not known. */
  | { readonly kind: 'lost'; readonly why: string };

/** Positional and keyword arguments with their unpackings expanded. */
export interface Arguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  readonly complete: boolean;
  /** Why they are not complete. */
  readonly why?: string;
}

/** What lies behind a FunctionValue. */
export interface FunctionBehind {
  readonly definition: FunctionDefinition | Lambda;
  readonly defaults: ReadonlyMap<string, Value>;
  readonly frame: Frame;
  /** What is passed before all other arguments: the class, for a class method. */
  readonly receiver: Value | null;
  /** The classes behind the one that has the method, where it is an instance's. */
  readonly after?: readonly ClassValue[] | undefined;
}

/**
 * Everything that evaluation shares within one program. The operations stand here as members because they call each
 * other in circles: each file implements one, and `interpreter.ts` joins them.
 */
export interface World {
  readonly journal: Journal;
  readonly functions: WeakMap<FunctionValue, FunctionBehind>;
  /** What code assigned to instances of the project's classes. */
  readonly instances: WeakMap<CallValue, Scope>;
  /** The instances whose constructors are being run. */
  readonly making: Set<CallValue>;
  /** Counts down with every statement, call and round of a loop; at zero everything is `too complex`. */
  stepsLeft: number;
  /** The undecided conditions around what runs, through all calls. */
  conditions: readonly string[];
  /** Where calls are noted: those of the module that runs; null while a reader asks for a value. */
  notes: NotedCall[] | null;
  /** Hears of every call that is made, while a reader asks for those of a function; null else. */
  heard: NotedCall[] | null;
  depth: number;
  callDepth: number;
  /** The exception that a call within the statement being run raised, until the statement ends; null for none. */
  raised: string | null;

  /** Gives a reader's question steps of its own; does nothing while a module or a function runs. */
  replenish(): void;
  evaluate(expression: Expression, frame: Frame): Value;
  execute(block: readonly Statement[], frame: Frame): Completion;
  /** `importer` is the module whose statement it is. */
  importModule(name: string, place: Place): Value;
  /** A name that is not read as text: symbolic, unless the program was told what it is. */
  external(name: string, place: Place, missing: string | null): Value;
  /** The binding that a module has for a name, and what it means. */
  nameIn(module: string, name: string, place: Place): Value;
  attribute(of: Value, name: string, place: Place): Value;
  call(callee: Value, args: Arguments, place: Place, frame: Frame | null): Value;
  /** What a reader knows a call of something that is not read as text to come to; null for all other calls. */
  answer(callee: Value, args: Arguments, place: Place): ExternalAnswer | null;
  mro(of: ClassValue): readonly Value[];
  /** The names that `from module import *` binds; or why they are not known. */
  starNames(module: string, place: Place): readonly string[] | UnknownValue;
  /** Is a call of that name noted wherever it stands? */
  isNoted(name: string): boolean;
  /** Is no module running? While one is, a name that is not found may come yet. */
  isIdle(): boolean;
  /** What a name of a module means, found when first asked for. */
  late<T>(module: RunningModule, find: () => T): Late<T>;
  /** What is made of a class or another object once, for as long as the modules stand that it was made from. */
  kept<T>(what: string, of: object, make: () => T): T;
  /** Is a module missing? `certain` where it cannot be installed elsewhere; null where it is found or a framework's. */
  missing(module: string): 'certain' | 'perhaps' | null;
}

/** Does the frame stand for a class's or module's own body? */
export function isInBody(frame: Frame): boolean {
  return frame.call === null;
}

/** The place of a node of the frame's module. */
export function placeIn(frame: Frame, node: { readonly start: number; readonly end: number }): Place {
  return frame.module.source.placeOf({ start: node.start, end: node.end });
}

/** The conditions around, joined; null for none. */
export function conditionOf(frame: Frame): string | null {
  return frame.conditions.length === 0 ? null : frame.conditions.join(' and ');
}

/** Finds a name as Python does: the scope itself, then outward past class bodies, then the module. */
export function lookUp(frame: Frame, name: string): BoundName | null {
  const { scope } = frame;
  const own = (scope.elsewhere.get(name) ?? scope).bindings.get(name);
  if (own?.assigned === true && !(frame.isAnnotation === true && isField(scope, own))) return own;
  for (let outer = scope.parent; outer !== null; outer = outer.parent) {
    if (outer.kind === 'class') continue;
    const bound = outer.bindings.get(name);
    if (bound?.assigned === true) return bound;
  }
  return null;
}

const TYPES = new Set<Value['kind']>(['class', 'external', 'subscript', 'attribute', 'module', 'operation']);

function isField(scope: Scope, bound: BoundName): boolean {
  return scope.kind === 'class' && !TYPES.has(bound.value.kind);
}
