import { type Change, constraintOf, type Span, type TableRef, tableLabel } from '@canonical-schema/schema';
import { columnParts } from '../../ddl/column-text';
import { constraintText } from '../../ddl/constraint-text';
import { indexPieces, indexText } from '../../ddl/index-text';
import { tableOption } from '../../ddl/table-text';
import { definitionOf, madeNameOf } from '../constraint-statements';
import { commonColumn, isTargetMade } from '../inline/additions';
import { headingFor } from '../inline/heading';
import { insertedBehind } from '../inline/list';
import type { Before, ChangeOf, Impossible, Statements } from '../outcome';
import { isImpossible } from '../outcome';
import type { Edits, Scene } from '../scene';
import { clausesOf } from './column-clauses';
import { behindStatement, endOfStatements, type GrammarDialect, type GrammarStanding } from './grammar-standing';
import { withoutIndexName } from './impossible';
import { redefined } from './redefined-column';
import { removals } from './removals';
import { renamedColumn, renamedObject, renamedTable } from './renames';
import { headOf, type Making, makingOf, sameName, statementAt, tableNamed, tokensWithin } from './table-statement';

type GrammarScene = Scene<GrammarStanding>;

/** Makes changes in the statements that made their objects, or says why that cannot be done. */
export class InlineEdits {
  constructor(
    private readonly dialect: GrammarDialect,
    private readonly statementsOf: (change: Change, before: Before) => Statements,
  ) {}

  edits = (change: Change, scene: GrammarScene, before: Before): Edits => {
    switch (change.kind) {
      case 'add-table':
        return this.addedTable(change, scene, before);
      case 'add-column':
        return this.addedColumn(change, scene);
      case 'alter-column':
        return this.alteredColumn(change, scene);
      case 'add-constraint':
        return this.addedConstraint(change, scene);
      case 'add-index':
        return this.addedIndex(change, scene);
      case 'set-table-comment':
        return this.tableComment(change, scene);
      case 'drop-table':
      case 'drop-column':
      case 'drop-constraint':
      case 'drop-index':
        return removals(change, scene, this.dialect.grammar);
      case 'rename-table':
        return renamedTable(change, scene);
      case 'rename-column':
        return renamedColumn(change, scene);
      case 'rename-constraint':
        return this.renamedConstraint(change, scene);
      case 'rename-index':
        return this.renamedIndex(change, scene);
      default:
        return onlyAppended;
    }
  };

  /** A new table behind everything that it may reference, under a heading like those of the others. */
  private addedTable(change: ChangeOf<'add-table'>, { style, standing }: GrammarScene, before: Before): Edits {
    const statements = this.statementsOf(change, before);
    if (isImpossible(statements)) return statements;
    const { offset, missing, isStart } = endOfStatements(this.dialect, standing);
    const last = standing.statements.findLast((statement) => headOf(statement).kind === 'create-table');
    const comments = this.dialect.sql.commentsOf(standing.file);
    const heading = headingFor(change.table, standing.file.text, last?.span.start ?? null, comments);
    const [made = '', ...below] = statements;
    const text = below.length === 0 ? made : `${made}\n\n${below.join('\n')}`;
    const gap = isStart ? '' : style.newline + style.newline;
    const behind = isStart ? style.newline : '';
    const written = missing + gap + heading.join(style.newline) + style.statement(text) + behind;
    return [{ span: { start: offset, end: offset }, text: written }];
  }

  /** A new column behind the last one of CREATE TABLE. */
  private addedColumn({ table, column }: ChangeOf<'add-column'>, scene: GrammarScene): Edits {
    const making = makingOf(this.dialect.grammar, scene.standing, table);
    const at = making?.elements.findLastIndex(({ isColumn }) => isColumn) ?? -1;
    if (making === null || at < 0) return notMadePlainly(table);
    const { name, type, clauses } = columnParts(column, {
      ...{ isKey: false, unwritable: null, nextval: null, inline: [], spelling: scene.around.spelling },
    });
    const aligned = alignedText(name, type, clauses.join(' '), making, scene.standing.file.text);
    return insertedBehind(listOf(making, scene), at, scene.style.statement(aligned));
  }

