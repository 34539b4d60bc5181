import { listed } from './django-text';
import type { Style } from './styles';
import type { ColumnKind, SeededColumn, SeededTable } from './tables';

/** The SQLAlchemy models of the tables, as one module. */
export function sqlAlchemyText(tables: readonly SeededTable[], style: Style): string {
  const body = tables.flatMap((table) =>
    style.sqlalchemy === 'table' ? ['', ...coreLines(table, style)] : ['', '', ...classLines(table, style)],
  );
  return `${[...importLines(tables, style), '', ...baseLines(style), ...body].join('\n')}\n`;
}

function importLines(tables: readonly SeededTable[], style: Style): string[] {
  const mapped = style.sqlalchemy === 'mapped';
  const python = mapped
    ? ['from datetime import date, datetime', 'from decimal import Decimal', 'from typing import Optional', '']
    : [];
  const orm =
    style.sqlalchemy === 'table'
      ? []
      : [`from sqlalchemy.orm import ${mapped ? 'DeclarativeBase, Mapped, mapped_column' : 'declarative_base'}`];
  if (style.sqlalchemy === 'sa')
    return ['import sqlalchemy as sa', 'from sqlalchemy.dialects import postgresql as pg', ...orm];
  const all = namesUsed(tables, style);
  const general = all.filter((name) => name !== 'JSONB');
  return [
    ...python,
    'from sqlalchemy import (',
    ...listed(general, '    ', style),
    ')',
    'from sqlalchemy.dialects.postgresql import JSONB',
    ...orm,
  ];
}

function namesUsed(tables: readonly SeededTable[], style: Style): string[] {
  const columns = tables.flatMap((table) => table.columns);
  const names = new Set([
    ...columns.map(({ kind }) => kind.type[0]),
    ...['BigInteger', 'ForeignKey', 'Index', 'CheckConstraint', 'UniqueConstraint'],
    ...(columns.some((column) => column.default !== undefined) ? ['text'] : []),
    ...(style.key === 'identity' ? ['Identity'] : []),
    ...(style.sqlalchemy === 'mapped' ? [] : ['Column']),
    ...(style.sqlalchemy === 'table' ? ['MetaData', 'Table'] : []),
  ]);
  return [...names].sort();
}

function baseLines({ sqlalchemy }: Style): string[] {
  if (sqlalchemy === 'table') return ['metadata = MetaData()'];
  if (sqlalchemy === 'mapped') return ['', 'class Base(DeclarativeBase):', '    pass'];
  return ['Base = declarative_base()'];
}

const keyArguments = (style: Style) => [
  typeText({ type: ['BigInteger'] }, style),
  ...(style.key === 'identity' ? [called('Identity', [], style)] : []),
  'primary_key=True',
];

function classLines(table: SeededTable, style: Style): string[] {
  const { quote } = style;
  const args = tableArguments(table, style);
  const argLines = argumentLines(table, args, style);
  const column = style.sqlalchemy === 'mapped' ? 'mapped_column' : 'Column';
  const annotation = style.sqlalchemy === 'mapped' ? ': Mapped[int]' : '';
  return [
    `class ${table.model}(Base):`,
    `    __tablename__ = ${quote}${table.name}${quote}`,
    ...(style.tableArgs === 'first' ? argLines : []),
    '',
    `    id${annotation} = ${called(column, keyArguments(style), style)}`,
    ...table.columns.flatMap((each) => columnLines(each, style)),
    ...(style.tableArgs === 'first' || argLines.length === 0 ? [] : ['', ...argLines]),
  ];
}

