import type { PythonProgram } from '../../syntax/program';
import type { ClassValue, Value } from '../../syntax/value';
import { dottedName, stringsFact } from '../constants';
import type { ModelClass } from '../model-class';
import type { DeclaredIndex, ModelOptions } from '../model-state';
import { namesDigest } from '../names';
import { textValue } from '../nowhere';

const treeModel = 'mptt.models.MPTTModel';
const indexed = ['tree_id', 'lft'];

/** Meta's indexes with the one that django-mptt appends to the root model of a tree. Source: `MPTTModelBase.register`. */
export function withTreeIndex(
  indexes: ModelOptions['indexes'],
  model: ModelClass,
  app: string,
  program: PythonProgram,
): ModelOptions['indexes'] {
  if (!isTree(model.value, program) || model.proxy || model.parents.some((parent) => isParentTree(parent, program))) {
    return indexes;
  }
  if (indexes.some(isTreeIndex)) return indexes;
  return [...indexes, treeIndex(model.value, app)];
}

function isTree(value: ClassValue, program: PythonProgram): boolean {
  return program.mro(value).some((each) => dottedName(each) === treeModel);
}

function isParentTree(parent: ModelClass['parents'][number], program: PythonProgram): boolean {
  return parent.kind === 'class' && isTree(parent.class.value, program);
}

function isTreeIndex(index: ModelOptions['indexes'][number]): boolean {
  const fields = index.kind === 'index' ? index.arguments.get('fields') : undefined;
  const names = fields === undefined ? [] : stringsFact(fields);
  return Array.isArray(names) && names.join() === indexed.join();
}

function treeIndex(value: ClassValue, app: string): DeclaredIndex {
  const fields: Value = { kind: 'list', items: indexed.map(textValue), place: value.place };
  const name = textValue(shortened(`${app}_${value.name.toLowerCase()}_${indexed.join('_')}_idx`));
  return {
    kind: 'index',
    method: 'btree',
    suffix: 'idx',
    expressions: [],
    arguments: new Map<string, Value>([
      ['fields', fields],
      ['name', name],
    ]),
    place: value.place,
  };
}

/** At most 30 characters, as Django's `truncate_name` cuts them. */
function shortened(name: string): string {
  return name.length <= 30 ? name : `${name.slice(0, 26)}${namesDigest([name], 4)}`;
}
