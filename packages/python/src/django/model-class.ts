import type { Place, UnreadPart } from '@canonical-schema/schema';
import type { PythonProgram } from '../syntax/program';
import type { Binding, ClassValue, ExternalValue, Namespace, UnknownValue, Value } from '../syntax/value';
import { type ContribModel, contribFields, contribModelNamed } from './contrib-models';
import { type FieldReading, fieldOfValue, type RawField } from './fields/field-of-value';
import { djangoKind } from './fields/field-table';
import { effectiveMeta, isAbstractMeta, type Meta, noMeta } from './meta';
import { unreadOfMetaclass } from './metaclasses';
import { constantArguments } from './nowhere';
import { isOurs } from './third-party/stand-ins';
import { placedAt, unreadBase, unreadColumns, unreadField } from './unread-parts';

/** A model class with everything that it inherits, as Django's metaclass makes it; not yet bound to an app. */
export interface ModelClass {
  readonly value: ClassValue;
  readonly abstract: boolean;
  readonly proxy: boolean;
  readonly meta: Meta;
  /** Local fields and those copied from abstract bases. */
  readonly fields: readonly RawField[];
  /** The concrete models that it extends; more than a class's own bases where an abstract base extends one. */
  readonly parents: readonly ParentModel[];
  readonly unread: readonly UnreadPart[];
}

/** A concrete base: one that was read as text, or one of Django's own. */
export type ParentModel =
  | { readonly kind: 'class'; readonly class: ModelClass }
  | { readonly kind: 'contrib'; readonly model: ContribModel };

type Ancestor = ClassValue | ExternalValue | UnknownValue;

interface OwnFields {
  readonly fields: readonly RawField[];
  readonly unread: readonly UnreadPart[];
}

/** Is a class a model? `maybe` where a base could not be read. */
export type Modelhood = { readonly is: 'model' | 'other' } | { readonly is: 'maybe'; readonly why: string };

/** Reads classes as models, each once. Source: `ModelBase.__new__`. */
export class ModelClasses {
  private readonly read = new Map<string, ModelClass>();
  private readonly hoods = new Map<string, Modelhood>();
  private readonly program: PythonProgram;

  constructor(private readonly reading: FieldReading) {
    this.program = reading.program;
  }

  /** Is it a model, by all of its bases? */
  modelhood(value: ClassValue): Modelhood {
    const known = this.hoods.get(keyOf(value));
    if (known !== undefined) return known;
    const hood = modelhoodOf(this.program.mro(value));
    this.hoods.set(keyOf(value), hood);
    return hood;
  }

  /** A class that is, or may be, a model. */
  modelClass(value: ClassValue): ModelClass {
    const key = keyOf(value);
    const known = this.read.get(key);
    if (known !== undefined) return known;
    // A class among its own bases cannot be; this keeps broken code from going round.
    this.read.set(key, emptyClass(value));
    const made = this.make(value);
    this.read.set(key, made);
    return made;
  }

  private make(value: ClassValue): ModelClass {
    const meta = effectiveMeta(value, this.program, (each) => this.isConcrete(each));
    const body = this.ownFields(value);
    const added = this.addedFields(value);
    const inherited = new Inheritance([...body.fields, ...added.fields], value);
    for (const ancestor of this.program.mro(value)) this.inherit(ancestor, value, inherited);
    return {
      value,
      abstract: isAbstractMeta(value, this.program),
      proxy: meta.isSet('proxy'),
      meta,
      fields: inherited.fields(meta.isSet('proxy')),
      parents: inherited.parents,
      unread: [
        ...this.brokenText(value),
        ...body.unread,
        ...added.unread,
        ...inherited.unread,
        ...unreadOfMetaclass(value, this.program),
      ],
    };
  }

  /** Where a file does not parse wholly, what stands around the error may be lost from any of its classes. */
  private brokenText(value: ClassValue): readonly UnreadPart[] {
    const isBroken = this.program.unread.some((each) => each.place.path === value.place.path);
    return isBroken ? [unreadBase('its file does not parse', value.place)] : [];
  }

  private isConcrete(value: ClassValue): boolean {
    return this.modelhood(value).is === 'model' && !isAbstractMeta(value, this.program);
  }

  private inherit(ancestor: Ancestor, value: ClassValue, into: Inheritance): void {
    if (ancestor.kind === 'unknown') {
      into.unread.push(unreadBase(`a base of ${value.name} ${ancestor.why}`, value.place));
      return;
    }
    if (ancestor.kind === 'external') {
      this.inheritExternal(ancestor, value, into);
      return;
    }
    if (ancestor === value) return;
    const isParent = value.bases.includes(ancestor) || value.bases.some((base) => isSame(base, ancestor));
    if (!isParent || this.modelhood(ancestor).is === 'other') {
      into.hide(assignedNames(ancestor.body));
      return;
    }
    const parent = this.modelClass(ancestor);
    if (parent.abstract) into.copy(parent.fields, parent.parents, parent.unread);
    else into.extend(concreteOf({ kind: 'class', class: parent }));
  }

