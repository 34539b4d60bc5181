import {
  apply,
  Catalog,
  CatalogError,
  type Change,
  constraintOf,
  diff,
  type Refused,
  type Schema,
  type SourceFile,
  type TextEdit,
  type Written,
} from '@canonical-schema/schema';
import { listedClauses } from '../ddl/ddl';
import type { Surroundings } from '../ddl/table-constraints';
import type { CanonicalOptions } from '../reader';
import { appendedEdit, type Comment, type WrittenChange } from './appended';
import { Draft } from './draft';
import type { EditLanguage } from './edit-language';
import type { FileStyle } from './file-style';
import { type Before, type Impossible, isImpossible } from './outcome';
import { placeOf, refusedOutright } from './refused-outright';
import type { Scene } from './scene';
import type { SecondRun, Standing } from './standing';

/** Where changes of the canonical file go: as statements at its end, or into the statements that made the objects. */
export type Placement = 'append' | 'inline';

/** Changes to make in a canonical file. */
export interface CanonicalEdit {
  readonly file: SourceFile;
  /** In an order in which the server can make them. */
  readonly changes: readonly Change[];
  readonly placement: Placement;
  /** What the lines above appended statements say; null for nothing, what the version log would say where it is absent. */
  readonly comment?: string | null;
  /** How the file is read. */
  readonly options?: CanonicalOptions;
}

/**
 * The edits of a canonical file that make changes of its schema. The edited text is read again before it is given: it
 * says what the changes make of the schema and nothing else, and where the file could be run twice it still can.
 * What cannot be done in one placement is done in the other; what can be done in neither is refused, and then nothing is
 * edited. The dialect's parser must have been loaded before.
 */
export function editCanonical<S extends Standing>(request: CanonicalEdit, language: EditLanguage<S>): Written {
  const { file, changes, options = {} } = request;
  if (changes.length === 0) return { edits: [], refused: [] };
  const first = language.standingOf(file.path, file.text, options);
  const refused = refusedOutright(changes, first, language);
  if (refused.length > 0) return { edits: [], refused };
  const editing = new Editing(request, first, language);
  const outcome = editing.atOnce() ?? editing.inTwo() ?? editing.oneByOne();
  if (!(outcome instanceof Draft)) return { edits: [], refused: [outcome] };
  const edits = outcome.edits();
  return { edits: edits.length === 0 ? [] : [{ kind: 'edit', path: file.path, edits }], refused: [] };
}

/** The text between two changes. */
interface Step<S extends Standing> {
  readonly draft: Draft;
  readonly standing: S;
  /** Were statements put at the end already? */
  readonly hasAppended: boolean;
}

/** One request under way. */
class Editing<S extends Standing> {
  private readonly style: FileStyle;
  private readonly options: CanonicalOptions;
  private readonly wanted: Schema;
  private readonly again: SecondRun;
  /** Does a second run of the file leave the schema as it is? */
  private readonly isStable: boolean;

  constructor(
    private readonly request: CanonicalEdit,
    private readonly first: S,
    private readonly language: EditLanguage<S>,
  ) {
    this.options = request.options ?? {};
    this.wanted = apply(first.schema, request.changes, this.language.sqlText);
    this.style = language.fileStyleOf(first, this.wanted);
    this.again = language.secondRun(first, this.options);
    this.isStable = language.runsTwice && areSame(this.again.schema, first.schema);
  }

  /** All changes in one block at the end; null where that does not do. The new name of a thing stands where it is made. */
  atOnce(): Draft | null {
    const { placement, changes } = this.request;
    if (placement !== 'append' || changes.some((change) => this.isMadeInPlace(change))) return null;
    const step = this.appended(this.start(), this.request.changes);
    const isHeld = this.request.changes.some((change) => this.language.heldBy(change, this.first) !== null);
    return isHeld || isImpossible(step) || this.faultOf(step.standing, this.wanted) !== null ? null : step.draft;
  }

  /** What goes would stay in a file that is not held to a second run. */
  private isMadeInPlace(change: Change): boolean {
    return change.kind.startsWith('rename-') || (!this.language.runsTwice && isOfMaking(change));
  }

