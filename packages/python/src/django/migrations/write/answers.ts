import type { Change, Place, Schema, TableRef, UnfilledColumn } from '@canonical-schema/schema';
import type { Questioner } from '../missing/detection';
import { isMadeNow } from '../missing/field-questions';
import type { FieldFacts, ModelFacts } from '../missing/model-facts';
import { nameTerm, noneTerm, type Term } from '../missing/term';
import { defaultTerm } from './default-term';

/** A table or column that got another name. */
export type Rename = Extract<Change, { readonly kind: 'rename-table' | 'rename-column' }>;

/** The value that rows get once, where they are when a column comes that cannot be NULL, or may no longer be. */
export interface OneOffDefault {
  readonly table: TableRef;
  readonly column: string;
  /** Python, as one would answer `makemigrations`: `0`, `'EUR'`; null where no row needs it. */
  readonly value: string | null;
}

/** A question of `makemigrations` that nobody answered. */
export interface OpenQuestion {
  readonly why: string;
  readonly remedy: string;
  readonly place: Place | null;
  /** The column whose rows need a value, where that is the question. */
  readonly unfilled?: UnfilledColumn;
}

/** What is known of the answers. */
export interface KnownAnswers {
  /** All renames; absent where nobody was asked. */
  readonly renames: readonly Rename[] | undefined;
  readonly oneOffDefaults: readonly OneOffDefault[];
  /** Whose defaults answer for new columns. */
  readonly canonical: Schema | undefined;
  /** A text of Python as a term; null for what is no constant. */
  termOf(python: string): Term | null;
}

/** Answers what `makemigrations` asks, and gathers what is open. */
export class Answers implements Questioner {
  readonly open: OpenQuestion[] = [];

  constructor(private readonly known: KnownAnswers) {}

  isRenamedModel(old: ModelFacts, model: ModelFacts): boolean {
    const [from, to] = [old.table, model.table];
    if (from === null || to === null) return false;
    if (isSame(from, to)) return true;
    const { renames } = this.known;
    if (renames !== undefined) {
      return renames.some((each) => each.kind === 'rename-table' && isSame(each.table, from) && isSame(each.to, to));
    }
    this.ask(
      `The model ${old.app}.${old.name} is gone and ${model.name} is new, with the same fields: it may be a rename.`,
      `Say whether the table ${from.name} is called ${to.name} now.`,
      model.place,
    );
    return false;
  }

  isRenamedField(model: ModelFacts, old: FieldFacts, field: FieldFacts): boolean {
    const [from, to] = [old.column, field.column];
    const isJoin = field.remote?.manyToMany === true;
    if (from === to && !isJoin) return true;
    const { renames } = this.known;
    const { table } = model;
    if (renames !== undefined) {
      return renames.some(
        (each) =>
          each.kind === 'rename-column' && each.column === from && each.to === to && this.isTableOf(each.table, model),
      );
    }
    this.ask(
      `The field ${old.name} of ${model.app}.${model.name} is gone and ${field.name} is new and like it: it may be a rename.`,
      `Say whether the column ${from} of ${table?.name ?? model.name} is called ${to} now.`,
      field.place,
    );
    return false;
  }

  valueOfAdded(model: ModelFacts, field: FieldFacts): Term {
    // Django offers the present moment itself.
    if (isMadeNow(field)) return nameTerm('django.utils.timezone.now', 'django.utils.timezone');
    const found = this.answered(model, field) ?? this.canonicalDefault(model, field);
    if (found !== null && found !== 'unneeded') return found;
    this.ask(
      `The field ${field.name} is new on ${model.app}.${model.name}, which may have rows, cannot be NULL and has no default.`,
      'Give it a default, or let it be NULL; or add it with null=True, fill it in, and make it NOT NULL afterwards; or say which value the rows that are there get.',
      field.place,
      this.unfilled(model, field, true),
    );
    return noneTerm;
  }

  valueOfNulls(model: ModelFacts, field: FieldFacts): Term | null {
    const found = this.answered(model, field) ?? this.canonicalDefault(model, field);
    if (found === 'unneeded') return null;
    if (found !== null) return found;
    this.ask(
      `The field ${field.name} of ${model.app}.${model.name} may no longer be NULL, and rows may be.`,
      'Fill the rows in first and say that none is NULL any more, give the field a default, or say which value they get.',
      field.place,
      this.unfilled(model, field, false),
    );
    return null;
  }

  private answered(model: ModelFacts, field: FieldFacts): Term | 'unneeded' | null {
    const { column } = field;
    const answer = this.known.oneOffDefaults.find(
      (each) => each.column === column && this.isTableOf(each.table, model),
    );
    if (answer === undefined) return null;
    return answer.value === null ? 'unneeded' : this.known.termOf(answer.value);
  }

  private canonicalDefault(model: ModelFacts, field: FieldFacts): Term | null {
    const table = this.known.canonical?.tables.find((each) => this.isTableOf(each, model));
    const column = table?.columns.find(({ name }) => name === field.column);
    return column === undefined ? null : defaultTerm(column, field);
  }

  private isTableOf(table: TableRef, model: ModelFacts): boolean {
    return model.table !== null && isSame(model.table, table);
  }

  private unfilled(model: ModelFacts, field: FieldFacts, isNew: boolean): UnfilledColumn | undefined {
    const [{ table }, { column }] = [model, field];
    return table === null || column === null ? undefined : { table, column, isNew };
  }

  private ask(why: string, remedy: string, place: Place | null, unfilled?: UnfilledColumn): void {
    this.open.push({ why, remedy, place, ...(unfilled === undefined ? {} : { unfilled }) });
  }
}

function isSame(a: TableRef, b: TableRef): boolean {
  return a.name === b.name && a.schema === b.schema;
}
