import type { FileDraft } from '../../edits/file-draft';
import { innerClass } from '../../edits/python-file';
import type { ClassDefinition } from '../../syntax/ast';
import type { ClassValue } from '../../syntax/value';
import type { LoadedModels } from '../loaded-models';
import type { ModelState } from '../model-state';
import type { InheritedMeta } from './meta-draft';

/** Django's own abstract models whose Meta says something. */
const contribMetas: Readonly<Record<string, readonly [module: string, name: string]>> = {
  'django.contrib.auth.models.AbstractUser': ['django.contrib.auth.models', 'AbstractUser'],
};

/** The Meta that a model's class inherits, or that its own Meta extends; null where there is none. */
export function inheritedMeta(
  state: ModelState,
  owner: ClassDefinition,
  draft: FileDraft,
  loaded: LoadedModels,
): InheritedMeta | null {
  const value = classValueOf(state, loaded);
  if (value === null) return null;
  const own = innerClass(owner.body, 'Meta');
  return own === null ? ofBases(value, draft, loaded) : ofOwnBases(value, own, draft, loaded);
}

function classValueOf({ place }: ModelState, { project }: LoadedModels): ClassValue | null {
  const module = place === null ? null : project.program.moduleAt(place.path);
  const found = module?.classes.find(({ value }) => value.place.span.start === place?.span.start);
  return found?.value ?? null;
}

function ofBases(value: ClassValue, draft: FileDraft, loaded: LoadedModels): InheritedMeta | null {
  const { program } = loaded.project;
  const concrete = new Set([...loaded.all.values()].map(({ place }) => `${place?.path}:${place?.span.start}`));
  for (const ancestor of program.mro(value)) {
    const contrib = ancestor.kind === 'external' ? contribMetas[ancestor.name] : undefined;
    if (contrib !== undefined) return { spelt: () => `${draft.spelling.spell(...contrib)}.Meta`, has: () => false };
    if (ancestor.kind !== 'class' || concrete.has(`${ancestor.place.path}:${ancestor.place.span.start}`)) continue;
    const meta = ancestor.body.bindings.get('Meta')?.value;
    if (meta?.kind !== 'class') continue;
    return {
      spelt: () => `${draft.spelling.spell(ancestor.module, ancestor.qualifiedName)}.Meta`,
      has: (member) => hasMember(meta, member, loaded),
    };
  }
  return null;
}

function ofOwnBases(
  value: ClassValue,
  own: ClassDefinition,
  draft: FileDraft,
  loaded: LoadedModels,
): InheritedMeta | null {
  const meta = value.body.bindings.get('Meta')?.value;
  const [base] = own.args;
  if (meta?.kind !== 'class' || base === undefined) return null;
  const bases = loaded.project.program.mro(meta).filter((each) => each.kind === 'class' && each !== meta);
  return {
    spelt: () => draft.file.text.slice(base.value.start, base.value.end),
    has: (member) => bases.some((each) => each.kind === 'class' && each.body.bindings.has(member)),
  };
}

function hasMember(meta: ClassValue, member: string, { project }: LoadedModels): boolean {
  return project.program.mro(meta).some((each) => each.kind === 'class' && each.body.bindings.has(member));
}