  /**
   * What goes or gets another name where it was made, and then everything else in one block at the end; null where the
   * changes cannot be made in that order.
   */
  inTwo(): Draft | null {
    const { placement, changes } = this.request;
    if (placement !== 'append') return null;
    const [inPlace, rest] = [changes.filter(isOfMaking), changes.filter((change) => !isOfMaking(change))];
    if (inPlace.length === 0 || rest.length === 0 || !this.leadsTo([...inPlace, ...rest])) return null;
    let step = this.start();
    let wanted = this.first.schema;
    for (const change of inPlace) {
      wanted = apply(wanted, [change], this.language.sqlText);
      const next = this.stepOf(change, step, wanted, placement);
      if (isImpossible(next)) return null;
      step = next;
    }
    const last = this.appended(step, rest);
    return isImpossible(last) || this.faultOf(last.standing, this.wanted) !== null ? null : last.draft;
  }

  private leadsTo(changes: readonly Change[]): boolean {
    try {
      return areSame(apply(this.first.schema, changes, this.language.sqlText), this.wanted);
    } catch (error) {
      if (error instanceof CatalogError) return false;
      throw error;
    }
  }

  /** Change after change, each in the first placement that does. */
  oneByOne(): Draft | Refused {
    const outcome = this.oneAfterTheOther(this.request.placement);
    if (outcome instanceof Draft || this.language.altersTables) return outcome;
    // What ALTER TABLE makes cannot be completed inside CREATE TABLE: then all of it stands there.
    const inPlace = this.oneAfterTheOther('inline');
    return inPlace instanceof Draft ? inPlace : outcome;
  }

  private oneAfterTheOther(placement: Placement): Draft | Refused {
    let step = this.start();
    let wanted = this.first.schema;
    for (const change of this.request.changes) {
      wanted = apply(wanted, [change], this.language.sqlText);
      const next = this.stepOf(change, step, wanted, placement);
      if (isImpossible(next)) return { change, place: placeOf(change, step.standing.schema), ...next };
      step = next;
    }
    return step.draft;
  }

  private start(): Step<S> {
    return { draft: Draft.of(this.first.file.text), standing: this.first, hasAppended: false };
  }

  private stepOf(change: Change, step: Step<S>, wanted: Schema, placement: Placement): Step<S> | Impossible {
    const append = (): Step<S> | Impossible => this.appended(step, [change]);
    const inline = (): Step<S> | Impossible => this.inlined(step, change, wanted);
    const isInPlace = placement === 'inline' || isOfMaking(change);
    const ways = isInPlace ? [inline, append] : [append, inline];
    let reason: Impossible | null = this.language.heldBy(change, step.standing);
    if (reason !== null) return reason;
    for (const way of ways) {
      const next = way();
      const fault = isImpossible(next) ? next : this.faultOf(next.standing, wanted);
      if (fault === null && !isImpossible(next)) return next;
      reason ??= fault;
    }
    return reason ?? { why: 'Nothing can be written for this change.', remedy: 'Write it into the SQL file by hand.' };
  }

  private appended(step: Step<S>, changes: readonly Change[]): Step<S> | Impossible {
    const written = this.written(step.standing, changes);
    if (isImpossible(written)) return written;
    const { standing } = step;
    const { bulletsOf } = this.language;
    const end = this.language.endOfStatements(standing);
    const appending = { standing, end, style: this.style, bulletsOf };
    const edit = appendedEdit(written, appending, this.comment(), step.hasAppended);
    return { ...this.after(step, [edit]), hasAppended: true };
  }

  private comment(): Comment {
    const { comment } = this.request;
    if (comment === undefined) return { kind: 'own' };
    return { kind: 'said', lines: comment === null || comment.trim() === '' ? [] : comment.trim().split(/\r?\n/) };
  }

  private written(standing: S, changes: readonly Change[]): readonly WrittenChange[] | Impossible {
    const before = this.before(standing);
    const all: WrittenChange[] = [];
    for (const change of changes) {
      const statements = this.language.statementsOf(change, before);
      if (isImpossible(statements)) return statements;
      all.push({ change, statements });
      before.catalog.apply(change);
    }
    return all;
  }

