import { type FileTree, isFileFault, type Place, type SourceFile, type Span } from '@canonical-schema/schema';
import { importBindings } from '../../edits/import-bindings';
import type { ClassDefinition } from '../../syntax/ast';
import { moduleSyntax } from '../../syntax/convert-statements';
import { parsePython, type SyntaxNode } from '../../syntax/parser';
import type { PythonProgram } from '../../syntax/program';
import { normalRoot } from '../project';

const skipped = new Set(['node_modules', 'site-packages', '__pycache__', 'venv', 'static', 'templates']);

/** The Python files below a project's root, sorted; environments and hidden directories left out. */
export function pythonFilesBelow(files: FileTree, root: string): readonly string[] {
  const found: string[] = [];
  const visit = (directory: string): void => {
    const entries = files.list(directory);
    if (entries.some(({ name }) => name === 'pyvenv.cfg')) return;
    for (const { name, kind } of entries) {
      const path = directory === '' ? name : `${directory}/${name}`;
      if (kind === 'file' && name.endsWith('.py')) found.push(path);
      if (kind === 'directory' && !skipped.has(name) && !name.startsWith('.')) visit(path);
    }
  };
  visit(normalRoot(root));
  return found;
}

/** The class whose uses are looked for. */
export interface UsedClass {
  readonly owner: ClassDefinition;
  readonly path: string;
  /** Dotted name of the module that defines it. */
  readonly module: string;
  /** Dotted name of its app's package: other modules of it may give the class on. */
  readonly app: string;
}

/** Where uses are looked for. */
export interface SearchedProject {
  readonly files: FileTree;
  readonly root: string;
  readonly program: PythonProgram;
  /** Is the code at a span on its way out as well? */
  isGone(path: string, span: Span): boolean;
}

/** The places outside of a class where code names it, file by file. Texts and comments do not count. */
export function usesOf(used: UsedClass, project: SearchedProject): readonly Place[] {
  return pythonFilesBelow(project.files, project.root).flatMap((path) => {
    const file = project.files.read(path);
    if (isFileFault(file) || !file.text.includes(used.owner.name)) return [];
    const spans = path === used.path ? usesInOwnFile(file, used) : usesElsewhere(file, used, project.program);
    return spans.filter((span) => !project.isGone(path, span)).map((span) => file.placeOf(span));
  });
}

function usesInOwnFile(file: SourceFile, { owner }: UsedClass): readonly Span[] {
  return namesIn(file.text, owner.name).filter(({ start }) => start < owner.start || start >= owner.end);
}

function usesElsewhere(file: SourceFile, used: UsedClass, program: PythonProgram): readonly Span[] {
  const module = program.moduleAt(file.path);
  const own = module === null ? null : { name: module.name, isPackage: module.isPackage };
  const bindings = importBindings(moduleSyntax(file.text).body, own);
  const isOwn = (target: string) => own !== null && target.startsWith(`${own.name}.`);
  const reaches = [...bindings.locals.values(), ...bindings.plain, ...bindings.stars].some(
    (target) => target === used.app || (target.startsWith(`${used.app}.`) && !isOwn(target)),
  );
  // What a migration calls by the class's name is the model as it was, `apps.get_model('shop', 'Stock')`.
  const isBeside = own?.name.startsWith(`${used.app}.`) === true && !own.name.includes('.migrations.');
  // Names that functions import are found by their text: the import stands beside the use.
  const isNear = reaches || file.text.includes(used.module) || isBeside;
  return isNear ? namesIn(file.text, used.owner.name) : [];
}

/** Where code uses an identifier. */
function namesIn(text: string, name: string): Span[] {
  const spans: Span[] = [];
  const pending: SyntaxNode[] = [parsePython(text, 'all').root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { start, end } = node;
    if (node.type === 'identifier' && text.slice(start, end) === name) spans.push({ start, end });
    pending.push(...node.children);
  }
  return spans.sort((a, b) => a.start - b.start);
}
