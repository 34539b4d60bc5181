import { isUnreadable, type Place } from '@canonical-schema/schema';
import type { ClassValue } from '../../../syntax/value';
import type { ModelState } from '../../model-state';
import { groupsOf } from '../../options';
import { falseTerm, NotComparable, type Term } from './term';
import { type TermReading, termOfValue } from './term-of-value';

/** The options that migrations hold, in Django's order. Source: `DEFAULT_NAMES`. */
const optionNames = [
  'verbose_name',
  'verbose_name_plural',
  'db_table',
  'db_table_comment',
  'ordering',
  'permissions',
  'get_latest_by',
  'order_with_respect_to',
  'db_tablespace',
  'abstract',
  'managed',
  'proxy',
  'swappable',
  'auto_created',
  'default_permissions',
  'select_on_save',
  'default_related_name',
  'required_db_features',
  'required_db_vendor',
  'base_manager_name',
  'default_manager_name',
];

/** What a model's Meta says; `doubt` is told of each option that is not known. */
export function optionTerms(
  state: ModelState,
  reading: TermReading,
  doubt: (why: string, place: Place | null) => void,
): ReadonlyMap<string, Term> {
  const options = new Map<string, Term>();
  for (const name of optionNames) {
    const value = state.meta?.value(name);
    if (name === 'abstract') {
      if (value !== undefined || inheritsContribMeta(state.class, reading)) options.set(name, falseTerm);
      continue;
    }
    if (value === undefined) continue;
    try {
      options.set(name, termOfValue(value, reading));
    } catch (error) {
      if (!(error instanceof NotComparable)) throw error;
      doubt(error.message, value.place);
    }
  }
  return options;
}

/** Where a model's Meta says each of its options. */
export function optionPlaces(state: ModelState): ReadonlyMap<string, Place> {
  const places = [...optionNames, 'unique_together', 'index_together'].flatMap((name): [string, Place][] => {
    const value = state.meta?.value(name);
    return value === undefined ? [] : [[name, value.place]];
  });
  return new Map(places);
}

/** Django's own abstract models: their Meta says that it is not abstract to those that inherit it. */
const contribBases =
  /^django\.contrib\.(auth\.\w*\.?\w*\.?|sessions\.base_session\.)(AbstractUser|AbstractBaseUser|PermissionsMixin|AbstractBaseSession)(\.Meta)?$/;

function inheritsContribMeta(value: ClassValue | undefined, { program }: TermReading): boolean {
  if (value === undefined) return false;
  for (const each of program.mro(value)) {
    if (each.kind === 'external' && contribBases.test(each.name)) return true;
    const meta = each.kind === 'class' ? each.body.bindings.get('Meta')?.value : undefined;
    if (meta?.kind === 'class') {
      return program.mro(meta).some((base) => base.kind === 'external' && contribBases.test(base.name));
    }
  }
  return false;
}

/** The groups of `unique_together` or `index_together`; null where nothing is said. Throws `NotComparable`. */
export function groupsIn(
  state: ModelState,
  option: 'unique_together' | 'index_together',
): readonly (readonly string[])[] | null {
  const value = state.meta?.value(option);
  if (value === undefined) return null;
  const groups = groupsOf(value);
  if (isUnreadable(groups)) throw new NotComparable(groups.unreadable);
  return [...new Map(groups.map((group) => [group.join('\u0000'), group])).values()];
}
