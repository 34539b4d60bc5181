import type { PythonProgram } from '../syntax/program';
import type { Binding, ClassValue, Value } from '../syntax/value';
import { truthFact } from './constants';
import { textValue } from './nowhere';

/** The members of a model's effective `class Meta`. */
export interface Meta {
  value(name: string): Value | undefined;
  /** Is the member certainly true? */
  isSet(name: string): boolean;
  /** Why members may exist that are not known; null where all are. */
  readonly unread: string | null;
}

/** No Meta at all. */
export const noMeta: Meta = { value: () => undefined, isSet: () => false, unread: null };

/**
 * A model's own `class Meta`, or the one that it inherits: an abstract base's or mixin's, never a concrete model's.
 * A Meta of its own that extends nothing has nothing of the bases'.
 */
export function effectiveMeta(
  value: ClassValue,
  program: PythonProgram,
  isConcrete: (value: ClassValue) => boolean,
): Meta {
  for (const ancestor of program.mro(value)) {
    const contrib = ancestor.kind === 'external' ? contribMetas[ancestor.name] : undefined;
    if (contrib !== undefined) return { ...noMeta, value: (name) => contrib[name] };
    if (ancestor.kind !== 'class' || (ancestor !== value && isConcrete(ancestor))) continue;
    const binding = ancestor.body.bindings.get('Meta');
    if (binding !== undefined) return metaOf(binding, program);
  }
  return noMeta;
}

/** What the Meta of Django's own abstract models says that migrations remember. */
const contribMetas: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  'django.contrib.auth.models.AbstractUser': {
    verbose_name: textValue('user'),
    verbose_name_plural: textValue('users'),
  },
};

function metaOf(binding: Binding, program: PythonProgram): Meta {
  if (binding.value.kind !== 'class') {
    const why = binding.value.kind === 'unknown' ? binding.value.why : null;
    return { ...noMeta, unread: why };
  }
  const lineage = program.mro(binding.value);
  const classes = lineage.filter((each) => each.kind === 'class');
  const base = lineage.flatMap((each) => (each.kind === 'external' ? [each.name.replace(/\.Meta$/, '')] : []))[0];
  const contrib = base === undefined ? undefined : contribMetas[base];
  const value = (name: string): Value | undefined => memberOf(classes, name) ?? contrib?.[name];
  const lost = lineage.find((each) => each.kind === 'unknown' || (each.kind === 'external' && each.missing !== null));
  return {
    value,
    isSet: (name) => {
      const member = value(name);
      return member !== undefined && truthFact(member) === true;
    },
    unread: lost === undefined ? null : 'a base of its Meta was not found',
  };
}

function memberOf(classes: readonly ClassValue[], name: string): Value | undefined {
  for (const each of classes) {
    const binding = each.body.bindings.get(name);
    if (binding === undefined) continue;
    if (binding.condition === null) return binding.value;
    return { kind: 'unknown', why: `depends on the condition ${binding.condition}`, place: binding.place };
  }
  return undefined;
}

/**
 * Does the class's own Meta say `abstract = True`? Django takes it back from a model's Meta once the model is made, so
 * `class Meta(Base.Meta)` does not inherit it; from a Meta class that belongs to no model it does.
 */
export function isAbstractMeta(value: ClassValue, program: PythonProgram): boolean {
  const own = value.body.bindings.get('Meta')?.value;
  if (own?.kind !== 'class') return false;
  for (const each of program.mro(own)) {
    if (each.kind !== 'class' || (each !== own && each.qualifiedName.includes('.'))) continue;
    const member = each.body.bindings.get('abstract')?.value;
    if (member !== undefined) return truthFact(member) === true;
  }
  return false;
}
