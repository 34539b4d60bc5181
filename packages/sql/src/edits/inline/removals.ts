import type { Change, Place, TextEdit } from '@canonical-schema/schema';
import { actionTokens, tokensOf } from '../../lints/idempotence/statement-tokens';
import { emptied, type Impossible, isImpossible, notPlain } from '../outcome';
import { definitionAt } from './alterations';
import { clausesIn, redefined } from './column-definition';
import { removed } from './list';
import { lostPlaces } from './lost-places';
import { withoutStatements } from './removal';
import { type Edits, type Scene, tableNamed } from './scene';
import {
  actionsOf,
  commentedPart,
  contentOf,
  elementsOf,
  isAbout,
  isRelation,
  type Statement,
  statementAt,
  statementsIn,
} from './statements';

/** The edits that take out of the file whatever a change takes out of the schema, and what is said about it. */
export function removals(change: Change, scene: Scene): Edits {
  const { standing, wanted } = scene;
  const gone = new Gone(scene);
  for (const place of lostPlaces(standing.schema, wanted)) gone.take(place);
  for (const statement of statementsIn(standing)) gone.takeWhatIsAbout(statement, change);
  const edits = gone.edits();
  return isImpossible(edits) ? edits : [...edits, ...keptNotNulls(scene)];
}

/** NOT NULL that a primary key brought stays without it. */
function keptNotNulls({ standing, wanted, around, style }: Scene): TextEdit[] {
  const keyless = standing.schema.tables.flatMap((table) => {
    const left = tableNamed(wanted, table);
    const isLost = table.primaryKey !== null && left !== null && left.primaryKey === null;
    const isKept = (name: string): boolean => left?.columns.some((column) => column.name === name) ?? false;
    const columns = isLost ? (table.primaryKey?.columns.filter(isKept) ?? []) : [];
    return table.columns.filter(({ name }) => columns.includes(name));
  });
  return keyless.flatMap((column) => {
    const statement = statementAt(standing, column.place);
    const definition = statement === null || column.place === null ? null : definitionAt(statement, column.place.span);
    if (statement === null || definition === null) return [];
    const written = { ...definition, text: statement.text, source: standing.file.text };
    const facts = { old: column, set: { nullable: false }, isKey: false, spelling: around.spelling };
    return (redefined(written, facts) ?? []).map((edit) => ({ ...edit, text: style.statement(edit.text) }));
  });
}

/** What goes out of the file, statement by statement. */
class Gone {
  private readonly whole = new Set<Statement>();
  private readonly elements = new Map<Statement, Set<number>>();
  private readonly inside: TextEdit[] = [];
  private impossible: Impossible | null = null;

  constructor(private readonly scene: Scene) {}

  take(place: Place | null): void {
    const statement = statementAt(this.scene.standing, place);
    if (statement === null || place === null) {
      this.fail();
      return;
    }
    if (place.span.start === statement.text.span.start) this.whole.add(statement);
    else if (contentOf(statement, 'CreateStmt') !== null) this.takeElement(statement, place);
    else if (actionsOf(statement).length > 0) this.takeAction(statement, place);
    else this.fail();
  }

  /** COMMENT ON it, and ALTER TABLE of it. */
  takeWhatIsAbout(statement: Statement, change: Change): void {
    if (change.kind === 'drop-table' && isAbout(statement, change.table)) this.whole.add(statement);
    if (change.kind === 'drop-column') {
      const isComment = commentedPart(statement, change.table)?.column === change.column;
      const isAltered = isRelation(contentOf(statement, 'AlterTableStmt')?.relation, change.table);
      const actions = isAltered ? actionsOf(statement) : [];
      const own = actions.filter(
        ({ command }) => command.name === change.column && command.subtype !== 'AT_DropConstraint',
      );
      if (isComment || (own.length > 0 && own.length === actions.length)) this.whole.add(statement);
      else if (own.length > 0) this.fail();
    }
    const isOwner =
      change.kind === 'drop-sequence' &&
      contentOf(statement, 'AlterSeqStmt')?.sequence?.relname === change.sequence.name;
    if (isOwner) this.whole.add(statement);
  }

