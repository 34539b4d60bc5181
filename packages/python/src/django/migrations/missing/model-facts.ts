import type { Place } from '@canonical-schema/schema';
import type { Value } from '../../../syntax/value';
import type { FieldState } from '../../fields/field-state';
import type { ModelKey, ModelState } from '../../model-state';
import type { MadeTerm, Term } from './term';

/** A field as the autodetector sees it. */
export interface FieldFacts {
  readonly name: string;
  readonly term: MadeTerm;
  readonly identity: string;
  readonly state: FieldState;
  readonly remote: RemoteFacts | null;
  readonly place: Place | null;
}

/** The other end of a relation. */
export interface RemoteFacts {
  readonly to: ModelKey;
  readonly through: ModelKey | null;
  readonly manyToMany: boolean;
  readonly parentLink: boolean;
  /** The field that a key points to, where it is not the other model's key. */
  readonly toField: string | null;
  /** The setting that names the other model. */
  readonly setting: string | null;
}

/** An index or constraint. */
export interface EntryFacts {
  readonly name: string;
  readonly term: MadeTerm;
  readonly identity: string;
  readonly value: Value;
  readonly place: Place;
}

/** A model as the autodetector sees it. */
export interface ModelFacts {
  readonly app: string;
  readonly name: string;
  readonly key: ModelKey;
  readonly state: ModelState;
  readonly proxy: boolean;
  readonly managed: boolean;
  /** In the order of Django's `local_fields` and `local_many_to_many`. */
  readonly fields: ReadonlyMap<string, FieldFacts>;
  /** What Meta says, in Django's order; `indexes`, `constraints` and `…_together` apart. */
  readonly options: ReadonlyMap<string, Term>;
  readonly indexes: readonly EntryFacts[];
  readonly constraints: readonly EntryFacts[];
  readonly uniqueTogether: readonly (readonly string[])[] | null;
  readonly indexTogether: readonly (readonly string[])[] | null;
  readonly orderWithRespectTo: string | null;
  readonly managers: readonly (readonly [name: string, manager: Term])[];
  readonly bases: readonly BaseFacts[];
  /** What could not be read of it. */
  readonly doubts: readonly Doubt[];
}

/** A base class: another model, or a class of Python. */
export type BaseFacts =
  | { readonly kind: 'model'; readonly key: ModelKey }
  | { readonly kind: 'class'; readonly term: Term; readonly name: string };

/** The parts of a model that are compared each on their own. */
export type FactPart = 'fields' | 'options' | 'managers' | 'indexes' | 'constraints' | 'together' | 'bases';

/** Something of a model that is not known. */
export interface Doubt {
  readonly part: FactPart;
  /** The field's name; null for more than one field, and for other parts. */
  readonly field: string | null;
  readonly why: string;
  readonly place: Place | null;
}
