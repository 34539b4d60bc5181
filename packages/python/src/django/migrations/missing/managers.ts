import type { PythonProgram } from '../../../syntax/program';
import type { Binding, ClassValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import { isMigratedManager } from '../../migrated-managers';
import type { ModelState } from '../../model-state';
import { identityOf, type MadeTerm, NotComparable, type Term } from './term';
import { type TermReading, termOfValue } from './term-of-value';

/** A manager of a model, and whether migrations remember it as it is. */
interface Manager {
  readonly name: string;
  readonly value: Value | null;
  readonly isMigrated: boolean;
}

/** What keeps the place of a manager that migrations do not remember. */
const plainManager: MadeTerm = {
  kind: 'made',
  path: 'django.db.models.manager.Manager',
  positional: [],
  keywords: new Map(),
};

/** The managers that migrations hold of a model. Source: `ModelState.from_model`. */
export function managerTerms(state: ModelState, reading: TermReading): readonly (readonly [string, Term])[] {
  if (state.class === undefined) return migratedTerms(state, reading);
  const managers = managersOf(state.class, reading.program);
  const byDefault = chosenName(state, 'default_manager_name', reading) ?? managers[0]?.name;
  const base = chosenName(state, 'base_manager_name', reading);
  const terms = managers.flatMap(({ name, value, isMigrated }): (readonly [string, Term])[] => {
    if (isMigrated && value !== null) return [[name, managerTerm(value, reading)]];
    return name === byDefault || name === base ? [[name, plainManager]] : [];
  });
  const [only] = terms;
  return terms.length === 1 && only?.[0] === 'objects' && only[1] === plainManager ? [] : terms;
}

/** What a migration wrote; `[('objects', Manager())]` is the same as nothing. */
function migratedTerms(state: ModelState, reading: TermReading): readonly (readonly [string, Term])[] {
  return (state.managers ?? []).map(({ name, value }) => [name, managerTerm(value, reading)] as const);
}

function chosenName(state: ModelState, option: string, reading: TermReading): string | null {
  const value = state.meta?.value(option);
  const settled = value === undefined ? null : reading.settings.settled(value);
  return settled?.kind === 'str' ? settled.value : null;
}

/** `SomeQuerySet.as_manager()` and classes of managers with their arguments. */
function managerTerm(value: Value, reading: TermReading): Term {
  if (value.kind !== 'call') throw new NotComparable('one of its managers is made by code');
  const name = dottedName(value.callee);
  if (name === null) throw new NotComparable('one of its managers is made by code');
  const module = value.callee.kind === 'class' ? value.callee : null;
  if (module?.qualifiedName.includes('.') === true) {
    throw new NotComparable(`its manager ${module.name} is a class inside another`);
  }
  return {
    kind: 'made',
    path: name === 'django.db.models.Manager' ? plainManager.path : name,
    positional: value.positional.map((item) => termOfValue(item, reading)),
    keywords: new Map([...value.keywords].map(([key, item]) => [key, termOfValue(item, reading)])),
  };
}

/** Equal for managers that Django finds equal. */
export function managersIdentity(managers: readonly (readonly [string, Term])[]): string {
  return managers.map(([name, term]) => `${name}=${identityOf(term)}`).join();
}

/** The managers of a class, those of nearer classes first, then in order. Source: `Options.managers`. */
function managersOf(value: ClassValue, program: PythonProgram): readonly Manager[] {
  const found: Manager[] = [];
  const seen = new Set<string>();
  for (const each of program.mro(value)) {
    const contrib = each.kind === 'external' ? contribManager(each.name) : null;
    if (contrib !== null && !seen.has('objects')) {
      found.push({ name: 'objects', value: managerCall(contrib, value), isMigrated: true });
      seen.add('objects');
    }
    if (each.kind !== 'class') continue;
    for (const { name, value: bound } of inOrder(each)) {
      if (seen.has(name)) continue;
      if (isManager(bound, program)) found.push({ name, value: bound, isMigrated: isMigratedManager(bound, program) });
      seen.add(name);
    }
  }
  return found.length === 0 ? [{ name: 'objects', value: null, isMigrated: false }] : found;
}

function inOrder(value: ClassValue): readonly Binding[] {
  return [...value.body.bindings.values()];
}

/** The managers of Django's own models that migrations remember. */
const contribManagers: readonly (readonly [model: RegExp, manager: string])[] = [
  [/^django\.contrib\.auth\.(\w+\.)*(Abstract)?User$/, 'django.contrib.auth.models.UserManager'],
  [/^django\.contrib\.auth\.(\w+\.)*Group$/, 'django.contrib.auth.models.GroupManager'],
  [/^django\.contrib\.auth\.(\w+\.)*Permission$/, 'django.contrib.auth.models.PermissionManager'],
  [/^django\.contrib\.contenttypes\.(\w+\.)*ContentType$/, 'django.contrib.contenttypes.models.ContentTypeManager'],
  [/^django\.contrib\.sites\.(\w+\.)*Site$/, 'django.contrib.sites.models.SiteManager'],
];

function contribManager(model: string): string | null {
  return contribManagers.find(([pattern]) => pattern.test(model))?.[1] ?? null;
}

function managerCall(name: string, at: ClassValue): Value {
  const callee: Value = { kind: 'external', name, missing: null, place: at.place };
  return { kind: 'call', callee, positional: [], keywords: new Map(), complete: true, place: at.place };
}

/** Is it a manager: an instance of a class of managers, `QuerySet.as_manager()`, `Manager.from_queryset(…)()`? */
function isManager(value: Value, program: PythonProgram): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind === 'class') return isManagerClass(callee, program);
  if (callee.kind === 'attribute' && callee.name === 'as_manager') return true;
  if (callee.kind === 'call') {
    const name = callee.callee.kind === 'attribute' ? callee.callee.name : (dottedName(callee.callee) ?? '');
    return name.endsWith('from_queryset');
  }
  const name = dottedName(callee) ?? '';
  return name.endsWith('.as_manager') || /^django\..*Manager$/.test(name);
}

function isManagerClass(value: ClassValue, program: PythonProgram): boolean {
  return program
    .mro(value)
    .some((each) => each.kind === 'external' && /Manager(\.from_queryset\(.*\))?$/.test(each.name));
}
