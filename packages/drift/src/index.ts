export { judge } from './judge';
export type { JudgedReading, JudgeOptions, RuleLevel } from './options';
export { rules } from './rules';
export type { Departure, Rule } from './rules/rule';
export type { Summary, Verdict } from './verdict';
export { verdictFailed } from './verdict';
