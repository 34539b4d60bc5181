import { type Fact, unreadable } from '@canonical-schema/schema';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import type { MetaDataDescription, NamedKind, NamingConvention } from '../description';
import { argument, textFact, textOf, whyNot } from '../facts-of-values';
import { callOf, dottedPath, frameworkName, isFacade, methodCall } from '../framework-name';
import { baseIdentity, linearise } from '../linearise';
import { type TypeMap, typeMapOf } from '../types/read-annotation';

/** A registry as far as tables and columns depend on it. */
export interface Registry {
  readonly metadata: MetaDataDescription;
  readonly types: TypeMap;
}

/** `ix_%(column_0_label)s` for indexes and nothing else. Source: `DEFAULT_NAMING_CONVENTION`. */
const defaultNaming: NamingConvention = {
  templates: new Map([['ix', 'ix_%(column_0_label)s']]),
  customTokens: new Set(),
};

/** A MetaData that nobody configured. */
export function plainMetaData(identity: string): MetaDataDescription {
  return { identity, schema: null, naming: defaultNaming };
}

/** The MetaData that an expression is: a `MetaData(...)`, or the `metadata` of a base, registry or extension. */
export function metadataOf(value: Value): MetaDataDescription | null {
  const call = callOf(value, 'MetaData', 'ThreadLocalMetaData');
  if (call !== null) return readMetaData(call);
  if (value.kind === 'attribute' && value.name === 'metadata') return registryOf(value.of)?.metadata ?? null;
  if (frameworkName(value) === 'metadata') return plainMetaData('SQLModel');
  return null;
}

function readMetaData(call: CallValue): MetaDataDescription {
  const naming = argument(call, 'naming_convention');
  return {
    identity: baseIdentity(call),
    place: call.place,
    schema: textFact(argument(call, 'schema', 0), null),
    naming: naming === null || naming.kind === 'none' ? defaultNaming : readNaming(naming),
  };
}

const kindsByConstruct: Readonly<Record<string, NamedKind>> = {
  Index: 'ix',
  UniqueConstraint: 'uq',
  CheckConstraint: 'ck',
  ForeignKeyConstraint: 'fk',
  PrimaryKeyConstraint: 'pk',
};

/** Templates under abbreviations or classes; anything else under a string is a token of the user's own. */
export function readNaming(value: Value): Fact<NamingConvention> {
  if (value.kind !== 'dict') return unreadable(`its naming convention ${whyNot(value, 'a dict that is known')}`);
  const templates = new Map<NamedKind, Fact<string>>();
  const customTokens = new Set<string>();
  for (const [key, template] of value.entries) {
    const kind = namedKind(key);
    const text = textOf(template);
    if (kind !== null) templates.set(kind, text ?? unreadable('its naming convention is not a constant string'));
    else if (key.kind === 'str') customTokens.add(key.value);
    else return unreadable('a key of its naming convention is not known');
  }
  return templates.size + customTokens.size === 0 ? defaultNaming : { templates, customTokens };
}

function namedKind(key: Value): NamedKind | null {
  if (key.kind === 'str') return (['ix', 'uq', 'ck', 'fk', 'pk'] as const).find((kind) => kind === key.value) ?? null;
  return kindsByConstruct[frameworkName(key) ?? ''] ?? null;
}

/** The registry behind a base class, a registry, or an extension object; null where the value is none of them. */
export function registryOf(value: Value): Registry | null {
  if (value.kind === 'class') return registryOfClass(value, linearise(value));
  if (isFacade(value)) return registryOfFacade(value);
  const path = dottedPath(value);
  if (path === 'sqlmodel.SQLModel' || path === 'sqlmodel.main.SQLModel')
    return { metadata: plainMetaData('SQLModel'), types: new Map() };
  if (value.kind === 'attribute' && isFacade(value.of)) return registryOfFacade(value.of);
  if (value.kind === 'attribute' && value.name === 'registry') return registryOf(value.of);
  const call = callOf(value, 'declarative_base', 'automap_base', 'registry', 'declarative_base_factory');
  if (call !== null) return registryOfCall(call);
  const generated = methodCall(value);
  return generated?.method === 'generate_base' ? registryOf(generated.of) : null;
}

function registryOfCall(call: CallValue): Registry {
  const given = call.keywords.get('metadata');
  const known = given === undefined || given.kind === 'none' ? null : metadataOf(given);
  const types = typeMapOf(call.keywords.get('type_annotation_map') ?? null);
  if (known !== null) return { metadata: known, types };
  const of = call.keywords.get('cls');
  const inherited = of?.kind === 'class' ? explicitMetaData([of]) : null;
  if (given !== undefined && given.kind !== 'none') return { metadata: unknownMetaData(given), types };
  return { metadata: inherited ?? plainMetaData(baseIdentity(call)), types };
}

function unknownMetaData(value: Value): MetaDataDescription {
  const why = unreadable(`its MetaData ${whyNot(value, 'one that static reading can follow')}`);
  return { identity: baseIdentity(value), schema: why, naming: why, place: value.place };
}