function argumentLines({ comment }: SeededTable, args: readonly string[], style: Style): string[] {
  const { quote } = style;
  const options = [
    ...(style.tableArgs === 'with-options' ? [`${quote}info${quote}: {${quote}kept${quote}: True}`] : []),
    ...(comment === undefined ? [] : [`${quote}comment${quote}: ${quote}${comment}${quote}`]),
  ];
  const dictionary = options.length === 0 ? [] : [`{${options.join(', ')}}`];
  if (args.length === 0) return dictionary.map((text) => `    __table_args__ = ${text}`);
  const items = [...args, ...dictionary];
  // A tuple of one is a tuple by its comma alone.
  const lines = listed(items, '        ', items.length === 1 ? { ...style, trailingComma: true } : style);
  return ['    __table_args__ = (', ...lines, '    )'];
}

function columnLines(column: SeededColumn, style: Style): string[] {
  const { name, kind, nullable } = column;
  const python = nullable ? `Optional[${kind.python}]` : kind.python;
  const [annotation, call] = style.sqlalchemy === 'mapped' ? [`: Mapped[${python}]`, 'mapped_column'] : ['', 'Column'];
  const args = columnArguments(column, style);
  const note = style.comments ? [`    # ${name} follows the SQL`] : [];
  const line = `    ${name}${annotation} = ${called(call, args, style)}`;
  if (line.length < 100) return [...note, line];
  const open = `    ${name}${annotation} = ${called(call, [], style)}`.slice(0, -1);
  return [...note, open, ...listed(args, '        ', style), '    )'];
}

function columnArguments(
  { kind, nullable, default: value, comment, references }: SeededColumn,
  style: Style,
): string[] {
  const { quote } = style;
  const keyed =
    references === undefined
      ? []
      : [called('ForeignKey', [`${quote}${references}.id${quote}`, `ondelete=${quote}CASCADE${quote}`], style)];
  return [
    ...[typeText(kind, style), ...keyed],
    ...(nullable || style.sqlalchemy === 'mapped' ? [] : ['nullable=False']),
    ...(value === undefined ? [] : [`server_default=${called('text', [`${quote}${value}${quote}`], style)}`]),
    ...(comment === undefined ? [] : [`comment=${quote}${comment}${quote}`]),
  ];
}

function tableArguments({ indexes, uniques, checks }: SeededTable, style: Style): string[] {
  const { quote } = style;
  const quoted = (texts: readonly string[]) => texts.map((text) => `${quote}${text}${quote}`);
  return [
    ...uniques.map(({ name, columns }) =>
      called('UniqueConstraint', [...quoted(columns), `name=${quote}${name}${quote}`], style),
    ),
    ...checks.map(({ name, column, least }) =>
      called('CheckConstraint', [`${quote}${column} >= ${least}${quote}`, `name=${quote}${name}${quote}`], style),
    ),
    ...indexes.map(({ name, columns }) => called('Index', quoted([name, ...columns]), style)),
  ];
}

function coreLines(table: SeededTable, style: Style): string[] {
  const { quote } = style;
  const columns = table.columns.map((column) =>
    called('Column', [`${quote}${column.name}${quote}`, ...columnArguments(column, style)], style),
  );
  const items = [
    `${quote}${table.name}${quote}`,
    'metadata',
    called('Column', [`${quote}id${quote}`, ...keyArguments(style)], style),
    ...columns,
    ...tableArguments(table, style),
    ...(table.comment === undefined ? [] : [`comment=${quote}${table.comment}${quote}`]),
  ];
  return [`${table.model.toLowerCase()}_table = Table(`, ...listed(items, '    ', style), ')'];
}

function typeText({ type: [name, ...args] }: Pick<ColumnKind, 'type'>, style: Style): string {
  if (style.sqlalchemy === 'sa' && name === 'JSONB') return 'pg.JSONB';
  return args.length === 0 ? `${style.sqlalchemy === 'sa' ? 'sa.' : ''}${name}` : called(name, args, style);
}

/** A call of something that SQLAlchemy's own module has. */
function called(name: string, args: readonly string[], { sqlalchemy }: Style): string {
  const prefix = sqlalchemy === 'sa' && name !== 'mapped_column' ? 'sa.' : '';
  return `${prefix}${name}(${args.join(', ')})`;
}
