import {
  assertNever,
  type Code,
  codes,
  type Finding,
  type Reading,
  type Severity,
  type Source,
} from '@canonical-schema/schema';
import { align } from './align/align';
import { type Alignment, type Judgement, type TablePair, tableKey } from './align/alignment';
import { withBrokenStatements } from './align/broken-statements';
import { remade } from './align/remade';
import { externalTables } from './align/tables';
import { inOrder } from './finding-order';
import type { JudgedReading, JudgeOptions } from './options';
import { rules } from './rules';
import type { Departure, Rule } from './rules/rule';
import type { Summary, Verdict } from './verdict';

/** The verdict over several readings, and that over each of them alone. */
export interface Verdicts {
  readonly whole: Verdict;
  /** In the order of the readings. Each knows what the others say of tables that lie outside the project. */
  readonly each: readonly Verdict[];
}

/**
 * Holds readings against the canonical one. Everything is paired first, then each rule looks at the pairs that concern
 * it. Takes linear time; the order of readings, tables and objects never changes the verdict.
 */
export function judge(canonical: Reading, others: readonly JudgedReading[], options: JudgeOptions = {}): Verdict {
  return judgeEach(canonical, others, options).whole;
}

/** The same, with the verdict over each reading alone: what concerns one of them is looked at once for both. */
export function judgeEach(canonical: Reading, others: readonly JudgedReading[], options: JudgeOptions = {}): Verdicts {
  const external = externalTables(others.map(({ reading }) => reading));
  const alignments = others.map((other) => align(describedBy(canonical), other, external));
  const own = alignments.map((alignment) => findingsIn(alignment, options));
  return {
    whole: verdictOver({ canonical, alignments }, own.flat(), options),
    each: alignments.map((alignment, at) =>
      verdictOfOne(alignment, [canonical, JSON.stringify(options)], () =>
        verdictOver({ canonical, alignments: [alignment] }, own[at] ?? [], options),
      ),
    ),
  };
}

/**
 * Holds one reading against the canonical one while others are still being read: the verdict that is asked for later, of
 * these very readings, finds it done. Where other readings know some of its tables to lie outside, it is done again.
 */
export function judgeAhead(canonical: Reading, other: JudgedReading, options: JudgeOptions = {}): void {
  findingsIn(align(describedBy(canonical), other, externalTables([other.reading])), options);
}

const withBroken = remade<Reading, Reading>();

/** One object for as long as the canonical reading is one: what is aligned with it is kept. */
function describedBy(canonical: Reading): Reading {
  return withBroken(canonical, [], () => withBrokenStatements(canonical));
}

const verdictOfOne = remade<Alignment, Verdict>();

/** The verdict over some readings, of which `own` are the findings that concern one of them each. */
function verdictOver(judgement: Judgement, own: readonly Finding[], options: JudgeOptions): Verdict {
  const findings = [...remarksOf(judgement, options), ...own];
  let unreadable = 0;
  for (const rule of rules) {
    if (rule.over !== 'judgement') continue;
    const departures = rule.judge(judgement);
    if (rule.code === 'unreadable') unreadable = departures.length;
    for (const departure of departures) findings.push(...findingOf(rule.code, departure, options));
  }
  const tables = new Set(judgement.alignments.flatMap(tablesIn));
  return { findings: inOrder(findings), summary: summaryOf(findings, unreadable, tables.size) };
}

const keysIn = remade<Alignment, readonly string[]>();

/** The keys of the SQL's tables that an alignment pairs. */
function tablesIn(alignment: Alignment): readonly string[] {
  return keysIn(alignment, [], () => alignment.tables.both.map((pair) => tableKey(pair.canonical)));
}

/** What a reading itself found, such as a statement that does not parse. */
function remarksOf({ canonical, alignments }: Judgement, options: JudgeOptions): Finding[] {
  return [canonical, ...alignments.map(({ reading }) => reading)].flatMap(({ source, remarks }) =>
    remarks.flatMap(({ code, message, subject, places }) => {
      const sourced = places.map((place) => ({ source, place }));
      return findingOf(code, { message, subject, departs: source, places: sourced }, options);
    }),
  );
}

/** What the rules find that look at one reading, or at parts of it. */
function findingsIn(alignment: Alignment, options: JudgeOptions): readonly Finding[] {
  return findingsOfAll(alignment, [JSON.stringify(options)], () => partialFindings(alignment, options));
}

const findingsOfAll = remade<Alignment, readonly Finding[]>();

function partialFindings(alignment: Alignment, options: JudgeOptions): readonly Finding[] {
  const ofReading = rules.flatMap((rule) =>
    rule.over === 'reading'
      ? rule.judge(alignment).flatMap((departure) => findingOf(rule.code, departure, options))
      : [],
  );
  const key = JSON.stringify(options);
  const ofTables = alignment.tables.both.flatMap((table) =>
    findingsOf(table, [key], () =>
      rules.flatMap((rule) =>
        rule.over === 'reading' || rule.over === 'judgement'
          ? []
          : departuresOf(rule, table).flatMap((departure) => findingOf(rule.code, departure, options)),
      ),
    ),
  );
  return [...ofReading, ...ofTables];
}

const findingsOf = remade<TablePair, readonly Finding[]>();

type TableRule = Exclude<Rule, { readonly over: 'judgement' | 'reading' }>;

function departuresOf(rule: TableRule, table: TablePair): readonly Departure[] {
  switch (rule.over) {
    case 'table':
      return rule.judge(table);
    case 'column':
      return eachOf(table.columns.both, (column) => rule.judge(column, table));
    case 'foreign-key':
      return eachOf(table.foreignKeys.both, (key) => rule.judge(key, table));
    default:
      return assertNever(rule);
  }
}

const none: readonly Departure[] = [];

/** `flatMap` for the many pairs that most rules have nothing to say of. */
function eachOf<P>(pairs: readonly P[], judged: (pair: P) => readonly Departure[]): readonly Departure[] {
  let departures = none;
  for (const pair of pairs) {
    const more = judged(pair);
    if (more.length > 0) departures = [...departures, ...more];
  }
  return departures;
}

/** The finding of a departure, classed; none where an option switches its code off. */
function findingOf(code: Code, departure: Departure, options: JudgeOptions): Finding[] {
  const { isAllowed = false, severity: ruled = codes[code], repair = [], ...rest } = departure;
  const severity = classOf(code, isAllowed ? 'tolerated' : ruled, isAllowed, options);
  if (severity === 'off') return [];
  const isMended = repair.length > 0 && severity !== 'tolerated' && canBeWritten(departure.departs);
  return [{ ...rest, code, severity, ...(isMended ? { repair } : {}) }];
}

/** Migrations are written from the models; where only they depart, a person has to say what becomes of the database. */
function canBeWritten(source: Source): boolean {
  return source !== 'canonical' && source !== 'django-migrations';
}

function classOf(code: Code, ruled: Severity, isAllowed: boolean, { rules: levels = {}, strict }: JudgeOptions) {
  if (code === 'unreadable' && strict === true) return 'error';
  const level = levels[code];
  if (level === undefined || (isAllowed && level !== 'off')) return ruled;
  return level;
}

function summaryOf(findings: readonly Finding[], unreadable: number, tables: number): Summary {
  const counts: Record<Severity, number> = { error: 0, warning: 0, tolerated: 0 };
  for (const { severity } of findings) counts[severity]++;
  return { errors: counts.error, warnings: counts.warning, tolerated: counts.tolerated, unreadable, tables };
}
