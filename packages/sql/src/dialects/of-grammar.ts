import type { Grammar } from '../grammar/grammar';
import { GrammarReader } from '../grammar/read-file';
import { GrammarText } from '../grammar/text';
import type { SqlDialect } from './sql-dialect';

/** A dialect that is read by our own grammar, of which there is nothing to load. */
export function dialectOf(grammar: Grammar): SqlDialect {
  const text = new GrammarText(grammar);
  const reader = new GrammarReader(grammar, text);
  return {
    traits: grammar.traits,
    load: async () => {},
    readCanonical: reader.readCanonical,
    session: reader.session,
    commentsOf: reader.commentsOf,
    normalizeExpressionText: text.normalizeExpressionText,
    expressionTermOfText: text.expressionTermOfText,
    normalizeDefaultText: text.normalizeDefaultText,
    bareDefaultProblem: text.bareDefaultProblem,
    columnTypeOfText: text.columnTypeOfText,
    columnsInText: text.columnsInText,
    sqlText: text.sqlText,
    quoteName: text.quoteName,
  };
}
