import type { Place } from '@canonical-schema/schema';
import { nodesWithin } from '../../edits/nodes';
import type { Call, Expression, Statement } from '../../syntax/ast';
import type { ModelFile } from './model-file';
import { calleeName, type SourceColumn } from './source-column';
import type { TableTarget, Targets } from './table-target';

/** A place in the models, outside of functions, that names a column or class. */
export interface Mention {
  readonly place: Place;
  /** What it is, in words: `relationship()`. */
  readonly what: string;
  readonly file: ModelFile;
  readonly node: Expression;
  /** Of a string: the part that is meant, `symbol` of `"Stock.symbol"`. */
  readonly within: string | null;
}

/** Where the models name a column's attribute: `Stock.symbol`, `symbol` in its own class, `"Stock.symbol"` in a string. */
export function mentionsOf(source: SourceColumn, target: TableTarget, targets: Targets): readonly Mention[] {
  const { column } = source;
  const attribute = column.attribute ?? column.key;
  const owner = target.node.kind === 'class' ? target.node.definition.name : target.table.model;
  const path = target.node.kind === 'class' ? `${owner}.${attribute}` : `${owner}.c.${attribute}`;
  const own = target.node.kind === 'class' ? target.node.definition.body : [];
  return [
    ...own.flatMap((statement) => (statement === source.statement ? [] : namesIn(statement, attribute, target.file))),
    ...modelFiles(targets).flatMap((file) => pathsIn(file, path)),
  ];
}

const knownFiles = new WeakMap<Targets, readonly ModelFile[]>();

/** Every file that declares a table. */
export function modelFiles(targets: Targets): readonly ModelFile[] {
  const known = knownFiles.get(targets) ?? filesOf(targets);
  knownFiles.set(targets, known);
  return known;
}

function filesOf(targets: Targets): readonly ModelFile[] {
  const paths = new Set(
    targets.loaded.models.tables.filter(({ external }) => !external).map(({ place }) => place.path),
  );
  return [...paths].flatMap((path) => targets.files.at(path) ?? []);
}

function namesIn(statement: Statement, name: string, file: ModelFile): readonly Mention[] {
  const targets =
    statement.kind === 'assign' ? statement.targets : statement.kind === 'annotated' ? [statement.target] : [];
  const annotation = statement.kind === 'annotated' ? statement.annotation : null;
  return nodesWithin(statement).flatMap((node) => {
    if (node.kind !== 'name' || node.name !== name || targets.includes(node)) return [];
    if (annotation !== null && annotation.start <= node.start && node.end <= annotation.end) return [];
    return [mention(node, file, statement)];
  });
}

/** What of a file may name an attribute of a class, gathered once. */
interface Paths {
  /** Attribute accesses by their last name. */
  readonly attributes: ReadonlyMap<string, readonly (readonly [Expression, Statement])[]>;
  /** Strings with a dot in them. */
  readonly strings: readonly (readonly [Expression, string, Statement])[];
}

const knownPaths = new WeakMap<ModelFile, Paths>();

function pathsOf(file: ModelFile): Paths {
  const known = knownPaths.get(file);
  if (known !== undefined) return known;
  const attributes = new Map<string, (readonly [Expression, Statement])[]>();
  const strings: (readonly [Expression, string, Statement])[] = [];
  for (const statement of file.file.syntax.body) {
    for (const node of nodesWithin(statement)) {
      const [text] = node.kind === 'string' ? node.parts : [];
      if (node.kind === 'string' && typeof text === 'string' && text.includes('.'))
        strings.push([node, text, statement]);
      if (node.kind !== 'attribute') continue;
      const named = attributes.get(node.name);
      if (named === undefined) attributes.set(node.name, [[node, statement]]);
      else named.push([node, statement]);
    }
  }
  const paths = { attributes, strings };
  knownPaths.set(file, paths);
  return paths;
}

/** `Stock.symbol` as code, or in a string as relationships have it. */
function pathsIn(file: ModelFile, path: string): readonly Mention[] {
  const [owner = '', ...rest] = path.split('.');
  const pattern = new RegExp(`(^|[^\\w.])${owner}\\.${rest.join('\\.')}(?!\\w)`);
  const { attributes, strings } = pathsOf(file);
  return [
    ...(attributes.get(rest.at(-1) ?? '') ?? [])
      .filter(([node]) => file.textOf(node) === path)
      .map(([node, statement]) => mention(node, file, statement)),
    ...strings
      .filter(([, text]) => text.includes(path) && pattern.test(text))
      .map(([node, , statement]) => ({ ...mention(node, file, statement), within: path })),
  ];
}

function mention(node: Expression, file: ModelFile, statement: Statement): Mention {
  const call = callAround(node, statement);
  const name = call === null ? null : calleeName(call);
  return {
    place: file.file.source.placeOf(node),
    what: name === null ? 'other code' : `${name}()`,
    file,
    node,
    within: null,
  };
}

/** The outermost call around a node within its statement. */
function callAround(node: Expression, statement: Statement): Call | null {
  for (const each of nodesWithin(statement))
    if (each.kind === 'call' && each !== node && each.start <= node.start && node.end <= each.end) return each;
  return null;
}
