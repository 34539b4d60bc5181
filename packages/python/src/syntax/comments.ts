import type { SourceFile, Span } from '@canonical-schema/schema';
import { parsePython } from './parser';

/** The comments of a Python file, those within functions too. `loadPythonParser` must have been awaited before. */
export function pythonCommentsOf({ text }: SourceFile): readonly { readonly span: Span }[] {
  return parsePython(text, 'all').comments.map(({ start, end }) => ({ span: { start, end } }));
}
