import type { SourceFile } from '@canonical-schema/schema';
import type { ModuleSyntax } from './ast';
import { moduleSyntax } from './convert-statements';

const parsedOnce = new WeakSet<SourceFile>();
const kept = new WeakMap<SourceFile, ModuleSyntax>();

/**
 * The syntax of a file. Who reads a source for the second time is likely to read it often, and a tree gives the same
 * object for a file that did not change: then the syntax is kept beside it. A run that reads once keeps none.
 */
export function syntaxOf(file: SourceFile): ModuleSyntax {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const syntax = moduleSyntax(file.text);
  if (parsedOnce.has(file)) kept.set(file, syntax);
  else parsedOnce.add(file);
  return syntax;
}
