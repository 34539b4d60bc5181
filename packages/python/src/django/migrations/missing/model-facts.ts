import type { Place, TableRef } from '@canonical-schema/schema';
import type { FieldKind } from '../../fields/field-kind';
import type { ModelKey } from '../../model-state';
import type { MadeTerm, Term } from './term';

/** A field as the autodetector sees it: plain data, like all facts. */
export interface FieldFacts {
  readonly name: string;
  readonly term: MadeTerm;
  readonly identity: string;
  readonly kind: Pick<FieldKind, 'form' | 'name'>;
  /** The column that it has, if it has one. */
  readonly column: string;
  /** Did a class of a library make it whose own version is not installed here? */
  readonly isOfLibrary: boolean;
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
  /** What it is on, as a description lists it: its fields, or its expressions. */
  readonly on: string;
  /** The fields that it names; null for expressions, and where they are not known. */
  readonly fields: readonly string[] | null;
  readonly place: Place;
}

/** A model as the autodetector sees it. */
export interface ModelFacts {
  readonly app: string;
  readonly name: string;
  readonly key: ModelKey;
  readonly place: Place | null;
  /** Null where its name could not be read. */
  readonly table: TableRef | null;
  readonly proxy: boolean;
  readonly managed: boolean;
  readonly isSwappable: boolean;
  /** May it have fields that could not be read? */
  readonly mayHaveMore: boolean;
  /** The names of all fields that it has, known or not. */
  readonly fieldNames: ReadonlySet<string>;
  /** In the order of Django's `local_fields` and `local_many_to_many`. */
  readonly fields: ReadonlyMap<string, FieldFacts>;
  /** What Meta says, in Django's order; `indexes`, `constraints` and `…_together` apart. */
  readonly options: ReadonlyMap<string, Term>;
  /** Where Meta says each of its options. */
  readonly optionPlaces: ReadonlyMap<string, Place>;
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