  /** Other facts of a column, where it is defined. */
  private alteredColumn({ table, column, set }: ChangeOf<'alter-column'>, scene: GrammarScene): Edits {
    const { standing, around, style } = scene;
    const owner = tableNamed(standing.schema, table);
    const old = owner?.columns.find(({ name }) => name === column);
    const statement = statementAt(standing, old?.place ?? null);
    if (owner === null || old === undefined || old.place === null || statement === null)
      return elsewhere(table, column);
    const facts = { old, set, isKey: owner.primaryKey?.columns.includes(column) ?? false, spelling: around.spelling };
    const edits = redefined(tokensWithin(statement, old.place.span), standing.file.text, facts);
    return edits?.map((edit) => ({ ...edit, text: style.statement(edit.text) })) ?? elsewhere(table, column);
  }

  /** A new constraint at the end of CREATE TABLE. */
  private addedConstraint({ table, constraint }: ChangeOf<'add-constraint'>, scene: GrammarScene): Edits {
    const { around, style, standing } = scene;
    const { language } = around.spelling;
    const making = makingOf(this.dialect.grammar, standing, table);
    if (making === null) return notMadePlainly(table);
    const isEarly = constraint.kind === 'foreign-key' && language.demandsTargets;
    if (isEarly && !isTargetMade(constraint, making.table, making.statement.span, standing.schema)) {
      return {
        why: `The file makes ${constraint.references.table} later than ${table.name}, which would reference it.`,
        remedy: 'Write the change into the SQL file by hand.',
      };
    }
    const { part, label } = madeNameOf(constraint);
    const name = constraint.name ?? (language.namesConstraints ? around.names.free(table, part, label) : null);
    const isMade = !constraint.nameGiven && around.names.isMade(table, name, part, label);
    const sql = constraintText(isMade ? null : name, definitionOf(constraint, around.spelling), language);
    return insertedBehind(listOf(making, scene), making.elements.length - 1, style.statement(sql));
  }

  /** A new index among the table's elements where these hold indexes, or below the table's other statements. */
  private addedIndex({ table, index }: ChangeOf<'add-index'>, scene: GrammarScene): Edits {
    const { standing, style, around } = scene;
    const found = tableNamed(standing.schema, table);
    if (found === null) return notMadePlainly(table);
    const named = withoutIndexName(index, table, around);
    if (around.spelling.language.indexesStandInTables) {
      const making = makingOf(this.dialect.grammar, standing, table);
      if (making === null) return notMadePlainly(table);
      const [piece] = indexPieces(named, found, around);
      return insertedBehind(listOf(making, scene), making.elements.length - 1, style.statement(piece?.text ?? ''));
    }
    const last = standing.statements.findLast((statement) => sameName(headOf(statement).table, table.name));
    if (last === undefined) return notMadePlainly(table);
    const { offset, missing } = behindStatement(standing.file.text, last.span);
    const gap = headOf(last).kind === 'create-index' ? style.newline : style.newline + style.newline;
    return [
      { span: { start: offset, end: offset }, text: missing + gap + style.statement(indexText(named, found, around)) },
    ];
  }

  /** The comment among the options behind CREATE TABLE's brackets. */
  private tableComment(
    { table, comment }: ChangeOf<'set-table-comment'>,
    { standing, around, style }: GrammarScene,
  ): Edits {
    const { language } = around.spelling;
    const making = makingOf(this.dialect.grammar, standing, table);
    if (making === null || language.comments !== 'clauses') return notMadePlainly(table);
    const { options, statement } = making;
    const at = options.findIndex(({ word }) => word === 'comment');
    const literal = options.slice(at).find(({ kind }) => kind === 'string');
    if (at >= 0 && literal !== undefined && comment !== null) {
      return [{ span: literal.span, text: language.quoteText(comment) }];
    }
    const closing = statement.tokens.at(-1 - options.length)?.span.end ?? statement.span.end;
    if (comment !== null) {
      return [{ span: { start: closing, end: closing }, text: style.statement(` ${tableOption(comment, language)}`) }];
    }
    const before = options[at - 1]?.span.end ?? closing;
    return literal === undefined ? [] : [{ span: { start: before, end: literal.span.end }, text: '' }];
  }

