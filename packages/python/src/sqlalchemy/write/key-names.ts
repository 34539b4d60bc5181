import type { KeyNames } from './render-index';
import { argumentsComeFirst, type TableArguments } from './table-arguments';
import type { TableTarget } from './table-target';

/** How the keys of a table's constraints and indexes name its columns. */
export function keyNamesOf(target: TableTarget, args: TableArguments): KeyNames {
  const { table, columns, node } = target;
  return {
    key: (name) => table.columns.find((column) => column.name === name)?.key ?? name,
    reference: (name) => {
      const column = columns.find((each) => each.column.name === name);
      if (column === undefined || node.kind !== 'class' || column.form === 'sqlmodel') return null;
      const isBelow =
        args.kind === 'none'
          ? !argumentsComeFirst(target)
          : args.kind !== 'call' && args.statement.start > column.statement.start;
      return isBelow ? (column.column.attribute ?? column.column.key) : null;
    },
  };
}
