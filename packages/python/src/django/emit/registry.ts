import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { PythonProgram } from '../../syntax/program';
import type { Value } from '../../syntax/value';
import type { Backend } from '../backends';
import type { ExpressionProject } from '../expressions/expression-project';
import { argument, isSet, knownText, text } from '../fields/arguments';
import type { TypesOfFields } from '../fields/field-kind';
import type { FieldState } from '../fields/field-state';
import type { ModelKey, ModelState } from '../model-state';
import { truncatedTableName } from '../names';
import { attributeName } from './field-columns';
import { withKey } from './implicit-fields';

/** Deeper than any real chain of keys that point to keys; a cycle ends there. */
const deepestChain = 20;

/** All models of a project and what they know of each other. */
export class ModelRegistry {
  /** Finds a model that is not among those that there are. */
  private absent: (key: ModelKey) => ModelState | null = () => null;
  private readonly localFields = new WeakMap<ModelState, readonly FieldState[]>();
  /** The models that each result being made has asked for, innermost last. */
  private readonly asking: Map<ModelKey, ModelState | null>[] = [];
  private depth = 0;
  /** The types of columns. */
  private readonly columnTypes: TypesOfFields = {
    typeOfTarget: (field) => this.ofTarget(field, (target) => this.typeOfReference(target)),
    typeOfNested: (field, name) => this.ofNested(field, name, (nested) => this.typeOf(nested)),
  };
  /** What Django takes values to be. */
  private readonly outputTypes: TypesOfFields = {
    typeOfTarget: (field) => this.ofTarget(field, (target) => this.outputTypeOf(target)),
    typeOfNested: (field, name) => this.ofNested(field, name, (nested) => this.outputTypeOf(nested)),
  };

  constructor(
    private states: ReadonlyMap<ModelKey, ModelState>,
    /** The field that an argument's value (`base_field`, `output_field`) is; null where it is none that can be read. */
    /** The field that a value makes; null for none. */
    readonly fieldOf: (value: Value) => FieldState | null,
    readonly backend: Backend,
    /** What expressions take from the project; null where they are to do without. */
    readonly project: ExpressionProject | null = null,
  ) {}

  model(key: ModelKey): ModelState | null {
    const state = this.states.get(key) ?? this.absent(key);
    this.asking[this.asking.length - 1]?.set(key, state);
    return state;
  }

  /** Every model. */
  all(): readonly ModelState[] {
    return [...this.states.keys()].flatMap((key) => this.model(key) ?? []);
  }

  /** Takes other models in the place of those that there were. */
  renew(states: ReadonlyMap<ModelKey, ModelState>): void {
    this.states = states;
  }

  /** Takes models that are found when somebody asks for them. */
  findAbsent(absent: (key: ModelKey) => ModelState | null): void {
    this.absent = absent;
  }

  /** What is made of an object, a model mostly: once, for as long as the models and modules stand that it was made from. */
  kept<T>(
    what: string,
    of: object,
    program: PythonProgram,
    make: () => T,
    stands: (known: T) => boolean = () => true,
  ): T {
    const { asked, value } = program.kept(
      what,
      of,
      () => this.asked(make),
      (known) => this.areStanding(known.asked) && stands(known.value),
    );
    for (const [key, state] of asked) this.asking[this.asking.length - 1]?.set(key, state);
    return value;
  }

  private asked<T>(make: () => T): { readonly asked: ReadonlyMap<ModelKey, ModelState | null>; readonly value: T } {
    const asked = new Map<ModelKey, ModelState | null>();
    this.asking.push(asked);
    const value = make();
    this.asking.pop();
    return { asked, value };
  }

  private areStanding(asked: ReadonlyMap<ModelKey, ModelState | null>): boolean {
    for (const [key, state] of asked) if ((this.states.get(key) ?? null) !== state) return false;
    return true;
  }

  /** The model whose table a model uses: its parent's for a proxy, else its own. */
  concrete(state: ModelState): ModelState {
    let model = state;
    for (let step = 0; model.options.proxy && step < deepestChain; step += 1) {
      const parent = this.model(model.parents[0] ?? '');
      if (parent === null) return model;
      model = parent;
    }
    return model;
  }

  /** `db_table` as Django has it, quotes and schema within; unreadable where the name is. */
  dbTable(state: ModelState): Fact<string> {
    const own = this.concrete(state);
    const written = own.options.dbTable;
    if (isUnreadable(written)) return written;
    return written === null || written === ''
      ? truncatedTableName(`${own.app}_${own.name.toLowerCase()}`, this.backend.names)
      : written;
  }

