import type { SourceFile, Span } from '@canonical-schema/schema';
import type { Call, ClassDefinition, Expression, ModuleSyntax, Statement } from '../syntax/ast';
import { moduleSyntax } from '../syntax/convert-statements';
import { type FileStyle, styleOf } from './file-style';
import { classesIn } from './nodes';

/** One Python file as a writer sees it. */
export interface PythonFile {
  readonly source: SourceFile;
  readonly text: string;
  readonly syntax: ModuleSyntax;
  readonly style: FileStyle;
}

/** A file with its statements and habits. `loadPythonParser` must have been awaited before. */
export function pythonFile(source: SourceFile): PythonFile {
  const syntax = moduleSyntax(source.text);
  return { source, text: source.text, syntax, style: styleOf(source.text, syntax) };
}

/** An assignment or definition in a body by the name that it binds. */
export interface Member {
  readonly name: string;
  readonly statement: Statement;
  /** The right-hand side; null for `x: T`, classes and functions. */
  readonly value: Expression | null;
}

/** The innermost class statement that holds a span; null where it stands in none. */
export function classAt({ syntax }: PythonFile, span: Span): ClassDefinition | null {
  let found: ClassDefinition | null = null;
  for (const each of classesIn(syntax.body)) if (each.start <= span.start && span.end <= each.end) found = each;
  return found;
}

/** What a body binds, in order: only statements of its own, nothing under `if`. */
export function membersOf(body: readonly Statement[]): Member[] {
  return body.flatMap((statement): Member[] => {
    switch (statement.kind) {
      case 'assign':
        return statement.targets.flatMap((target) =>
          target.kind === 'name' ? [{ name: target.name, statement, value: statement.value }] : [],
        );
      case 'annotated':
        return statement.target.kind === 'name'
          ? [{ name: statement.target.name, statement, value: statement.value }]
          : [];
      case 'class':
      case 'function':
        return [{ name: statement.name, statement, value: null }];
      default:
        return [];
    }
  });
}

/** The last binding of a name in a body; null where there is none. */
export function memberNamed(body: readonly Statement[], name: string): Member | null {
  return membersOf(body).findLast((member) => member.name === name) ?? null;
}

/** The class statement of that name in a body: a model's `Meta`. */
export function innerClass(body: readonly Statement[], name: string): ClassDefinition | null {
  const statement = memberNamed(body, name)?.statement;
  return statement?.kind === 'class' ? statement : null;
}

/** The expression as a call; null where it is none. */
export function asCall(value: Expression | null | undefined): Call | null {
  return value?.kind === 'call' ? value : null;
}

/** The position of a keyword argument among a call's arguments; -1 where it has none of that name. */
export function keywordAt({ args }: Call, name: string): number {
  return args.findIndex((each) => each.form === 'keyword' && each.name === name);
}