  edits(): Edits {
    const statements = [...this.whole];
    const edits: TextEdit[] = withoutStatements(this.scene.standing, statements);
    for (const [statement, gone] of this.elements) {
      if (this.whole.has(statement)) continue;
      const elements = this.elementsIn(statement);
      if (gone.size === elements.length) return emptied;
      edits.push(...removed({ text: this.text, newline: this.scene.style.newline, elements }, gone));
    }
    const inWhole = ({ span }: TextEdit): boolean =>
      [...statements.map(({ text }) => text.span), ...this.removedElements()].some(
        ({ start, end }) => start <= span.start && span.end <= end,
      );
    edits.push(...this.inside.filter((edit) => !inWhole(edit)));
    return this.impossible ?? edits;
  }

  private get text(): string {
    return this.scene.standing.file.text;
  }

  private elementsIn(statement: Statement) {
    const content = contentOf(statement, 'CreateStmt');
    return (content && elementsOf(content, statement.text))?.map(({ span }) => span) ?? [];
  }

  private removedElements() {
    return [...this.elements].flatMap(([statement, gone]) =>
      this.elementsIn(statement).filter((_, at) => gone.has(at)),
    );
  }

  private takeElement(statement: Statement, { span }: Place): void {
    const content = contentOf(statement, 'CreateStmt');
    const elements = content && elementsOf(content, statement.text);
    const at = elements?.findIndex((element) => element.span.start <= span.start && span.end <= element.span.end) ?? -1;
    const element = elements?.[at];
    if (element === undefined) {
      this.fail();
      return;
    }
    if (element.span.start === span.start) {
      this.elements.set(statement, new Set([...(this.elements.get(statement) ?? []), at]));
      return;
    }
    if (element.column !== null) this.takeClause(statement, element.column, element.span, span.start);
  }

  private takeClause(
    statement: Statement,
    definition: Parameters<typeof clausesIn>[0]['definition'],
    span: Place['span'],
    start: number,
  ): void {
    const clauses = clausesIn({ definition, span, text: statement.text, source: this.text });
    const at = clauses.findIndex((clause) => clause.span.start === start);
    if (at < 0) {
      this.fail();
      return;
    }
    // The words of deferral behind a constraint are clauses of their own.
    let last = at;
    while (clauses[last + 1]?.node.contype?.startsWith('CONSTR_ATTR_')) last += 1;
    const end = clauses[last]?.span.end ?? start;
    const blanks = /\s*$/.exec(this.text.slice(0, start))?.[0].length ?? 0;
    this.inside.push({ span: { start: start - blanks, end }, text: '' });
  }

  private takeAction(statement: Statement, { span }: Place): void {
    const actions = actionsOf(statement);
    if (actions.length === 1) {
      const [action] = actions;
      const isClause =
        action?.column !== null && action?.column !== undefined && this.isInside(statement, action.column, span);
      if (isClause && action?.column)
        this.takeClause(statement, action.column, this.spanOf(statement, action.column), span.start);
      else this.whole.add(statement);
      return;
    }
    const tokens = actionTokens(tokensOf(statement.text));
    const spans = tokens.map((own) => ({ start: own[0]?.span.start ?? 0, end: own.at(-1)?.span.end ?? 0 }));
    const at = spans.findIndex(({ start, end }) => start <= span.start && span.end <= end);
    if (at < 0 || spans.length !== actions.length) this.fail();
    else this.inside.push(...removed({ text: this.text, newline: '', elements: spans }, new Set([at])));
  }

  private spanOf(statement: Statement, { location }: Parameters<typeof clausesIn>[0]['definition']) {
    return statement.text.placeAt(location).span;
  }

  private isInside(
    statement: Statement,
    definition: Parameters<typeof clausesIn>[0]['definition'],
    span: Place['span'],
  ): boolean {
    return this.spanOf(statement, definition).start < span.start;
  }

  private fail(): void {
    this.impossible ??= notPlain;
  }
}