  /** The fields with columns or tables of their own, with the key that Django makes, and the link that it promotes to key. */
  fields(state: ModelState): readonly FieldState[] {
    const known = this.localFields.get(state);
    if (known !== undefined) return known;
    const fields = withKey(state);
    this.localFields.set(state, fields);
    return fields;
  }

  /** The key; null for a composite one, or where it is not known. */
  primaryKey(state: ModelState): FieldState | null {
    return this.fields(this.concrete(state)).find((field) => isSet(field, 'primary_key')) ?? null;
  }

  /** A field by its name, its attribute's name (`owner_id`) or `pk`, inherited ones included, with the model that holds it. */
  fieldNamed(state: ModelState, name: string): { readonly field: FieldState; readonly owner: ModelState } | null {
    const own = this.concrete(state);
    const field =
      name === 'pk'
        ? this.primaryKey(own)
        : (this.fields(own).find((each) => each.name === name) ??
          this.fields(own).find((each) => attributeName(each) === name));
    if (field) return { field, owner: own };
    if (this.depth > deepestChain) return null;
    this.depth += 1;
    try {
      for (const parent of own.parents) {
        const model = this.model(parent);
        const found = model === null ? null : this.fieldNamed(model, name);
        if (found !== null) return found;
      }
    } finally {
      this.depth -= 1;
    }
    return null;
  }

  /** The model and field that a foreign key points to. */
  target(field: FieldState): Fact<{ readonly model: ModelState; readonly field: FieldState }> {
    const to = field.relation?.to ?? unreadable(`${field.name} is no relation`);
    if (isUnreadable(to)) return to;
    const model = this.model(to);
    if (model === null) return unreadable(`it points to the model ${to}, which was not found`);
    const toField = text(field, 'to_field');
    if (isUnreadable(toField)) return toField;
    const found = this.fieldNamed(model, toField ?? 'pk');
    if (found === null) return unreadable(`the key of ${to} could not be read`);
    return { model: found.owner, field: found.field };
  }

  private ofTarget(field: FieldState, typeOf: (target: FieldState) => Fact<string>): Fact<string> {
    const target = this.target(field);
    if (isUnreadable(target)) return target;
    if (this.depth > deepestChain) return unreadable('its foreign keys point to each other in a circle');
    this.depth += 1;
    try {
      return typeOf(target.field);
    } finally {
      this.depth -= 1;
    }
  }

  private ofNested(field: FieldState, name: string, typeOf: (nested: FieldState) => Fact<string>): Fact<string> {
    const value = argument(field, name);
    if (value === undefined) return unreadable(field.arguments.incomplete ?? `it has no ${name}`);
    const nested = this.fieldOf(value);
    return nested === null ? unreadable(`its ${name} could not be read`) : typeOf(nested);
  }

  /** The field that an argument holds: an array's `base_field`, a generated field's `output_field`. */
  nested(field: FieldState, name: string): FieldState | null {
    const value = argument(field, name);
    return value === undefined ? null : this.fieldOf(value);
  }

  /** The type of a field's column. */
  typeOf(field: FieldState): Fact<string> {
    return field.dbType ?? this.backend.types.of(field, this.columnTypes);
  }

  /** The type of a column that points to the field. */
  private typeOfReference(field: FieldState): Fact<string> {
    return field.dbType ?? this.backend.types.ofReference(field, this.columnTypes);
  }

  /**
   * What Django takes a field's values to be, whatever the server stores them as: lookups and constants are told apart by
   * it. It is the type that the field has in PostgreSQL.
   */
  outputTypeOf(field: FieldState): Fact<string> {
    return this.backend.types.decidesOutput && field.dbType != null
      ? field.dbType
      : field.kind.type(field, this.outputTypes);
  }

  /** The collation written for a column: its own, its element's, or its target's. */
  collation(field: FieldState): string | null {
    const written = this.writtenCollation(field);
    return written === null ? null : this.backend.names.collation(written);
  }

  private writtenCollation(field: FieldState): string | null {
    if (field.kind.form === 'foreign-key' || field.kind.form === 'one-to-one') {
      const target = this.target(field);
      return isUnreadable(target) || target.field === field ? null : knownText(target.field, 'db_collation');
    }
    const element = field.kind.name === 'ArrayField' ? this.nested(field, 'base_field') : field;
    return element === null ? null : knownText(element, 'db_collation');
  }
}
