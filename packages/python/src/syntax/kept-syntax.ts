import type { SourceFile } from '@canonical-schema/schema';
import type { ModuleSyntax } from './ast';
import { moduleSyntax } from './convert-statements';

/** Where the syntax of texts is kept from one process to the next: plain data, which JSON holds whole. */
export interface SyntaxStore {
  /** The syntax of exactly this text; null where it is not known. */
  recall(file: SourceFile): ModuleSyntax | null;
  keep(file: SourceFile, syntax: ModuleSyntax): void;
}

const parsedOnce = new WeakSet<SourceFile>();
const kept = new WeakMap<SourceFile, ModuleSyntax>();

/**
 * The syntax of a file. Who reads a source for the second time is likely to read it often, and a tree gives the same
 * object for a file that did not change: then the syntax is kept beside it. A run that reads once keeps none, and asks
 * the store.
 */
export function syntaxOf(file: SourceFile, store: SyntaxStore | null): ModuleSyntax {
  const known = kept.get(file);
  if (known !== undefined) return known;
  const syntax = store?.recall(file) ?? parsed(file, store);
  if (parsedOnce.has(file)) kept.set(file, syntax);
  else parsedOnce.add(file);
  return syntax;
}

function parsed(file: SourceFile, store: SyntaxStore | null): ModuleSyntax {
  const syntax = moduleSyntax(file.text);
  store?.keep(file, syntax);
  return syntax;
}
