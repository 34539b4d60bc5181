import type { Change, Place, Span, TextEdit } from '@canonical-schema/schema';
import type { Grammar } from '../../grammar/grammar';
import type { StatementPiece } from '../../grammar/split';
import { spanOf } from '../../grammar/token-reader';
import { removed } from '../inline/list';
import { lostPlaces } from '../inline/lost-places';
import { withoutStretches } from '../inline/removal';
import { emptied, type Impossible, isImpossible, notPlain } from '../outcome';
import type { Edits, Scene } from '../scene';
import { behindStatement, type GrammarStanding } from './grammar-standing';
import { redefined } from './redefined-column';
import { actionsOf, headOf, makingOf, sameName, statementAt, tableNamed, tokensWithin } from './table-statement';

/** The edits that take out of the file whatever a change takes out of the schema, and what is said about it. */
export function removals(change: Change, scene: Scene<GrammarStanding>, grammar: Grammar): Edits {
  const { standing, wanted } = scene;
  const gone = new Gone(scene, grammar);
  for (const place of lostPlaces(standing.schema, wanted)) gone.take(place);
  for (const statement of standing.statements) gone.takeWhatIsAbout(statement, change);
  const edits = gone.edits();
  return isImpossible(edits) ? edits : [...edits, ...keptNotNulls(scene)];
}

/** NOT NULL that a primary key brought stays without it. */
function keptNotNulls({ standing, wanted, around, style }: Scene<GrammarStanding>): TextEdit[] {
  const { language } = around.spelling;
  return standing.schema.tables.flatMap((table) => {
    const left = tableNamed(wanted, table);
    const isLost = table.primaryKey !== null && left !== null && left.primaryKey === null;
    if (!isLost || !language.keysAreNotNull) return [];
    const kept = table.columns.filter(
      ({ name }) => table.primaryKey?.columns.includes(name) && left.columns.some((column) => column.name === name),
    );
    return kept.flatMap((column) => {
      const statement = statementAt(standing, column.place);
      if (statement === null || column.place === null) return [];
      const facts = { old: column, set: { nullable: false }, isKey: false, spelling: around.spelling };
      const edits = redefined(tokensWithin(statement, column.place.span), standing.file.text, facts) ?? [];
      return edits.map((edit) => ({ ...edit, text: style.statement(edit.text) }));
    });
  });
}

/** What goes out of the file, statement by statement. */
class Gone {
  private readonly whole = new Set<StatementPiece>();
  private readonly elements = new Map<StatementPiece, Set<number>>();
  private readonly inside: TextEdit[] = [];
  private impossible: Impossible | null = null;

  constructor(
    private readonly scene: Scene<GrammarStanding>,
    private readonly grammar: Grammar,
  ) {}

  take(place: Place | null): void {
    const statement = statementAt(this.scene.standing, place);
    if (statement === null || place === null) {
      this.fail();
      return;
    }
    const { span } = place;
    if (span.start === statement.span.start) this.whole.add(statement);
    else if (headOf(statement).kind === 'create-table') this.takeElement(statement, span);
    else this.takeAction(statement, span);
  }

  /** Statements about a table that goes, and actions on a column that goes. */
  takeWhatIsAbout(statement: StatementPiece, change: Change): void {
    if (change.kind !== 'drop-table' && change.kind !== 'drop-column') return;
    const head = headOf(statement);
    if (head.kind === 'other' || !sameName(head.table, change.table.name)) return;
    if (change.kind === 'drop-table') {
      this.whole.add(statement);
      return;
    }
    const actions = actionsOf(statement);
    const own = actions.filter((tokens) => tokens.slice(0, 5).some(({ value }) => sameName(value, change.column)));
    if (own.length > 0 && own.length === actions.length) this.whole.add(statement);
  }

  edits(): Edits {
    const { text } = this.scene.standing.file;
    const whole = [...this.whole];
    const stretches = whole.map(({ span }) => ({ start: span.start, end: behindStatement(text, span).offset }));
    const edits: TextEdit[] = withoutStretches(text, stretches);
    const lost: Span[] = whole.map(({ span }) => span);
    for (const [statement, gone] of this.elements) {
      if (this.whole.has(statement)) continue;
      const spans = this.elementsIn(statement);
      if (gone.size === spans.length) return emptied;
      edits.push(...removed({ text, newline: this.scene.style.newline, elements: spans }, gone));
      lost.push(...spans.filter((_, at) => gone.has(at)));
    }
    const isLost = ({ span }: TextEdit) => lost.some(({ start, end }) => start <= span.start && span.end <= end);
    return this.impossible ?? [...edits, ...this.inside.filter((edit) => !isLost(edit))];
  }

  private elementsIn(statement: StatementPiece): readonly Span[] {
    const table = this.scene.standing.schema.tables.find(({ place }) => place?.span.start === statement.span.start);
    const making = table === undefined ? null : makingOf(this.grammar, this.scene.standing, table);
    return making?.elements.map(({ span }) => span) ?? [];
  }

  private takeElement(statement: StatementPiece, { start, end }: Span): void {
    const spans = this.elementsIn(statement);
    const at = spans.findIndex((span) => span.start <= start && end <= span.end);
    if (at < 0) this.fail();
    else if (spans[at]?.start === start)
      this.elements.set(statement, new Set([...(this.elements.get(statement) ?? []), at]));
    else this.takeStretch({ start, end });
  }

  private takeStretch({ start, end }: Span): void {
    const { text } = this.scene.standing.file;
    const blanks = /\s*$/.exec(text.slice(0, start))?.[0].length ?? 0;
    this.inside.push({ span: { start: start - blanks, end }, text: '' });
  }

  private takeAction(statement: StatementPiece, { start, end }: Span): void {
    const spans = actionsOf(statement).flatMap((tokens) => spanOf(tokens) ?? []);
    const at = spans.findIndex((span) => span.start <= start && end <= span.end);
    const first = statement.tokens.find(({ span }) => span.start === start);
    const isClause = first !== undefined && /^(?:unique|primary|check|references|constraint)$/.test(first.word);
    const action = spans[at];
    if (at < 0 || action === undefined) this.fail();
    else if (isClause && !/^add\s+(?:constraint|unique|primary|check)/i.test(this.textAt(action)))
      this.takeStretch({ start, end });
    else if (spans.length === 1) this.whole.add(statement);
    else {
      const { text } = this.scene.standing.file;
      this.inside.push(...removed({ text, newline: '', elements: spans }, new Set([at])));
    }
  }

  private textAt({ start, end }: Span): string {
    return this.scene.standing.file.text.slice(start, end);
  }

  private fail(): void {
    this.impossible ??= notPlain;
  }
}
