import type { Code, Reading, Severity } from '@canonical-schema/schema';

/** What an option makes of a finding code: its severity, or no finding at all. */
export type RuleLevel = Severity | 'off';

/** What a user may decide about a verdict. */
export interface JudgeOptions {
  /** Re-classes every finding of a code. What `mirror: "subset"` allows stays allowed. */
  readonly rules?: Readonly<Partial<Record<Code, RuleLevel>>>;
  /** Makes everything unreadable an error, whatever `rules` says of it. */
  readonly strict?: boolean;
}

/** A reading to hold against the canonical one. */
export interface JudgedReading {
  readonly reading: Reading;
  /** `subset`: tables, nullable or defaulted columns, and indexes of the SQL may be missing. */
  readonly mirror: 'all' | 'subset';
  /** What a person calls this source: the configured root, `django_app`. */
  readonly name: string;
}
