import type { Schema } from '@canonical-schema/schema';
import type { RequestLanguage } from './request-language';

/** What decides details of the statements. */
export interface RequestOptions {
  /** The longest name, in bytes, that an index without a given one gets: Django allows 30. PostgreSQL's 63 by default. */
  readonly indexNameLength?: number;
}

/** What stands around a request when it is made into SQL. */
export interface Around {
  readonly schema: Schema;
  readonly options: RequestOptions;
  readonly language: RequestLanguage;
  /** Names that this request gives. */
  readonly made: Set<string>;
}