  private inheritExternal(ancestor: ExternalValue, value: ClassValue, into: Inheritance): void {
    const contrib = contribModelNamed(ancestor.name);
    const isParent = value.bases.some((base) => base.kind === 'external' && base.name === ancestor.name);
    if (contrib !== null && isParent) {
      if (contrib.abstract) into.copy(contribFields(contrib, value.place), [], []);
      else into.extend({ kind: 'contrib', model: contrib });
    } else if (contrib === null && ancestor.missing !== null) {
      into.unread.push(unreadBase(`its base ${ancestor.name} was not found`, value.place));
    }
  }

  /** `Model.add_to_class('deleted', models.DateTimeField(…))` behind the class in its module. */
  private addedFields(value: ClassValue): OwnFields {
    const calls = this.program.moduleNamed(value.module)?.calls ?? [];
    const fields: RawField[] = [];
    const unread: UnreadPart[] = [];
    for (const { value: call, condition, place } of calls) {
      if (call.kind !== 'call' || call.callee.kind !== 'attribute' || call.callee.name !== 'add_to_class') continue;
      if (call.callee.of.kind !== 'class' || keyOf(call.callee.of) !== keyOf(value)) continue;
      const [name, field] = call.positional;
      const answer =
        name?.kind === 'str' && field !== undefined ? fieldOfValue(name.value, field, place, this.reading) : null;
      if (answer?.kind === 'field' && condition === null) fields.push(answer.field);
      else if (answer?.kind !== 'no-field') unread.push(...unreadColumns('add_to_class adds a field to it', place));
    }
    return { fields, unread };
  }

  private fieldsBeside(
    beside: readonly (readonly [name: string, value: Value])[],
    value: ClassValue,
    place: Place,
  ): readonly RawField[] {
    return beside
      .filter(([name]) => value.written.bindings.get(name)?.assigned !== true)
      .flatMap(([name, field]) => {
        const answer = fieldOfValue(name, field, place, this.reading);
        return answer.kind === 'field' ? [answer.field] : [];
      });
  }

  /** A field is what the class statement wrote: its metaclass does not see what is assigned to the class afterwards. */
  private ownFields(value: ClassValue): OwnFields {
    const fields: RawField[] = [];
    const unread: UnreadPart[] = value.written.obscured.map((each) => unreadBase(each.why, each.place));
    for (const binding of value.written.bindings.values()) {
      if (!binding.assigned || binding.name.startsWith('__')) continue;
      const answer = fieldOfValue(binding.name, binding.value, binding.place, this.reading);
      if (answer.kind === 'no-field') continue;
      if (answer.kind === 'unread') {
        const parts = answer.whole
          ? unreadColumns(answer.why, binding.place)
          : unreadField(binding.name, answer.why, binding.place);
        unread.push(...parts);
        fields.push(...this.possibleJoin(binding));
      } else if (binding.condition !== null && answer.field.kind.form === 'many-to-many') {
        fields.push({ ...answer.field, condition: binding.condition });
      } else if (binding.condition !== null) {
        unread.push(...unreadField(binding.name, `depends on the condition ${binding.condition}`, binding.place));
      } else {
        fields.push(answer.field, ...this.fieldsBeside(answer.beside ?? [], value, binding.place));
        if (answer.addsMore !== null) unread.push(...unreadColumns(answer.addsMore, binding.place));
      }
    }
    return { fields, unread };
  }

  /** The many-to-many field that a name is in one of the branches that bind it: its table may exist. */
  private possibleJoin({ name, value }: Binding): readonly RawField[] {
    const possible = value.kind === 'unknown' ? (value.oneOf ?? []) : [];
    const joins = possible.flatMap(({ value: field, condition }) => {
      const answer = fieldOfValue(name, field, field.place, this.reading);
      const isJoin = answer.kind === 'field' && answer.field.kind.form === 'many-to-many';
      return isJoin ? [{ ...answer.field, condition }] : [];
    });
    return joins.slice(0, 1);
  }
}

/** What a class gathers from its bases, in the order of its MRO. */
class Inheritance {
  readonly parents: ParentModel[] = [];
  readonly unread: UnreadPart[] = [];
  private readonly copied: RawField[] = [];
  private readonly hidden: Set<string>;

  constructor(
    private readonly own: readonly RawField[],
    private readonly value: ClassValue,
  ) {
    this.hidden = new Set([...assignedNames(value.written), ...own.map((field) => field.name)]);
  }

