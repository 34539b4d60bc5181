import type { ModelKey } from '../../model-state';
import { appOfKey, type Detection, nameOfKey } from './detection';
import type { MigrationOperation } from './migration-operation';
import type { FieldFacts, ModelFacts } from './model-facts';

/** What has to be done before an operation. Source: `OperationDependency`. */
export interface Dependency {
  readonly on: 'model' | 'setting';
  readonly app: string;
  /** In lower case; the setting's name where it is on one. */
  readonly model: string;
  readonly field: string | null;
  readonly type: 'create' | 'remove' | 'alter' | 'remove-order' | 'alter-together' | 'remove-entry';
}

/** A dependency on a model, or on one of its fields. */
export function on(key: ModelKey, type: Dependency['type'], field: string | null = null): Dependency {
  return { on: 'model', app: appOfKey(key), model: nameOfKey(key), field, type };
}

/** The other end of a relation has to be there, and the model that joins both. */
export function relationDependencies(field: FieldFacts): readonly Dependency[] {
  const { remote } = field;
  if (remote === null) return [];
  const target: Dependency =
    remote.setting === null
      ? on(remote.to, 'create')
      : { on: 'setting', app: '__setting__', model: remote.setting, field: null, type: 'create' };
  return remote.through === null ? [target] : [target, on(remote.through, 'create')];
}

/** All that a model's relations wait for. */
export function modelDependencies(model: ModelFacts): readonly Dependency[] {
  return [...model.fields.values()].flatMap(relationDependencies);
}

/** The dependency on the model that the setting names at present. */
export function resolved(dependency: Dependency, detection: Detection): Dependency {
  if (dependency.on === 'model') return dependency;
  const key = detection.sides.named.get(dependency.model);
  if (key === undefined) return dependency;
  return { ...dependency, on: 'model', app: appOfKey(key), model: nameOfKey(key) };
}

type Check = (operation: MigrationOperation, dependency: Dependency) => boolean;

const isModel: Check = ({ name }, { model }) => name.toLowerCase() === model;
const isField: Check = (operation, { model, field }) =>
  'model' in operation &&
  operation.model.toLowerCase() === model &&
  operation.name.toLowerCase() === (field ?? '').toLowerCase();

/** Does an operation do what a dependency waits for? Source: `check_dependency`. */
const checks: Readonly<Record<Dependency['type'], Check>> = {
  create: (operation, dependency) => {
    const { field } = dependency;
    if (operation.kind === 'CreateModel') {
      const hasField = field === null || operation.fields.some(({ name }) => name === field);
      return isModel(operation, dependency) && hasField;
    }
    return field !== null && operation.kind === 'AddField' && isField(operation, dependency);
  },
  remove: (operation, dependency) =>
    dependency.field === null
      ? operation.kind === 'DeleteModel' && isModel(operation, dependency)
      : operation.kind === 'RemoveField' && isField(operation, dependency),
  alter: (operation, dependency) => operation.kind === 'AlterField' && isField(operation, dependency),
  'remove-order': (operation, dependency) =>
    operation.kind === 'AlterOrderWithRespectTo' &&
    isModel(operation, dependency) &&
    (operation.field ?? '').toLowerCase() !== (dependency.field ?? '').toLowerCase(),
  'alter-together': (operation, dependency) =>
    (operation.kind === 'AlterUniqueTogether' || operation.kind === 'AlterIndexTogether') &&
    isModel(operation, dependency),
  'remove-entry': (operation, dependency) =>
    (operation.kind === 'RemoveIndex' || operation.kind === 'RemoveConstraint') &&
    operation.model.toLowerCase() === dependency.model,
};

/** Does an operation do what a dependency waits for? */
export function satisfies(operation: MigrationOperation, dependency: Dependency): boolean {
  return checks[dependency.type](operation, dependency);
}
