import type { FieldReading } from '../../fields/field-of-value';
import type { FieldState } from '../../fields/field-state';
import type { ModelKey, ModelState } from '../../model-state';
import { NotComparable } from './canonical-text';
import { isSameField } from './compared-field';
import { comparedOptions } from './compared-options';
import type { MissingOperation, Uncompared } from './missing-operation';

/** What models and migrations are compared with. */
export interface Comparison {
  readonly reading: FieldReading;
  /** Labels of the apps that have migrations and belong to the project: Django asks no others. */
  readonly apps: ReadonlySet<string>;
  /** A model's fields with the key that Django makes. */
  fieldsOf(state: ModelState): readonly FieldState[];
  /** Why a model that no class was read for may exist all the same; null where it does not. */
  mayExist(migrated: ModelState): string | null;
  /** The name that Django gives an index of a model that has none. */
  indexName(state: ModelState, position: number): string | null;
}

/** What is missing, and what is not known. */
export interface Missing {
  readonly operations: readonly MissingOperation[];
  readonly uncompared: readonly Uncompared[];
}

/**
 * The operations that `makemigrations` would write without asking anything: a renamed field is one removed and one
 * added. Source: `MigrationAutodetector._detect_changes`.
 */
export function missingMigrations(
  models: ReadonlyMap<ModelKey, ModelState>,
  migrated: ReadonlyMap<ModelKey, ModelState>,
  comparison: Comparison,
): Missing {
  const found = new Found(comparison);
  const isAsked = ({ app }: ModelState): boolean => comparison.apps.has(app);
  for (const [key, state] of models) {
    if (!isAsked(state)) continue;
    const before = migrated.get(key);
    if (state.condition !== null) found.note(state, `it depends on the condition ${state.condition}`);
    else if (before === undefined) found.created(state);
    else found.compare(state, before);
  }
  for (const [key, state] of migrated) if (isAsked(state) && !models.has(key)) found.deleted(state);
  return found;
}

class Found implements Missing {
  readonly operations: MissingOperation[] = [];
  readonly uncompared: Uncompared[] = [];

  constructor(private readonly comparison: Comparison) {}

  created(state: ModelState): void {
    const kind = state.options.proxy ? 'proxy model' : 'model';
    this.add(state, null, `Create ${kind} ${state.name}`, state.place);
  }

  deleted(state: ModelState): void {
    const doubt = this.comparison.mayExist(state);
    if (doubt === null) this.add(state, state, `Delete model ${state.name}`, null);
    else this.note(state, doubt);
  }

  /** Fields and indexes of managed models, options of all. */
  compare(state: ModelState, before: ModelState): void {
    const isOrdinary = ({ options }: ModelState): boolean => options.managed && !options.proxy;
    if (isOrdinary(state) && isOrdinary(before)) this.compareFields(state, before);
    const { descriptions, uncompared } = comparedOptions(state, before, this.comparison);
    for (const { text, place } of descriptions) this.add(state, before, text, place ?? state.place);
    for (const why of uncompared) this.note(state, why);
  }

  note(state: ModelState, why: string): void {
    this.uncompared.push({ subject: `${state.app}.${state.name}`, why, place: state.place });
  }

  private compareFields(state: ModelState, before: ModelState): void {
    const [mine, theirs] = [this.fieldsOf(state), this.fieldsOf(before)];
    const model = state.name.toLowerCase();
    const isKnown = unknownNames(state, before);
    for (const [name, field] of theirs) {
      if (mine.has(name) || !isKnown(name)) continue;
      this.add(state, before, `Remove field ${name} from ${model}`, state.place, field.place);
    }
    for (const [name, field] of mine) {
      const old = theirs.get(name);
      if (old !== undefined) this.compareField(state, before, field, old);
      else if (isKnown(name)) this.add(state, before, `Add field ${name} to ${model}`, field.place);
    }
    const lost = [...state.unread, ...before.unread].find(({ kind }) => kind === 'anything' || kind === 'column');
    if (lost !== undefined) this.note(state, lost.why);
  }

  private compareField(state: ModelState, before: ModelState, field: FieldState, old: FieldState): void {
    const model = state.name.toLowerCase();
    try {
      if (isSameField(field, old, this.comparison.reading)) return;
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      const subject = `${state.app}.${state.name}.${field.name}`;
      this.uncompared.push({ subject, why: error.message, place: field.place ?? state.place });
      return;
    }
    const isMany = ({ kind }: FieldState): boolean => kind.form === 'many-to-many';
    if (isMany(field) === isMany(old)) {
      this.add(state, before, `Alter field ${field.name} on ${model}`, field.place, old.place);
      return;
    }
    this.add(state, before, `Remove field ${field.name} from ${model}`, field.place, old.place);
    this.add(state, before, `Add field ${field.name} to ${model}`, field.place, old.place);
  }

  /** Fields by name; those without a column or table of their own are no fields to migrations. */
  private fieldsOf(state: ModelState): ReadonlyMap<string, FieldState> {
    const fields = this.comparison.fieldsOf(state);
    const own = fields.filter(({ kind, name }) => kind.form !== 'none' && name !== '_order');
    return new Map(own.map((field) => [field.name, field]));
  }

  private add(
    { app }: ModelState,
    before: ModelState | null,
    description: string,
    place: MissingOperation['place'],
    migratedPlace: MissingOperation['place'] = before?.place ?? null,
  ): void {
    this.operations.push({ app, description, place, migratedPlace });
  }
}

/** Answers whether all is known of a name: neither side has something unread that may be a field of that name. */
function unknownNames(state: ModelState, before: ModelState): (name: string) => boolean {
  const parts = [...state.unread, ...before.unread].filter(({ kind }) => kind === 'anything' || kind === 'column');
  const isAnything = parts.some(({ columns }) => columns === null);
  const names = new Set(parts.flatMap(({ columns }) => columns ?? []));
  return (name) => !isAnything && !names.has(name);
}
