/**
 * Python's abstract syntax, only as far as evaluation asks. Every node has its span, so that a writer can edit what a
 * reader understood. `opaque` and `broken` stand where the text did not parse or nests too deep.
 */
interface Spanned {
  readonly start: number;
  readonly end: number;
}

export type Expression =
  | Name
  | Constant
  | NumberLiteral
  | StringLiteral
  | Display
  | DictDisplay
  | AttributeAccess
  | Subscript
  | Slice
  | Call
  | Unary
  | Binary
  | BooleanChain
  | Comparison
  | Conditional
  | Lambda
  | Comprehension
  | Starred
  | Walrus
  | Opaque;

export interface Name extends Spanned {
  readonly kind: 'name';
  readonly name: string;
}
export interface Constant extends Spanned {
  readonly kind: 'none' | 'true' | 'false' | 'ellipsis';
}
/** `text` as written; which number it is, `literals.ts` says. */
export interface NumberLiteral extends Spanned {
  readonly kind: 'number';
  readonly text: string;
}
/** Adjacent literals are already joined. */
export interface StringLiteral extends Spanned {
  readonly kind: 'string';
  readonly isBytes: boolean;
  readonly parts: readonly StringPart[];
}
/** A piece of text, or a replacement field of an f-string. */
export type StringPart = string | Interpolation;
export interface Interpolation {
  readonly expression: Expression;
  /** `r`, `s`, `a` of `{x!r}`. */
  readonly conversion: string | null;
  /** What follows the colon in `{x:>10}`. */
  readonly format: string | null;
}
export interface Display extends Spanned {
  readonly kind: 'list' | 'tuple' | 'set';
  readonly items: readonly Expression[];
}
export interface DictDisplay extends Spanned {
  readonly kind: 'dict';
  /** A null key is a `**` unpacking. */
  readonly entries: readonly { readonly key: Expression | null; readonly value: Expression }[];
}
export interface AttributeAccess extends Spanned {
  readonly kind: 'attribute';
  readonly of: Expression;
  readonly name: string;
}
export interface Subscript extends Spanned {
  readonly kind: 'subscript';
  readonly of: Expression;
  readonly index: readonly Expression[];
}
export interface Slice extends Spanned {
  readonly kind: 'slice';
  readonly lower: Expression | null;
  readonly upper: Expression | null;
  readonly step: Expression | null;
}
export interface Call extends Spanned {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
}
export interface Argument {
  readonly form: 'positional' | 'keyword' | 'star' | 'double-star';
  /** The keyword; empty for the other forms. */
  readonly name: string;
  readonly value: Expression;
}
export interface Unary extends Spanned {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}
export interface Binary extends Spanned {
  readonly kind: 'binary';
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}
export interface BooleanChain extends Spanned {
  readonly kind: 'boolean';
  readonly operator: 'and' | 'or';
  readonly left: Expression;
  readonly right: Expression;
}
export interface Comparison extends Spanned {
  readonly kind: 'comparison';
  readonly first: Expression;
  readonly rest: readonly { readonly operator: string; readonly right: Expression }[];
}
export interface Conditional extends Spanned {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly body: Expression;
  readonly orElse: Expression;
}
export interface Lambda extends Spanned {
  readonly kind: 'lambda';
  readonly parameters: readonly Parameter[];
  readonly body: Expression;
}
export interface Comprehension extends Spanned {
  readonly kind: 'comprehension';
  readonly result: 'list' | 'set' | 'dict' | 'generator';
  readonly element: Expression;
  /** The value of a dict comprehension, whose `element` is the key. */
  readonly value: Expression | null;
  readonly clauses: readonly ComprehensionClause[];
}
export type ComprehensionClause =
  | { readonly kind: 'for'; readonly target: Expression; readonly iterable: Expression }
  | { readonly kind: 'if'; readonly test: Expression };
export interface Starred extends Spanned {
  readonly kind: 'starred';
  readonly value: Expression;
}
export interface Walrus extends Spanned {
  readonly kind: 'walrus';
  readonly name: string;
  readonly value: Expression;
}
export interface Opaque extends Spanned {
  readonly kind: 'opaque';
  readonly why: string;
}

export interface Parameter extends Spanned {
  readonly form: 'positional-only' | 'normal' | 'star' | 'keyword-only' | 'double-star';
  readonly name: string;
  readonly annotation: Expression | null;
  readonly default: Expression | null;
}

