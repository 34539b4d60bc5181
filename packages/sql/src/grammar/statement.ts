import type { Place, ServerVersion, Span } from '@canonical-schema/schema';
import type { StatementContext } from '../fold/fold';
import type { Grammar } from './grammar';
import type { GrammarText } from './text';
import type { TokenReader } from './token-reader';

/** One statement of a dialect being folded: its tokens, and the catalog that it changes. */
export interface Statement extends StatementContext {
  readonly grammar: Grammar;
  readonly sql: GrammarText;
  readonly reader: TokenReader;
  readonly server: ServerVersion;
  /** The place of a stretch of the file. */
  placeOf(span: Span | null): Place;
}
