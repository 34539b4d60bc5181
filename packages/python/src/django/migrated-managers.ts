import type { PythonProgram } from '../syntax/program';
import type { ClassValue, Value } from '../syntax/value';
import { dottedName, truthFact } from './constants';
import type { DeclaredManager } from './model-state';

/** Managers of Django's own that migrations remember. */
const ownManagers =
  /^django\.contrib\.(auth\.models\.(User|Group|Permission)Manager|contenttypes\.models\.ContentTypeManager|sites\.(models\.SiteManager|managers\.CurrentSiteManager))$/;

/** Bases that bring one of them as `objects`. */
const userBases = /^django\.contrib\.auth\.models\.AbstractUser$/;

/** The managers of a model class that say `use_in_migrations`, its bases' included. */
export function migratedManagers(value: ClassValue, program: PythonProgram): readonly DeclaredManager[] {
  const found = new Map<string, DeclaredManager>();
  const seen = new Set<string>();
  for (const each of program.mro(value)) {
    if (each.kind === 'external' && userBases.test(each.name) && !seen.has('objects')) {
      const callee: Value = { ...each, name: 'django.contrib.auth.models.UserManager' };
      const manager: Value = {
        kind: 'call',
        callee,
        positional: [],
        keywords: new Map(),
        complete: true,
        place: value.place,
      };
      found.set('objects', { name: 'objects', value: manager });
    }
    if (each.kind !== 'class') continue;
    for (const [name, { value: bound }] of each.body.bindings) {
      if (!seen.has(name) && isMigratedManager(bound, program)) found.set(name, { name, value: bound });
      seen.add(name);
    }
  }
  return [...found.values()];
}

/** Does a manager say `use_in_migrations`? */
export function isMigratedManager(value: Value, program: PythonProgram): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind !== 'class') return ownManagers.test(dottedName(callee) ?? '');
  for (const each of program.mro(callee)) {
    if (each.kind === 'external' && ownManagers.test(each.name)) return true;
    const flag = each.kind === 'class' ? each.body.bindings.get('use_in_migrations')?.value : undefined;
    if (flag !== undefined) return truthFact(flag) === true;
  }
  return false;
}
