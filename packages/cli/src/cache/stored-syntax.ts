import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ModuleSyntax, SyntaxStore } from '@canonical-schema/python';
import type { SourceFile } from '@canonical-schema/schema';
import type { HostAt } from '../host/host';
import { verdictVersion } from '../verdict-version';
import { keepWhole, type Memory } from './remembered';
import { digestOfText } from './traced-tree';

/**
 * The syntax of Python files in a memory: an entry for each path, whose first line says of which text it is, and which
 * the next text replaces. After an edit one file is parsed, whatever else has to be read anew with it.
 */
export function storedSyntax(memory: Memory): SyntaxStore {
  return {
    recall: (file) => {
      const text = entryAt(placeOf(memory, file));
      const header = headerOf(file);
      return text?.startsWith(header) === true ? parsed(text.slice(header.length)) : null;
    },
    keep: (file, syntax) => keepWhole(placeOf(memory, file), headerOf(file) + JSON.stringify(syntax)),
  };
}

/** The host, with what a memory knows of its files' syntax. */
export function withStoredSyntax(host: HostAt, memory: Memory | null): HostAt {
  return memory === null ? host : { ...host, syntaxes: storedSyntax(memory) };
}

function placeOf({ directory }: Memory, { path }: SourceFile): string {
  return join(directory, 'syntax', createHash('sha256').update(path).digest('hex'));
}

/** File names are digests: the path is said again. The version stands for the form of what follows. */
function headerOf(file: SourceFile): string {
  return `${JSON.stringify([verdictVersion, file.path, digestOfText(file)])}\n`;
}

function entryAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Null for an entry that is damaged. */
function parsed(text: string): ModuleSyntax | null {
  try {
    const syntax: unknown = JSON.parse(text);
    return isSyntax(syntax) ? syntax : null;
  } catch {
    return null;
  }
}

function isSyntax(value: unknown): value is ModuleSyntax {
  return typeof value === 'object' && value !== null && 'body' in value && 'errors' in value;
}
