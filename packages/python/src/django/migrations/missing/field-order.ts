import type { PythonProgram } from '../../../syntax/program';
import type { ClassValue } from '../../../syntax/value';
import type { FieldState } from '../../fields/field-state';
import type { ModelState } from '../../model-state';

/**
 * Fields in the order in which Django lists them: those that it makes first, then as they were made when the classes
 * ran, abstract bases before the class; many-to-many fields behind all others. Source: `Options.add_field`.
 */
export function inCreationOrder(
  fields: readonly FieldState[],
  state: ModelState,
  program: PythonProgram,
): readonly FieldState[] {
  const ranked = state.class === undefined ? fields : inClassOrder(fields, state, state.class, program);
  const isMany = ({ kind }: FieldState): boolean => kind.form === 'many-to-many';
  return [...ranked.filter((field) => !isMany(field)), ...ranked.filter(isMany)];
}

function inClassOrder(
  fields: readonly FieldState[],
  state: ModelState,
  value: ClassValue,
  program: PythonProgram,
): readonly FieldState[] {
  // Each field that Django makes gets a lower number than the one before.
  const made = fields.filter(({ autoCreated }) => autoCreated).reverse();
  const written = fields.filter(({ autoCreated }) => !autoCreated);
  const own = state.place?.path;
  const found = [...new Set(written.map(({ place }) => place?.path))].filter((path) => path !== own);
  const order = found.length > 1 ? filesAsTheyRan(value.module, program) : [];
  const paths = found.sort((a, b) => order.indexOf(a ?? '') - order.indexOf(b ?? ''));
  const rankOf = ({ place }: FieldState): number => (place?.path === own ? paths.length : paths.indexOf(place?.path));
  return [
    ...made,
    ...[...written].sort((a, b) => rankOf(a) - rankOf(b) || (a.place?.span.start ?? 0) - (b.place?.span.start ?? 0)),
  ];
}

/** The files that a module takes classes from, those first that run first, and its own. */
function filesAsTheyRan(module: string, program: PythonProgram): readonly string[] {
  const order: string[] = [];
  const entered = new Set<string>();
  const visit = (name: string): void => {
    if (entered.has(name)) return;
    entered.add(name);
    const running = program.moduleNamed(name);
    if (running === null) return;
    for (const { value } of running.namespace.bindings.values()) {
      if (value.kind === 'class' && value.module !== name) visit(value.module);
    }
    order.push(running.path);
  };
  visit(module);
  return order;
}
