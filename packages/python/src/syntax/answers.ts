import type { Place } from '@canonical-schema/schema';
import type { Arguments } from './evaluator/world';
import type { Value } from './value';

/** What the call of a name that is not read as text comes to: a value, or an exception by its dotted name. */
export type ExternalAnswer =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'raises'; readonly exception: string };

/**
 * Calls that a reader can answer though their code is not read: Django's app registry is asked for a model, and the
 * project's files hold the answer. Null leaves the call symbolic.
 */
export type ExternalAnswers = (name: string, args: Arguments, place: Place) => ExternalAnswer | null;