/** Flask-SQLAlchemy: `SQLAlchemy(metadata=…)`, else the `model_class`'s own, else a plain one. */
function registryOfFacade(call: CallValue): Registry {
  const given = argument(call, 'metadata');
  const model = call.keywords.get('model_class');
  const ofModel = model?.kind === 'class' ? registryOfClass(model, linearise(model)) : null;
  const metadata = given === null || given.kind === 'none' ? null : (metadataOf(given) ?? unknownMetaData(given));
  return {
    metadata: metadata ?? ofModel?.metadata ?? plainMetaData(baseIdentity(call)),
    types: ofModel?.types ?? new Map(),
  };
}

function explicitMetaData(bases: readonly Value[]): MetaDataDescription | null {
  for (const base of bases) {
    const binding = base.kind === 'class' ? base.body.bindings.get('metadata') : undefined;
    // Set on a class that is mapped already, as a relationship of that name has to be.
    if (binding !== undefined && callOf(binding.value, 'relationship') !== null) continue;
    // `metadata = None` is what a mixin says for its readers: the registry's own holds.
    if (binding?.assigned && binding.value.kind === 'none') return null;
    if (binding?.assigned) return metadataOf(binding.value) ?? unknownMetaData(binding.value);
  }
  return null;
}

/** What a class's declarative base decides, the nearest definition along its bases first. */
export function registryOfClass(_of: ClassValue, linear: readonly Value[]): Registry | null {
  const registry = registryWithin(linear);
  const metadata = explicitMetaData(linear) ?? registry?.metadata ?? null;
  const types = typeMapWithin(linear) ?? registry?.types ?? new Map();
  if (metadata !== null) return { metadata, types };
  const root = linear.find(isDeclarativeRoot);
  return root === undefined ? null : { metadata: plainMetaData(baseIdentity(root)), types };
}

function typeMapWithin(linear: readonly Value[]): TypeMap | null {
  for (const base of linear) {
    const binding = base.kind === 'class' ? base.body.bindings.get('type_annotation_map') : undefined;
    if (binding?.assigned) return typeMapOf(binding.value);
  }
  return null;
}

function registryWithin(linear: readonly Value[]): Registry | null {
  for (const base of linear) {
    const own = base.kind === 'class' ? registryOfBody(base) : registryOf(base);
    if (own !== null) return own;
  }
  return null;
}

function registryOfBody(base: ClassValue): Registry | null {
  const binding = base.body.bindings.get('registry');
  if (binding?.assigned) return registryOf(binding.value);
  for (const decorator of base.decorators) {
    const registry = decoratingRegistry(decorator);
    if (registry !== null) return registryOf(registry);
  }
  const given = base.keywords.get('registry');
  return given === undefined ? null : registryOf(given);
}

/** Decorators of a registry that map a class or make it a base. */
const mappingDecorators = new Set(['mapped', 'mapped_as_dataclass']);

/** The registry of `@reg.mapped`, `@reg.mapped_as_dataclass(...)`, `@mapped_as_dataclass(reg)`; null for others. */
export function decoratingRegistry(decorator: Value): Value | null {
  const method = methodCall(decorator);
  if (method !== null && (mappingDecorators.has(method.method) || method.method === 'as_declarative_base'))
    return method.of;
  if (decorator.kind === 'attribute' && mappingDecorators.has(decorator.name)) return decorator.of;
  return callOf(decorator, 'mapped_as_dataclass')?.positional[0] ?? null;
}

/** Does a decorator map the class itself, without a declarative base? */
export function isMappedByDecorator(of: ClassValue): boolean {
  return of.decorators.some((decorator) => {
    const method = methodCall(decorator)?.method ?? (decorator.kind === 'attribute' ? decorator.name : null);
    return (method !== null && mappingDecorators.has(method)) || callOf(decorator, 'mapped_as_dataclass') !== null;
  });
}

const baseClasses = new Set(['DeclarativeBase', 'DeclarativeBaseNoMeta']);
const baseMakers = ['declarative_base', 'automap_base'];
const baseDecorators = ['as_declarative'];

/** Is this a declarative base: the class that models inherit from, not a model itself? */
export function isDeclarativeRoot(value: Value): boolean {
  if (value.kind === 'class') return isRootClass(value);
  if (callOf(value, ...baseMakers) !== null || methodCall(value)?.method === 'generate_base') return true;
  const path = dottedPath(value);
  return path === 'flask_sqlalchemy.Model' || path === 'sqlmodel.SQLModel' || path === 'sqlmodel.main.SQLModel';
}

function isRootClass(value: ClassValue): boolean {
  const path = dottedPath(value);
  if (path === 'sqlmodel.main.SQLModel') return true;
  if (value.bases.some((base) => baseClasses.has(frameworkName(base) ?? ''))) return true;
  const metaclass = value.keywords.get('metaclass');
  if (metaclass !== undefined && isDeclarativeMeta(metaclass)) return true;
  return value.decorators.some(
    (decorator) =>
      callOf(decorator, ...baseDecorators) !== null ||
      methodCall(decorator)?.method === 'as_declarative_base' ||
      baseDecorators.includes(frameworkName(decorator) ?? ''),
  );
}

function isDeclarativeMeta(metaclass: Value): boolean {
  if (frameworkName(metaclass) === 'DeclarativeMeta') return true;
  return metaclass.kind === 'class' && linearise(metaclass).some((base) => frameworkName(base) === 'DeclarativeMeta');
}
