/** An expression as written, before anything is normalised. */
export type Expression =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  /** Hexadecimal or binary digits: `x'ff'`, `b'1'`, `0xff`. */
  | { readonly kind: 'bytes'; readonly text: string }
  /** A column; the table or database before it is left out. */
  | { readonly kind: 'column'; readonly name: string; readonly isQuoted: boolean }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'prefix'; readonly operator: string; readonly right: Expression }
  | { readonly kind: 'infix'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'between';
      readonly of: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly negated: boolean;
    }
  | { readonly kind: 'in'; readonly of: Expression; readonly items: readonly Expression[]; readonly negated: boolean }
  | Like
  /** `IS [NOT] NULL`, `TRUE`, `FALSE`, `UNKNOWN`. */
  | {
      readonly kind: 'test';
      readonly of: Expression;
      readonly test: 'null' | 'true' | 'false' | 'unknown';
      readonly negated: boolean;
    }
  | { readonly kind: 'cast'; readonly of: Expression; readonly type: string }
  | { readonly kind: 'collate'; readonly of: Expression; readonly collation: string }
  | { readonly kind: 'interval'; readonly of: Expression; readonly unit: string }
  | Case
  | { readonly kind: 'row'; readonly items: readonly Expression[] };

/** A match against a pattern: LIKE, GLOB, REGEXP, MATCH. */
interface Like {
  readonly kind: 'like';
  readonly operator: string;
  readonly of: Expression;
  readonly pattern: Expression;
  readonly escapedBy: Expression | null;
  readonly negated: boolean;
}

interface Case {
  readonly kind: 'case';
  readonly subject: Expression | null;
  readonly branches: readonly { readonly when: Expression; readonly result: Expression }[];
  readonly otherwise: Expression | null;
}

/** The expressions directly inside one. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'call':
      return expression.args;
    case 'prefix':
      return [expression.right];
    case 'infix':
      return [expression.left, expression.right];
    case 'between':
      return [expression.of, expression.low, expression.high];
    case 'in':
      return [expression.of, ...expression.items];
    case 'like':
      return [expression.of, expression.pattern, ...(expression.escapedBy === null ? [] : [expression.escapedBy])];
    case 'test':
    case 'cast':
    case 'collate':
    case 'interval':
      return [expression.of];
    case 'case':
      return [
        ...(expression.subject === null ? [] : [expression.subject]),
        ...expression.branches.flatMap(({ when, result }) => [when, result]),
        ...(expression.otherwise === null ? [] : [expression.otherwise]),
      ];
    case 'row':
      return expression.items;
    default:
      return [];
  }
}

/** The columns that an expression names, sorted, each once. */
export function columnsNamedIn(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (each: Expression): void => {
    if (each.kind === 'column') names.add(each.name);
    for (const part of partsOf(each)) visit(part);
  };
  visit(expression);
  return [...names].sort();
}

/** The expression with one column under another name, in whatever case it stands there. */
export function renamedColumn(expression: Expression, from: string, to: string): Expression {
  const isIt = (name: string): boolean => name.toLowerCase() === from.toLowerCase();
  const follow = (each: Expression): Expression =>
    each.kind === 'column' && isIt(each.name) ? { ...each, name: to } : withParts(each, follow);
  return follow(expression);
}

function withParts(expression: Expression, follow: (part: Expression) => Expression): Expression {
  switch (expression.kind) {
    case 'call':
      return { ...expression, args: expression.args.map(follow) };
    case 'prefix':
      return { ...expression, right: follow(expression.right) };
    case 'infix':
      return { ...expression, left: follow(expression.left), right: follow(expression.right) };
    case 'between':
      return { ...expression, of: follow(expression.of), low: follow(expression.low), high: follow(expression.high) };
    case 'in':
      return { ...expression, of: follow(expression.of), items: expression.items.map(follow) };
    case 'like':
      return {
        ...expression,
        of: follow(expression.of),
        pattern: follow(expression.pattern),
        escapedBy: expression.escapedBy === null ? null : follow(expression.escapedBy),
      };
    case 'test':
    case 'cast':
    case 'collate':
    case 'interval':
      return { ...expression, of: follow(expression.of) };
    case 'case':
      return {
        ...expression,
        subject: expression.subject === null ? null : follow(expression.subject),
        branches: expression.branches.map(({ when, result }) => ({ when: follow(when), result: follow(result) })),
        otherwise: expression.otherwise === null ? null : follow(expression.otherwise),
      };
    case 'row':
      return { ...expression, items: expression.items.map(follow) };
    default:
      return expression;
  }
}
