import type { ClassValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import { contribModelNamed } from '../../contrib-models';
import { isAbstractMeta } from '../../meta';
import { type ModelKey, type ModelState, modelKey } from '../../model-state';
import { definingPath, moduleOfPath } from './defining-modules';
import type { BaseFacts } from './model-facts';
import { literal, NotComparable, nameTerm, type Term } from './term';
import type { TermReading } from './term-of-value';

/** What reading bases asks of the project. */
export interface BaseReading extends TermReading {
  /** The concrete model or proxy that a class is; null for none. */
  modelOfClass(value: ClassValue): ModelKey | null;
}

/** `models.Model`, the only base of most models. */
export const plainBase: BaseFacts = {
  kind: 'class',
  term: literal('models.Model', ['from django.db import models']),
  name: 'Model',
};

/** The bases of a model as migrations list them, abstract ones replaced by theirs. Source: `ModelState.from_model`. */
export function basesOf(state: ModelState, reading: BaseReading): readonly BaseFacts[] {
  const { class: value } = state;
  if (value === undefined) return state.parents.map((key) => ({ kind: 'model', key }));
  const order = reading.program.mro(value).map((each) => (each.kind === 'unknown' ? '' : baseId(each)));
  const flat = new Map(flattened(value, reading, new Set()).map((base) => [baseId(base), base]));
  const sorted = [...flat].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, base]) => base);
  const bases = sorted.map((base) => baseFacts(base, reading));
  const hasModel = sorted.some((base) => isModel(base, reading));
  return hasModel ? bases : [plainBase];
}

type Base = Extract<Value, { kind: 'class' | 'external' }>;

function baseId(base: Base): string {
  return base.kind === 'class' ? `${base.module}:${base.qualifiedName}` : definingPath(base.name);
}

function flattened(value: ClassValue, reading: BaseReading, entered: Set<ClassValue>): readonly Base[] {
  if (entered.has(value)) return [];
  entered.add(value);
  return value.bases.flatMap((written): readonly Base[] => {
    const base = written.kind === 'subscript' ? written.of : written;
    if (base.kind === 'class') {
      return isAbstract(base, reading) ? flattened(base, reading, new Set(entered)) : [base];
    }
    if (base.kind !== 'external') throw new NotComparable(`a base of ${value.name} is not known`);
    const contrib = contribModelNamed(base.name);
    return [contrib?.abstract === true ? { ...base, name: 'django.db.models.Model' } : base];
  });
}

function isAbstract(value: ClassValue, reading: BaseReading): boolean {
  return isModel(value, reading) && isAbstractMeta(value, reading.program);
}

function isModel(base: Base, { program }: BaseReading): boolean {
  const lineage = base.kind === 'class' ? program.mro(base) : [base];
  return lineage.some((each) => each.kind === 'external' && isModelName(each.name));
}

function isModelName(name: string): boolean {
  return /^django\.(contrib\.gis\.)?db\.models\.(base\.)?Model$/.test(name) || contribModelNamed(name) !== null;
}

function baseFacts(base: Base, reading: BaseReading): BaseFacts {
  if (base.kind === 'class') {
    const key = isModel(base, reading) ? reading.modelOfClass(base) : null;
    if (key !== null) return { kind: 'model', key };
    return { kind: 'class', term: nameTerm(`${base.module}.${base.qualifiedName}`, base.module), name: base.name };
  }
  const contrib = contribModelNamed(base.name);
  if (contrib !== null) return { kind: 'model', key: modelKey(contrib.app, contrib.name) };
  if (isModelName(base.name)) return plainBase;
  if (base.missing !== null) throw new NotComparable(`its base ${base.name} was not found`);
  return externalBase(base);
}

function externalBase(base: Extract<Value, { kind: 'external' }>): BaseFacts {
  const path = definingPath(dottedName(base) ?? base.name);
  const term: Term = path.startsWith('builtins.') ? literal(path.slice(9)) : nameTerm(path, moduleOfPath(path));
  return { kind: 'class', term, name: path.slice(path.lastIndexOf('.') + 1) };
}