export type Statement =
  | ExpressionStatement
  | Assignment
  | AnnotatedAssignment
  | AugmentedAssignment
  | Import
  | ImportFrom
  | If
  | For
  | While
  | Try
  | With
  | Match
  | FunctionDefinition
  | ClassDefinition
  | Return
  | Delete
  | ScopeDeclaration
  | Jump
  | TypeAlias
  | Broken;

export interface ExpressionStatement extends Spanned {
  readonly kind: 'expression';
  readonly value: Expression;
}
export interface Assignment extends Spanned {
  readonly kind: 'assign';
  /** More than one in `a = b = value`. */
  readonly targets: readonly Expression[];
  readonly value: Expression;
}
export interface AnnotatedAssignment extends Spanned {
  readonly kind: 'annotated';
  readonly target: Expression;
  readonly annotation: Expression;
  readonly value: Expression | null;
}
export interface AugmentedAssignment extends Spanned {
  readonly kind: 'augmented';
  readonly target: Expression;
  /** Without the `=`: `+`, `|`. */
  readonly operator: string;
  readonly value: Expression;
}
export interface ImportedName extends Spanned {
  /** A dotted path in `import a.b`, one identifier in `from m import a`. */
  readonly name: string;
  readonly alias: string | null;
}
export interface Import extends Spanned {
  readonly kind: 'import';
  readonly names: readonly ImportedName[];
}
export interface ImportFrom extends Spanned {
  readonly kind: 'import-from';
  /** The number of leading dots. */
  readonly level: number;
  readonly module: string;
  /** Null for `*`. */
  readonly names: readonly ImportedName[] | null;
}
export interface If extends Spanned {
  readonly kind: 'if';
  readonly test: Expression;
  readonly body: readonly Statement[];
  /** An `elif` is an `if` in here. */
  readonly orElse: readonly Statement[];
}
export interface For extends Spanned {
  readonly kind: 'for';
  readonly target: Expression;
  readonly iterable: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface While extends Spanned {
  readonly kind: 'while';
  readonly test: Expression;
  readonly body: readonly Statement[];
  readonly orElse: readonly Statement[];
}
export interface Handler extends Spanned {
  /** Null for a bare `except:`. */
  readonly type: Expression | null;
  readonly name: string | null;
  readonly body: readonly Statement[];
}
export interface Try extends Spanned {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly Handler[];
  readonly orElse: readonly Statement[];
  readonly finally: readonly Statement[];
}
export interface With extends Spanned {
  readonly kind: 'with';
  readonly items: readonly { readonly value: Expression; readonly target: Expression | null }[];
  readonly body: readonly Statement[];
}
export interface Match extends Spanned {
  readonly kind: 'match';
  readonly cases: readonly Case[];
}
export interface Case extends Spanned {
  /** The names that the pattern captures. */
  readonly names: readonly string[];
  /** The pattern's text, for messages. */
  readonly pattern: string;
  readonly body: readonly Statement[];
}
export interface FunctionDefinition extends Spanned {
  readonly kind: 'function';
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Expression | null;
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  /** From `def` to the end of the body, which `functionBody` parses when it is asked for: most never are. */
  readonly code: { readonly start: number; readonly end: number };
}
export interface ClassDefinition extends Spanned {
  readonly kind: 'class';
  readonly name: string;
  readonly args: readonly Argument[];
  readonly decorators: readonly Expression[];
  readonly body: readonly Statement[];
}
export interface Return extends Spanned {
  readonly kind: 'return';
  readonly value: Expression | null;
}
export interface Delete extends Spanned {
  readonly kind: 'delete';
  readonly targets: readonly Expression[];
}
export interface ScopeDeclaration extends Spanned {
  readonly kind: 'scope';
  readonly form: 'global' | 'nonlocal';
  readonly names: readonly string[];
}
/** `pass` and `assert` among them: nothing to evaluate. */
export interface Jump extends Spanned {
  readonly kind: 'jump';
  readonly form: 'pass' | 'break' | 'continue' | 'raise';
}
/** `type X = …`. */
export interface TypeAlias extends Spanned {
  readonly kind: 'type-alias';
  readonly name: string;
  readonly value: Expression;
}
/** A statement that did not parse. */
export interface Broken extends Spanned {
  readonly kind: 'broken';
  readonly why: string;
}

/** One module's text as statements. */
export interface ModuleSyntax {
  readonly body: readonly Statement[];
  /** Each region that did not parse. */
  readonly errors: readonly Spanned[];
}
