import type { Change } from '@canonical-schema/schema';
import type { DdlLanguage } from '../../ddl/ddl-language';
import { bulletsOf } from '../../version-log/bullets';
import type { EditLanguage } from '../edit-language';
import type { Before, Statements } from '../outcome';
import { endOfStatements, type GrammarDialect, type GrammarStanding, secondRun, standingOf } from './grammar-standing';
import { grammarStyle } from './grammar-style';
import { InlineEdits } from './inline';
import { heldBy } from './mentions';

/** What edits of a dialect need besides its grammar. */
export interface GrammarWriting {
  readonly language: DdlLanguage;
  statementsOf(change: Change, before: Before): Statements;
  /** Has every statement a form that may be run again? */
  readonly runsTwice: boolean;
}

/** How files of a dialect are edited that is read by a grammar of ours. */
export function grammarEdits(
  dialect: GrammarDialect,
  { language, statementsOf, runsTwice }: GrammarWriting,
): EditLanguage<GrammarStanding> {
  const inline = new InlineEdits(dialect, statementsOf);
  return {
    sqlText: dialect.sql.sqlText,
    ...{ runsTwice, statementsOf, heldBy },
    madeNamesFollow: dialect.grammar.traits.uniquesAreIndexes,
    altersTables: dialect.grammar.traits.altersTables,
    demandsTargets: language.demandsTargets,
    standingOf: (path, text, options) => standingOf(dialect, path, text, options),
    secondRun: (standing, options) => secondRun(dialect, standing, options),
    fileStyleOf: (standing, wanted) => grammarStyle(dialect.grammar, language, standing, wanted),
    endOfStatements: (standing) => endOfStatements(dialect, standing),
    inlineEdits: inline.edits,
    bulletsOf: (changes, before) => bulletsOf(changes, before, language),
  };
}
