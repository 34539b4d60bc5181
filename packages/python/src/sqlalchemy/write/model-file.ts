import { type FileEdit, type FileTree, isFileFault, type Span } from '@canonical-schema/schema';
import { FileDraft } from '../../edits/file-draft';
import { classesIn, nodesWithin } from '../../edits/nodes';
import { type PythonFile, pythonFile } from '../../edits/python-file';
import type { AnnotatedAssignment, Call, ClassDefinition, Statement } from '../../syntax/ast';
import type { PythonProgram } from '../../syntax/program';

/** A call with what it stands in. */
export interface PlacedCall {
  readonly call: Call;
  /** The innermost statement around it. */
  readonly statement: Statement;
  /** The innermost class around it; null at module level. */
  readonly owner: ClassDefinition | null;
  /** The calls around it within its statement, the outermost first. */
  readonly within: readonly Call[];
  /** Does it run more than once, in a loop or comprehension? */
  readonly isRepeated: boolean;
}

/** A file with models: its syntax by place, and all that is to happen to it. */
export class ModelFile {
  private annotated: ReadonlyMap<number, AnnotatedAssignment> | undefined;
  private classes: ReadonlyMap<number, ClassDefinition> | undefined;
  private placed: ReadonlyMap<string, PlacedCall> | undefined;

  constructor(
    readonly file: PythonFile,
    readonly draft: FileDraft,
    /** The dotted name of the module. */
    readonly module: string,
  ) {}

  get path(): string {
    return this.file.source.path;
  }

  get text(): string {
    return this.file.text;
  }

  /** The text of a node. */
  textOf({ start, end }: Span): string {
    return this.text.slice(start, end);
  }

  /** The call at exactly that span; null where there is none outside functions. */
  callAt(span: Span): PlacedCall | null {
    this.placed ??= callsByPlace(this.file.syntax.body);
    return this.placed.get(`${span.start}:${span.end}`) ?? null;
  }

  /** Every call outside functions, in source order. */
  calls(): Iterable<PlacedCall> {
    this.placed ??= callsByPlace(this.file.syntax.body);
    return this.placed.values();
  }

  /** The annotated assignment at exactly that span. */
  annotatedAt({ start, end }: Span): AnnotatedAssignment | null {
    this.annotated ??= new Map(
      nodesWithin(this.file.syntax.body).flatMap((node) => (node.kind === 'annotated' ? [[node.start, node]] : [])),
    );
    const found = this.annotated.get(start);
    return found?.end === end ? found : null;
  }

  /** The class statement at exactly that span. */
  classAt({ start, end }: Span): ClassDefinition | null {
    this.classes ??= new Map(classesIn(this.file.syntax.body).map((each) => [each.start, each]));
    const found = this.classes.get(start);
    return found?.end === end ? found : null;
  }
}

const statementKinds: ReadonlySet<string> = new Set([
  'expression',
  'assign',
  'annotated',
  'augmented',
  'return',
  'class',
]);

function callsByPlace(body: readonly Statement[]): ReadonlyMap<string, PlacedCall> {
  const placed = new Map<string, PlacedCall>();
  const statements: Statement[] = [];
  const owners: ClassDefinition[] = [];
  const calls: Call[] = [];
  const loops: Span[] = [];
  const leave = (stack: { readonly end: number }[], at: number): void => {
    while ((stack.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= at) stack.pop();
  };
  for (const node of nodesWithin(body)) {
    for (const stack of [statements, owners, calls, loops]) leave(stack, node.start);
    if (statementKinds.has(node.kind)) statements.push(node as Statement);
    if (node.kind === 'class') owners.push(node);
    if (node.kind === 'for' || node.kind === 'while' || node.kind === 'comprehension') loops.push(node);
    if (node.kind !== 'call') continue;
    const statement = statements.at(-1);
    if (statement === undefined) continue;
    const owner = owners.at(-1) ?? null;
    placed.set(`${node.start}:${node.end}`, {
      call: node,
      statement,
      owner,
      within: [...calls],
      isRepeated: loops.length > 0,
    });
    calls.push(node);
  }
  return placed;
}

/** The files that a writer has opened. */
export class ModelFiles {
  private readonly opened = new Map<string, ModelFile | null>();

  constructor(
    private readonly tree: FileTree,
    private readonly program: PythonProgram,
  ) {}

  /** A file by its path; null where it has no text. */
  at(path: string): ModelFile | null {
    const known = this.opened.get(path);
    if (known !== undefined) return known;
    const opened = this.open(path);
    this.opened.set(path, opened);
    return opened;
  }

  private open(path: string): ModelFile | null {
    const source = this.tree.read(path);
    const module = this.program.moduleAt(path);
    if (isFileFault(source) || module === null) return null;
    const file = pythonFile(source);
    const own = { name: module.name, isPackage: module.isPackage };
    return new ModelFile(file, new FileDraft(file, own), module.name);
  }

  /** The edits of every file that has any. */
  edits(): readonly FileEdit[] {
    return [...this.opened].flatMap(([path, file]) => {
      const edits = file?.draft.edits() ?? [];
      return edits.length === 0 ? [] : [{ kind: 'edit' as const, path, edits }];
    });
  }
}
