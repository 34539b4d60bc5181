import {
  codes,
  type Finding,
  isUnreadable,
  type Reading,
  type SourceFile,
  type TextEdit,
} from '@canonical-schema/schema';
import { type SqlDialect, sqlDialect } from '../dialects';
import { versionLogOf } from '../version-log/version-log';
import { lints } from './index';
import type { Lint, LintContext, LintedFile, LintOptions, LintSubject, Remark } from './lint';

const defaults: Required<LintOptions> = { guarded: 'off', comments: 'off', versionLog: 'oldest-first' };

/**
 * The findings about a canonical file by its own rules, in the file's order, each with its code's default severity. What
 * reading it remarked (a statement that does not parse, a shadowed definition) is among them. Pure, and never throws for
 * what a text can hold; the dialect's parser must have been loaded before.
 */
export function lintCanonical(file: SourceFile, context: LintContext): readonly Finding[] {
  const subject = subjectOf(file, context);
  const findings = [
    ...remarksOf(subject.reading),
    ...lints.flatMap((lint) => lint.check(subject).map((remark) => findingOf(lint, remark, file))),
    ...notLookedAt(context, subject),
  ];
  return findings
    .map((finding, order) => ({ finding, order, start: finding.places[0]?.place.span.start ?? 0 }))
    .sort((a, b) => a.start - b.start || a.order - b.order)
    .map(({ finding }) => finding);
}

/** The edits of all findings that have a fix; with `codes`, of these only. None of them overlap. */
export function fixesOf(findings: readonly Finding[], codes?: ReadonlySet<string>): readonly TextEdit[] {
  return findings.flatMap(({ code, fix = [] }) => (codes === undefined || codes.has(code) ? fix : []));
}

function subjectOf(file: SourceFile, { files, options, dialect, version, base }: LintContext): LintSubject {
  const sql = sqlDialect(dialect ?? 'postgresql');
  const known = base === undefined || isUnreadable(base) ? null : base;
  return {
    ...linted(file, sql, version),
    files,
    options: { ...defaults, ...options },
    base: known === null || known.canonical === null ? null : linted(known.canonical, sql, version),
    sources: known?.sources ?? [],
  };
}

function linted(file: SourceFile, sql: SqlDialect, version: string | undefined): LintedFile {
  const comments = sql.commentsOf(file);
  return {
    file,
    comments,
    reading: sql.readCanonical([file], version === undefined ? {} : { version }),
    log: versionLogOf(file, comments),
  };
}

function findingOf({ code }: Lint, remark: Remark, file: SourceFile): Finding {
  const { subject, message, span, fix, departs = 'canonical', cause } = remark;
  const own = { source: 'canonical', place: file.placeOf(span) } as const;
  return {
    ...{ code, severity: codes[code], message, subject, departs },
    places: cause === undefined ? [own] : [own, { source: departs, place: cause }],
    ...(fix === undefined ? {} : { fix }),
  };
}

function remarksOf({ remarks }: Reading): Finding[] {
  return remarks.map(({ code, message, subject, places }) => ({
    ...{ code, severity: codes[code], message, subject, departs: 'canonical' },
    places: places.map((place) => ({ source: 'canonical', place })),
  }));
}

/** Rules that could not look say so. */
function notLookedAt({ base }: LintContext, { file, options }: LintSubject): Finding[] {
  if (base === undefined || !isUnreadable(base)) return [];
  const skipped = [
    'undocumented-change',
    'canonical-first',
    ...(options.comments === 'new' ? ['undocumented-object'] : []),
  ];
  return [
    {
      code: 'undocumented-change',
      severity: 'tolerated',
      message: `Not looked at, for lack of a base revision: ${skipped.join(', ')}. ${base.unreadable}`,
      subject: { kind: 'file', name: file.path },
      departs: 'canonical',
      places: [{ source: 'canonical', place: file.start }],
    },
  ];
}