  /** Names of plain classes hide the fields of bases behind them. */
  hide(names: Iterable<string>): void {
    for (const name of names) this.hidden.add(name);
  }

  copy(fields: readonly RawField[], parents: readonly ParentModel[], unread: readonly UnreadPart[]): void {
    for (const field of fields) {
      if (this.hidden.has(field.name)) continue;
      this.copied.push(isUnopened(field.place) ? { ...field, place: this.value.place } : field);
      this.hidden.add(field.name);
    }
    for (const parent of parents) this.addParent(parent);
    this.unread.push(...unread.map((part) => placedAt(part, this.value.place)));
  }

  extend(parent: ParentModel): void {
    this.addParent(parent);
    if (parent.kind === 'class') this.hide(parent.class.fields.map((field) => field.name));
  }

  fields(isProxy: boolean): readonly RawField[] {
    if (isProxy) return [];
    const fields = [...this.own, ...this.copied];
    const links = this.parents.filter((parent) => !fields.some((field) => isLinkTo(field, parent)));
    return [...links.map((parent) => this.linkTo(parent)), ...fields];
  }

  private addParent(parent: ParentModel): void {
    if (!this.parents.some((each) => parentName(each) === parentName(parent))) this.parents.push(parent);
  }

  /** The one-to-one field that Django makes for a base that no field points to. */
  private linkTo(parent: ParentModel): RawField {
    const to: Value = parent.kind === 'class' ? parent.class.value : contribReference(parent.model, this.value.place);
    return {
      name: `${parentName(parent).toLowerCase()}_ptr`,
      kind: djangoKind('OneToOneField'),
      arguments: { values: constantArguments({ parent_link: true }), incomplete: null },
      dbType: undefined,
      to,
      through: undefined,
      autoCreated: true,
      condition: null,
      place: this.value.place,
    };
  }
}

/** A field of a library that only our text stands for is shown at the class that inherits it. */
function isUnopened(place: Place | null): boolean {
  return place !== null && isOurs(place.path);
}

/** A bare `name: annotation` binds nothing, and so hides nothing. */
function assignedNames(names: Namespace): readonly string[] {
  return [...names.bindings.values()].filter((binding) => binding.assigned).map((binding) => binding.name);
}

function contribReference(model: ContribModel, place: Place): Value {
  return { kind: 'str', value: `${model.app}.${model.name}`, place };
}

function isLinkTo(field: RawField, parent: ParentModel): boolean {
  if (field.kind.form !== 'one-to-one' || field.to === undefined) return false;
  const isLink = field.autoCreated || field.arguments.values.get('parent_link') !== undefined;
  return isLink && referencedName(field.to) === parentName(parent).toLowerCase();
}

function referencedName(to: Value): string | null {
  if (to.kind === 'class') return to.name.toLowerCase();
  if (to.kind === 'str') return to.value.slice(to.value.lastIndexOf('.') + 1).toLowerCase();
  return to.kind === 'external' ? to.name.slice(to.name.lastIndexOf('.') + 1).toLowerCase() : null;
}

function parentName(parent: ParentModel): string {
  return parent.kind === 'class' ? parent.class.value.name : parent.model.name;
}

/** The model behind a proxy. */
function concreteOf(parent: ParentModel): ParentModel {
  if (parent.kind === 'contrib' || !parent.class.proxy) return parent;
  const [behind] = parent.class.parents;
  return behind ?? parent;
}

function modelhoodOf(lineage: readonly Ancestor[]): Modelhood {
  let why: string | null = null;
  for (const ancestor of lineage) {
    if (ancestor.kind === 'external' && isModelName(ancestor.name)) return { is: 'model' };
    if (ancestor.kind === 'unknown') why ??= ancestor.why;
    if (ancestor.kind === 'external' && ancestor.missing !== null) why ??= `its base ${ancestor.name} was not found`;
  }
  return why === null ? { is: 'other' } : { is: 'maybe', why };
}

function isModelName(name: string): boolean {
  if (!name.startsWith('django.')) return false;
  return /^django\.(contrib\.gis\.)?db\.models\.(base\.)?Model$/.test(name) || contribModelNamed(name) !== null;
}

function isSame(base: Value, ancestor: ClassValue): boolean {
  return base.kind === 'class' && keyOf(base) === keyOf(ancestor);
}

function keyOf(value: ClassValue): string {
  return `${value.module}:${value.qualifiedName}:${value.place.line}`;
}

function emptyClass(value: ClassValue): ModelClass {
  const meta = noMeta;
  return { value, abstract: true, proxy: false, meta, fields: [], parents: [], unread: [] };
}