  private inlined(step: Step<S>, change: Change, wanted: Schema): Step<S> | Impossible {
    const before = this.before(step.standing);
    const scene: Scene<S> = { standing: step.standing, wanted, style: this.style, around: before.around };
    const edits = this.language.inlineEdits(change, scene, before);
    return isImpossible(edits) ? edits : this.withOldNames(this.after(step, edits), wanted);
  }

  /**
   * PostgreSQL keeps the names that it made when a table or column gets another: they have to be written where they
   * would now be made otherwise.
   */
  private withOldNames(step: Step<S>, wanted: Schema): Step<S> {
    const { standing } = step;
    const renames = diff(standing.schema, wanted);
    const isMade = renames.length > 0 && renames.every((change) => isRenameOfMadeName(change, standing.schema));
    if (!isMade) return step;
    const before = this.before(standing);
    const scene: Scene<S> = { standing, wanted, style: this.style, around: before.around };
    const edits = renames.map((change) => this.language.inlineEdits(change, scene, before));
    return edits.some(isImpossible)
      ? step
      : this.after(
          step,
          edits.flatMap((some) => (isImpossible(some) ? [] : some)),
        );
  }

  private before({ catalog: schema }: S): Before {
    const catalog = new Catalog(schema, this.language.sqlText);
    const postgres = Number.parseInt(this.options.version ?? '', 10) || newestPostgres;
    return { catalog, around: this.surroundings(catalog), postgres };
  }

  /** What could not be read has been refused before: all that is asked for can be written. */
  private surroundings(catalog: Catalog): Surroundings {
    const isThere = (schema: string, name: string): boolean => catalog.table({ schema, name }) !== null;
    return {
      spelling: this.style.spelling,
      listedClauses: listedClauses(this.wanted, this.style.spelling.language),
      names: this.style.spelling.language.madeNames(this.wanted),
      unwritable: { whyNot: () => null, whyNotAll: () => null },
      order: {
        tables: [],
        isWritten: () => true,
        isReady: (table, { references }) =>
          !this.language.demandsTargets ||
          isThere(references.schema, references.table) ||
          (references.table === table.name && references.schema === table.schema),
      },
    };
  }

  private after(step: Step<S>, edits: readonly TextEdit[]): Step<S> {
    const draft = step.draft.with(edits);
    return { ...step, draft, standing: this.language.standingOf(this.first.file.path, draft.text, this.options) };
  }

  private departures(a: Schema, b: Schema): readonly Change[] {
    const { madeNamesFollow } = this.language;
    return diff(a, b).filter((change) => !madeNamesFollow || !isRenameOfMadeName(change, a));
  }

  /** Why the edited text will not do; null where it does. */
  private faultOf(after: S, wanted: Schema): Impossible | null {
    const departures = [...this.departures(after.schema, wanted), ...this.departures(wanted, after.schema)];
    if (departures.length > 0) {
      const [departure] = this.language.bulletsOf(departures);
      return { why: `The file would not say then what it should: ${departure}.`, remedy: byHand };
    }
    if (after.faults > this.first.faults) {
      return { why: 'The file would then hold a statement that cannot be carried out.', remedy: byHand };
    }
    if (!this.isStable) return null;
    const again = this.language.secondRun(after, this.options);
    if (again.failures <= this.again.failures && areSame(again.schema, after.schema)) return null;
    return { why: 'The file could not be run twice any more.', remedy: byHand };
  }
}

/** What goes or gets another name would come again, on a second run, with the statements that made it. */
function isOfMaking({ kind }: Change): boolean {
  return kind.startsWith('drop-') || kind.startsWith('rename-');
}

/** Does it give another name to what nobody named? */
function isRenameOfMadeName(change: Change, { tables }: Schema): boolean {
  if (change.kind !== 'rename-constraint' && change.kind !== 'rename-index') return false;
  const table = tables.find(({ schema, name }) => schema === change.table.schema && name === change.table.name);
  if (table === undefined) return false;
  if (change.kind === 'rename-constraint') return constraintOf(table, change.constraint)?.nameGiven === false;
  return table.indexes.find(({ name }) => name === change.index)?.nameGiven === false;
}

/** The version that is assumed where none is known. */
const newestPostgres = 18;

const byHand = 'Write it into the SQL file by hand.';

function areSame(a: Schema, b: Schema): boolean {
  return diff(a, b).length === 0 && diff(b, a).length === 0;
}
