import type { Import, ImportFrom, Statement } from '../ast';
import { BoundName } from '../scope';
import type { Value } from '../value';
import { unknownValue } from '../values';
import { type Frame, placeIn, type World } from './world';

/** `import a.b` binds `a`, `import a.b as c` binds `a.b`. Modules are run only when a name of theirs is asked for. */
export function importModules(statement: Import, frame: Frame, world: World): void {
  for (const imported of statement.names) {
    const place = placeIn(frame, imported);
    const top = imported.name.split('.')[0] ?? imported.name;
    const [name, module] = imported.alias === null ? [top, top] : [imported.alias, imported.name];
    world.journal.bind(
      frame.scope,
      name,
      new BoundName(
        name,
        place,
        world.late(frame.module, () => world.importModule(module, place)),
      ),
    );
  }
}

/** `from m import a as b, c` and `from m import *`. */
export function importFrom(statement: ImportFrom, frame: Frame, world: World): void {
  const place = placeIn(frame, statement);
  const module = absoluteName(statement, frame);
  if (module === null) {
    const lost = unknownValue('imports from above the top package', place);
    if (statement.names === null) world.journal.obscure(frame.scope, lost);
    for (const { name, alias } of statement.names ?? []) {
      world.journal.bind(frame.scope, alias ?? name, new BoundName(alias ?? name, place, lost));
    }
    return;
  }
  if (statement.names === null) {
    importStar(module, frame, world, place);
    return;
  }
  for (const imported of statement.names) {
    const name = imported.alias ?? imported.name;
    bindLate(name, module, imported.name, frame, world, placeIn(frame, imported));
  }
}

function bindLate(
  name: string,
  module: string,
  original: string,
  frame: Frame,
  world: World,
  place: ReturnType<typeof placeIn>,
): void {
  const isFinal = (value: Value) => value.kind !== 'unknown' || world.isIdle();
  const meaning = world.late(frame.module, () => world.nameIn(module, original, place));
  const bound = new BoundName(name, place, meaning, { isFinal });
  world.journal.bind(frame.scope, name, bound);
}

function importStar(module: string, frame: Frame, world: World, place: ReturnType<typeof placeIn>): void {
  const names = world.starNames(module, place);
  if (!('kind' in names)) {
    for (const name of names) bindLate(name, module, name, frame, world, place);
    return;
  }
  world.journal.obscure(frame.scope, names);
}

/** The dotted name that a `from` statement means; null where its dots lead above the top package. */
export function absoluteName(statement: ImportFrom, frame: Frame): string | null {
  if (statement.level === 0) return statement.module;
  const parts = frame.module.name.split('.');
  const up = frame.module.isPackage ? statement.level - 1 : statement.level;
  if (up > parts.length || (up === parts.length && statement.module === '')) return null;
  return [...parts.slice(0, parts.length - up), ...(statement.module === '' ? [] : [statement.module])].join('.');
}

/** Why an import would raise; null where it would not. Certain where the package that should hold the module is read. */
export function importFailure(
  statement: Statement,
  frame: Frame,
  world: World,
): { readonly module: string; readonly isCertain: boolean } | null {
  const names = namesImported(statement, frame);
  for (const name of names) {
    const failure = world.missing(name);
    if (failure !== null) return { module: name, isCertain: failure === 'certain' };
  }
  return null;
}

function namesImported(statement: Statement, frame: Frame): readonly string[] {
  if (statement.kind === 'import') return statement.names.map((imported) => imported.name);
  const name = statement.kind === 'import-from' ? absoluteName(statement, frame) : null;
  return name === null ? [] : [name];
}
