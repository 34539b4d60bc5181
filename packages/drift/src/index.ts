export { isLedger } from './align/ledgers';
export { labelsOfCheck } from './compare/labels';
export { judge, judgeAhead, judgeEach, type Verdicts } from './judge';
export type { JudgedReading, JudgeOptions, RuleLevel } from './options';
export { type ProbableRename, probableRenames, type RenameSides } from './renames/probable-renames';
export { type Rename, withRenames } from './renames/with-renames';
export { repairsOf } from './repairs/repairs-of';
export { type FindingJson, type FindingsJson, findingsJson, helpPage, type PlaceJson } from './report/json';
export { coloured, type Paint, plain, type Tone } from './report/paint';
export { summaryLine } from './report/summary-line';
export { reportText, type TextOptions } from './report/text';
export { rules } from './rules';
export type { Departure, Rule } from './rules/rule';
export {
  type Adopted,
  adopt,
  type Baseline,
  type BaselineEntry,
  baselineOf,
  baselineText,
} from './suppressions/baseline';
export { withFindings, withLevels } from './suppressions/settle';
export { type Judged, type JudgedFor, type SourcedSuppression, suppress, suppressed } from './suppressions/suppress';
export {
  type CommentSpan,
  isCovered,
  mayHoldSuppressions,
  suppressionsIn,
  withSuppressions,
} from './suppressions/suppressions-in';
export type { Summary, Verdict } from './verdict';
export { verdictFailed } from './verdict';
