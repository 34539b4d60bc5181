import {
  type Column,
  type Domain,
  type EnumType,
  isUnreadable,
  labelsOfEnum,
  type Schema,
  tableLabel,
} from '@canonical-schema/schema';
import type { FieldProblem, FieldWriting } from './field-writing';
import { keyword, plain } from './python-code';
import { type FieldOfType, fieldOfType, modelsModule } from './type-fields';

/** A column without what its type's name hides: a domain's base type, an enum's labels. */
export interface Base {
  readonly kind: 'base';
  readonly column: Column;
  readonly type: string;
  readonly field: FieldOfType;
  readonly labels: readonly string[] | null;
}

/** Why no field of Django's has the column's type. */
export interface NoBase extends FieldProblem {
  readonly kind: 'none';
}

/** The column as its base type has it, and the field class of that type. */
export function baseOf(column: Column, positive: boolean, writing: FieldWriting): Base | NoBase {
  if (isUnreadable(column.type)) {
    const why = `The type of ${column.name} could not be read: ${column.type.unreadable}.`;
    return { kind: 'none', why, remedy: 'Write its field by hand.' };
  }
  const { canonical, loaded } = writing;
  const labels = enumNamed(column.type, canonical)?.labels ?? labelsOfEnum(column.type);
  if (labels !== null && !isUnreadable(labels)) {
    const longest = labels.reduce((length, label) => Math.max(length, label.length), 1);
    const field = { kind: 'field', module: modelsModule, name: 'CharField' } as const;
    const args = [keyword('max_length', plain(String(longest)))];
    const type = loaded.project.backend.sql.traits.hasNamedTypes ? 'character varying' : `varchar(${longest})`;
    return { kind: 'base', column, type, field: { ...field, args }, labels };
  }
  const domain = domainNamed(column.type, canonical);
  const type = domain?.type ?? column.baseType ?? column.type;
  const under = domain === undefined ? column : underDomain(column, domain);
  const question = {
    version: loaded.project.version,
    positive,
    counts: column.identity !== null,
  };
  const field = fieldOfType(type, question, loaded.project.backend);
  return field.kind === 'none' ? field : { kind: 'base', column: under, type, field, labels: null };
}

function underDomain(column: Column, domain: Domain): Column {
  const nullable = domain.notNull ? false : column.nullable;
  return { ...column, nullable, default: column.default ?? domain.default };
}

function enumNamed(type: string, { enums }: Schema): EnumType | undefined {
  return enums.find((each) => tableLabel(each) === type);
}

function domainNamed(type: string, { domains }: Schema): Domain | undefined {
  return domains.find((each) => tableLabel(each) === type);
}
