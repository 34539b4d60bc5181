import type { Column, Table } from '@canonical-schema/schema';
import type { Call, Expression, Statement } from '../../syntax/ast';
import type { ColumnDescription, TableDescription } from '../description';
import type { LoadedModels } from '../load-models';
import type { ModelFile, ModelFiles } from './model-file';

/** How a class or table writes its columns. */
export type ColumnForm =
  /** `name = Column(Integer)` */
  | 'column'
  /** `name: Mapped[int] = mapped_column()` */
  | 'mapped'
  /** `name: int = Field()` */
  | 'sqlmodel'
  /** `Column("name", Integer)` within `Table(...)` */
  | 'core';

/** A column with the text that makes it. */
export interface SourceColumn {
  readonly table: TableDescription;
  readonly column: ColumnDescription;
  /** As `create_all` makes it. */
  readonly emitted: Column;
  readonly file: ModelFile;
  readonly form: ColumnForm;
  /** `Column(...)`, `mapped_column(...)`, `Field(...)`; null for an annotation alone. */
  readonly call: Call | null;
  /** The `X` of `Mapped[X]`, or SQLModel's whole annotation; null for none. */
  readonly annotation: Expression | null;
  readonly statement: Statement;
}

/** The text of every column outside functions, in source order. */
export function sourceColumns(loaded: LoadedModels, files: ModelFiles): readonly SourceColumn[] {
  const emitted = new Map(loaded.schema.tables.map((table) => [emittedKey(table), table]));
  return loaded.models.tables.flatMap((table) => {
    const made = emitted.get(emittedKey({ schema: table.schema ?? 'public', name: table.name }));
    return table.columns.flatMap((column) => {
      const shown = made?.columns.find(({ name }) => name === column.name);
      const file = table.external ? null : files.at(column.place.path);
      const source = shown === undefined || file === null ? null : sourceOf(table, column, shown, file);
      return source === null ? [] : [source];
    });
  });
}

function emittedKey({ schema, name }: Pick<Table, 'schema' | 'name'>): string {
  return JSON.stringify([schema, name]);
}

function sourceOf(
  table: TableDescription,
  column: ColumnDescription,
  emitted: Column,
  file: ModelFile,
): SourceColumn | null {
  const found = { table, column, emitted, file };
  const placed = file.callAt(column.place.span);
  if (placed !== null) {
    const { call, statement, within } = placed;
    const annotation = statement.kind === 'annotated' ? statement.annotation : null;
    const callee = calleeName(call);
    if (callee === 'mapped_column') return { ...found, form: 'mapped', call, statement, annotation: inner(annotation) };
    const isInTable = within.some((each) => calleeName(each) === 'Table');
    return { ...found, form: isInTable ? 'core' : 'column', call, statement, annotation: inner(annotation) };
  }
  const statement = file.annotatedAt(column.place.span);
  if (statement === null) return null;
  const field = statement.value?.kind === 'call' ? statement.value : null;
  if (field !== null && calleeName(field) === 'Field')
    return { ...found, form: 'sqlmodel', call: field, statement, annotation: statement.annotation };
  const argument = inner(statement.annotation);
  const isMapped = argument !== null && argument !== statement.annotation;
  return { ...found, form: isMapped ? 'mapped' : 'sqlmodel', call: field, statement, annotation: argument };
}

/** The last name of what a call calls. */
export function calleeName({ callee }: Call): string | null {
  if (callee.kind === 'name' || callee.kind === 'attribute') return callee.name;
  return null;
}

/** The inside of `Mapped[...]`; other annotations as they are. */
function inner(annotation: Expression | null): Expression | null {
  if (annotation?.kind !== 'subscript') return annotation;
  const name = annotation.of.kind === 'name' || annotation.of.kind === 'attribute' ? annotation.of.name : '';
  return name === 'Mapped' ? (annotation.index[0] ?? null) : annotation;
}
