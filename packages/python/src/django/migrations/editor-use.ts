import type { PythonProgram } from '../../syntax/program';
import type { Value } from '../../syntax/value';
import { whyNot } from '../constants';

/** The name that stands for the schema editor while a function is followed. */
export const schemaEditorName = 'schema_editor';

/** What code may ask of a schema editor without changing the schema. */
const harmless =
  /^(connection\.(alias|vendor|settings_dict|ops|features|introspection|in_atomic_block|Database)\b|connection$|quote_name$|quote_value$|collect_sql$|atomic_migration$)/;

/**
 * How a function uses the schema editor that stands at a position of its parameters, as a phrase behind "its Python
 * code"; null where it does not, or only asks it about the connection, or in ways that
 * `isRead` reads elsewhere.
 */
export function editorUse(
  code: Value,
  position: number,
  program: PythonProgram,
  isRead: (use: string) => boolean = () => false,
): string | null {
  if (code.kind !== 'function') return `could not be read: ${whyNot(code, 'a function')}`;
  const uses = program.parameterUses(code, position);
  if (uses === null) return 'could not be read';
  const use = uses.find((each) => !harmless.test(each) && !isRead(each));
  if (use === undefined) return null;
  return use === '' ? 'passes the schema editor on' : `uses schema_editor.${use}`;
}
