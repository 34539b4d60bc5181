import type { Unread } from '@canonical-schema/schema';
import type { PythonProgram } from '../../syntax/program';
import type { CallValue, ClassValue, Value } from '../../syntax/value';
import { dottedName } from '../constants';
import type { ModelState } from '../model-state';
import type { NameRules } from '../names';

/** The class of django-simple-history that makes a second table of a model, which keeps its earlier rows. */
const recorder = 'simple_history.models.HistoricalRecords';

/** The table that a model's `HistoricalRecords` makes when the model is made. It is named, and not read. */
export function historicalTables(
  value: ClassValue,
  state: ModelState,
  program: PythonProgram,
  names: NameRules,
): readonly Unread[] {
  const records = recordsOf(value, program);
  if (records === null) return [];
  const written = records.keywords.get('table_name');
  const app = records.keywords.get('app');
  const name =
    written?.kind === 'str'
      ? written.value
      : `${app?.kind === 'str' ? app.value : state.app}_historical${state.name.toLowerCase()}`;
  const table = { schema: 'public', name: names.stored(name) };
  const why = 'HistoricalRecords makes it of the model at run time';
  return [{ extent: 'whole', why, subject: `${state.app}.Historical${state.name}`, table, place: records.place }];
}

/** The records that a class declares itself, or that a base declares with `inherit=True`. */
function recordsOf(value: ClassValue, program: PythonProgram): CallValue | null {
  for (const each of program.mro(value)) {
    if (each.kind !== 'class') continue;
    for (const binding of each.body.bindings.values()) {
      if (!isRecords(binding.value, program)) continue;
      const inherit = binding.value.keywords.get('inherit');
      const isInherited = inherit?.kind === 'bool' && inherit.value;
      if (each === value || isInherited) return { ...binding.value, place: binding.place };
    }
  }
  return null;
}

function isRecords(value: Value, program: PythonProgram): value is CallValue {
  if (value.kind !== 'call') return false;
  const { callee } = value;
  if (callee.kind !== 'class') return dottedName(callee) === recorder;
  return program.mro(callee).some((each) => dottedName(each) === recorder);
}
