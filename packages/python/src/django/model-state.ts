import type { Fact, Place, UnreadPart } from '@canonical-schema/schema';
import type { ClassValue, Value } from '../syntax/value';
import type { FieldState } from './fields/field-state';
import type { Meta } from './meta';

/**
 * One concrete, proxy or swapped model as Django's app registry would hold it: abstract bases folded in, parent links
 * and relations resolved. Model classes are read into states, migrations will replay operations over them, and both are
 * emitted by the same code.
 */
export interface ModelState {
  /** App label. */
  readonly app: string;
  /** The class's name: `Stock`. */
  readonly name: string;
  /** Local fields, the parent links of multi-table inheritance included, the implicit key not. */
  readonly fields: readonly FieldState[];
  readonly options: ModelOptions;
  /** The concrete models that it extends (multi-table inheritance), or the one that a proxy stands for. */
  readonly parents: readonly ModelKey[];
  /** The class of the implicit key, by its internal type: `BigAutoField`. */
  readonly autoField: Fact<AutoFieldName>;
  /** True where the class lies outside the workspace. */
  readonly external: boolean;
  /** The condition under which alone the class exists, where it cannot be decided; null for none. */
  readonly condition: string | null;
  /** What the table may have besides the fields, because its source could not be read. */
  readonly unread: readonly UnreadPart[];
  readonly place: Place | null;
  /** All that its Meta says, options that shape no table included; absent for models that no source writes. */
  readonly meta?: Meta;
  /** Its manager attributes, of which migrations remember some; absent where they are not known. */
  readonly managers?: readonly DeclaredManager[];
  /** Does django-simple-history make it of another model? Migrations know more of it than its fields. */
  readonly isHistorical?: true;
  /** The class that it was read from; absent for models that migrations or Django made. */
  readonly class?: ClassValue;
}

/** A manager that migrations remember. */
export interface DeclaredManager {
  readonly name: string;
  readonly value: Value;
}

/** `app_label.modelname`, lower case, as Django's registry addresses models. */
export type ModelKey = string;

export type AutoFieldName = 'AutoField' | 'BigAutoField' | 'SmallAutoField';

/** The members of `class Meta` that shape the database. Absent ones have Django's defaults. */
export interface ModelOptions {
  /** As written; null where Django makes it from the app label and the class's name. */
  readonly dbTable: Fact<string | null>;
  readonly proxy: boolean;
  readonly managed: boolean;
  /** The setting that may put another model in this one's place: `AUTH_USER_MODEL`; null for none. */
  readonly swappable: string | null;
  /** Field names. */
  readonly uniqueTogether: Fact<readonly (readonly string[])[]>;
  /** Gone since Django 5.1. */
  readonly indexTogether: Fact<readonly (readonly string[])[]>;
  readonly orderWithRespectTo: string | null;
  readonly dbTableComment: Fact<string | null>;
  readonly indexes: readonly (DeclaredIndex | Unread)[];
  readonly constraints: readonly (DeclaredConstraint | Unread)[];
}

/** An entry of `Meta.indexes`: `models.Index(fields=['-day'])`, `GinIndex(Upper('name'), name='…')`. */
export interface DeclaredIndex {
  readonly kind: 'index';
  /** The access method: `btree`, `gin`, … */
  readonly method: string;
  /** What a generated name ends in: `idx`, `gin`, … */
  readonly suffix: string;
  readonly expressions: readonly Value[];
  readonly arguments: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/** An entry of `Meta.constraints`. */
export interface DeclaredConstraint {
  readonly kind: 'check' | 'unique' | 'exclusion';
  readonly expressions: readonly Value[];
  readonly arguments: ReadonlyMap<string, Value>;
  readonly place: Place;
}

/** An entry that could not be read. */
interface Unread {
  readonly kind: 'unread';
  readonly why: string;
  readonly place: Place;
}

/** The key of a model in the registry. */
export function modelKey(app: string, name: string): ModelKey {
  return `${app}.${name.toLowerCase()}`;
}