  private renamedIndex({ table, index, to }: ChangeOf<'rename-index'>, scene: GrammarScene): Edits {
    const own = tableNamed(scene.standing.schema, table)?.indexes.find(({ name }) => name === index);
    if (own?.nameGiven !== false) return renamedObject(index, to, scene, ['index', 'key', 'exists']);
    return this.namedKey(own.place?.span ?? null, to, scene);
  }

  private renamedConstraint({ table, constraint, to }: ChangeOf<'rename-constraint'>, scene: GrammarScene): Edits {
    const owner = tableNamed(scene.standing.schema, table);
    const own = owner && constraintOf(owner, constraint);
    if (own === null || own.place === null) return onlyAppended;
    const words = ['constraint', 'exists', 'key', 'index', 'unique'];
    if (own.nameGiven) return renamedObject(constraint.name, to, scene, words);
    // Behind a column a key of these servers cannot have a name.
    if (this.dialect.grammar.traits.uniquesAreIndexes && !this.isElement(table, own.place.span, scene))
      return onlyAppended;
    const { quoteName } = scene.around.spelling.language;
    const { start } = own.place.span;
    return [{ span: { start, end: start }, text: scene.style.statement(`CONSTRAINT ${quoteName(to)} `) }];
  }

  private isElement(table: TableRef, { start }: Span, { standing }: GrammarScene): boolean {
    const making = makingOf(this.dialect.grammar, standing, table);
    return making?.elements.some(({ span }) => span.start === start) ?? false;
  }

  /** A name behind INDEX or KEY. */
  private namedKey(span: Span | null, to: string, { standing, around }: GrammarScene): Edits {
    const statement = standing.statements.find(
      (one) => span !== null && one.span.start <= span.start && span.end <= one.span.end,
    );
    const tokens = span === null || statement === undefined ? [] : tokensWithin(statement, span);
    const word = tokens.findLast((token) => token.word === 'index' || token.word === 'key');
    if (word === undefined) return onlyAppended;
    const at = { start: word.span.end, end: word.span.end };
    return [{ span: at, text: ` ${around.spelling.language.quoteName(to)}` }];
  }
}

function listOf({ elements }: Making, { standing, style }: GrammarScene) {
  return { text: standing.file.text, newline: style.newline, elements: elements.map(({ span }) => span) };
}

/** The definition, its type and clauses below those of its neighbours where these stand in columns. */
function alignedText(name: string, type: string, clauses: string, { elements }: Making, text: string): string {
  const columns = elements.filter(({ isColumn }) => isColumn);
  const parts = columns.map(({ tokens }) => clausesOf(tokens));
  const offset = (at: number, start: number | undefined): number =>
    start === undefined ? -1 : start - (columns[at]?.span.start ?? 0);
  const typeAt = commonColumn(
    parts.map((part, at) => offset(at, part?.type?.start)),
    columns,
    text,
  );
  const clauseAt =
    typeAt === 0
      ? 0
      : commonColumn(
          parts.map((part, at) => offset(at, part?.clauses[0]?.span.start)),
          columns,
          text,
        );
  const start = `${name} `.padEnd(typeAt);
  if (clauses === '') return (start + type).trimEnd();
  return type === '' ? start + clauses : `${start}${type} `.padEnd(clauseAt) + clauses;
}

/** That a table is not made by a CREATE TABLE which can be edited. */
function notMadePlainly(table: TableRef): Impossible {
  return {
    why: `${table.name} is not made by a plain CREATE TABLE.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}

function elsewhere(table: TableRef, column: string): Impossible {
  return {
    why: `${tableLabel(table)}.${column} is not defined by one plain definition alone.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
}

const onlyAppended: Impossible = {
  why: 'This change has no place in the statements that made its object.',
  remedy: 'Write it into the SQL file by hand.',
};
