import type { Place } from '@canonical-schema/schema';

/**
 * What static evaluation knows of a Python expression. Values are symbolic: nothing of a framework is executed, so
 * `models.CharField(max_length=50)` is a `call` of an `external`, and `Q(a=1) & Q(b=2)` a `binary` of two calls.
 * Whatever cannot be established is `unknown`, with the reason; it never turns into some other value on the way.
 */
export type Value =
  | NoneValue
  | BoolValue
  | IntValue
  | FloatValue
  | StrValue
  | BytesValue
  | EllipsisValue
  | SequenceValue
  | DictValue
  | ClassValue
  | FunctionValue
  | ModuleValue
  | ExternalValue
  | CallValue
  | AttributeValue
  | SubscriptValue
  | OperationValue
  | UnknownValue;

interface At {
  /** The expression that has this value (for a name: where the value was written, not where it is used). */
  readonly place: Place;
}

export interface NoneValue extends At {
  readonly kind: 'none';
}
export interface EllipsisValue extends At {
  readonly kind: 'ellipsis';
}
export interface BoolValue extends At {
  readonly kind: 'bool';
  readonly value: boolean;
}
export interface IntValue extends At {
  readonly kind: 'int';
  readonly value: bigint;
}
/** `text` is the literal as written, so that `0.10` keeps its digits; also `Decimal('…')`-free floats only. */
export interface FloatValue extends At {
  readonly kind: 'float';
  readonly value: number;
  readonly text: string;
}
/** Adjacent literals joined, escapes decoded, f-strings evaluated where every part is known. */
export interface StrValue extends At {
  readonly kind: 'str';
  readonly value: string;
}
export interface BytesValue extends At {
  readonly kind: 'bytes';
  readonly value: string;
}
/** Comprehensions and `*` unpackings over known sequences are expanded. */
export interface SequenceValue extends At {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Value[];
}
/** In insertion order, `**` unpackings of known dicts expanded, later keys winning. */
export interface DictValue extends At {
  readonly kind: 'dict';
  readonly entries: readonly (readonly [Value, Value])[];
}
export interface ModuleValue extends At {
  readonly kind: 'module';
  /** Dotted name. */
  readonly name: string;
}
/**
 * A name of a module that is not read as text: the standard library, the frameworks themselves, and modules that were
 * not found. `name` is the dotted path as imported: `django.db.models.CharField`, `sqlalchemy.orm.Mapped`; Python's own
 * names stand in `builtins`: `builtins.int`.
 */
export interface ExternalValue extends At {
  readonly kind: 'external';
  readonly name: string;
  /** Set where the module should have been found as text but was not: `module "foo.bar" was not found`. */
  readonly missing: string | null;
}
/**
 * A call that stays symbolic: of an external, of a class (an instance), of a method of an instance, or of a function
 * with a decorator that is not ours. A function of ours that cannot be followed gives `unknown` instead, with why.
 */
export interface CallValue extends At {
  readonly kind: 'call';
  readonly callee: Value;
  /** Positional arguments, `*` expanded; an unexpandable one is an `unknown` and `complete` is false. */
  readonly positional: readonly Value[];
  /** Keyword arguments, `**` expanded; an unexpandable one makes `complete` false. */
  readonly keywords: ReadonlyMap<string, Value>;
  /** False where a `*` or `**` argument could not be expanded: other arguments may exist. */
  readonly complete: boolean;
  /** Why other arguments may exist; absent where `complete`. */
  readonly why?: string;
}
/** `of.name` where `of` stays symbolic: `Model.column`. An enum's member is one: `PythonProgram.enumMember` says which. */
export interface AttributeValue extends At {
  readonly kind: 'attribute';
  readonly of: Value;
  readonly name: string;
}
/** `of[index]` where `of` stays symbolic: `Mapped[int]`, `Optional[str]`. `a | b` of types is an `operation`. */
export interface SubscriptValue extends At {
  readonly kind: 'subscript';
  readonly of: Value;
  readonly index: readonly Value[];
}
/** An operator over values that are not all constants. Unary operators have one operand; `operator` is Python's token. */
export interface OperationValue extends At {
  readonly kind: 'operation';
  readonly operator: string;
  readonly operands: readonly Value[];
}
export interface UnknownValue extends At {
  readonly kind: 'unknown';
  /** Completes "could not be read: …": `depends on the condition settings.DEBUG`, `calls os.environ.get`. */
  readonly why: string;
  /** What it may be, where branches that cannot be decided bind different values; absent elsewhere. */
  readonly oneOf?: readonly PossibleValue[];
  /** The items that it holds in any case, where others of a list display could not be unpacked; absent elsewhere. */
  readonly holds?: readonly Value[];
}

/** A value that a name has under a condition. */
export interface PossibleValue {
  readonly value: Value;
  readonly condition: string;
}

/** A class statement. Bases, body and annotations are evaluated when first asked for. */
export interface ClassValue extends At {
  readonly kind: 'class';
  readonly name: string;
  /** `Outer.Inner` for nested classes, as Python's `__qualname__`. */
  readonly qualifiedName: string;
  /** Dotted name of the module that holds it. */
  readonly module: string;
  readonly bases: readonly Value[];
  /** `metaclass=`, `table=True`, … */
  readonly keywords: ReadonlyMap<string, Value>;
  readonly decorators: readonly Value[];
  /** The class's own namespace, in the order in which names were first bound. */
  readonly body: Namespace;
  /** The same as the class statement left it, before other code set attributes of the class: what a metaclass sees. */
  readonly written: Namespace;
}

/** A `def` or `lambda`. */
export interface FunctionValue extends At {
  readonly kind: 'function';
  readonly name: string;
  readonly qualifiedName: string;
  readonly module: string;
  readonly decorators: readonly Value[];
  /** What its return statements give when called with these arguments; `unknown` where the body is too complex. */
  call(positional: readonly Value[], keywords: ReadonlyMap<string, Value>): Value;
  /** The annotation of its return value; null for none. */
  readonly returns: Value | null;
}

/** Names bound by a module's or class's body, with everything conditional accounted for. */
export interface Namespace {
  readonly bindings: ReadonlyMap<string, Binding>;
  /**
   * Statements that may bind names that are not known: `from missing import *`, `exec(…)`, `locals()[…] = …`.
   * Empty for most bodies; where it is not, an absent name may exist.
   */
  readonly obscured: readonly UnknownValue[];
}

/** The last value that a name has when its body has run. */
export interface Binding {
  readonly name: string;
  /** `unknown` where branches that cannot be decided bind different values. */
  readonly value: Value;
  /** The annotation of `name: annotation = value`, string annotations parsed; null for none. */
  readonly annotation: Value | null;
  /** Was a value assigned? False for a bare `name: annotation`, whose `value` is unknown. */
  readonly assigned: boolean;
  /** Set where the binding exists only under a condition that cannot be decided: the condition's text. */
  readonly condition: string | null;
  /** The statement. */
  readonly place: Place;
}
