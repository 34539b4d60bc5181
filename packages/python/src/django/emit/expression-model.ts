import { type Fact, isUnreadable, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import type { Backend } from '../backends';
import { type ExpressionModel, renderCondition, renderExpression, renderIndexKey } from '../expressions';
import { isSet } from '../fields/arguments';
import type { ModelState } from '../model-state';
import { columnName, hasColumn } from './field-columns';
import type { ModelRegistry } from './registry';

/** A model's fields as its expressions see them; remembers which columns were asked for. */
export class ModelExpressions implements ExpressionModel {
  private readonly asked = new Set<string>();

  constructor(
    private readonly state: ModelState,
    private readonly registry: ModelRegistry,
  ) {}

  get backend(): Backend {
    return this.registry.backend;
  }

  get vendor(): ExpressionModel['vendor'] {
    return this.registry.backend.expressions;
  }

  column(fieldPath: string): ReturnType<ExpressionModel['column']> {
    const found = this.registry.fieldNamed(this.state, fieldPath);
    if (found === null || !hasColumn(found.field)) return null;
    const column = this.registry.backend.names.stored(columnName(found.field));
    this.asked.add(column);
    return {
      column,
      type: this.registry.outputTypeOf(found.field),
      nullable: isSet(found.field, 'null'),
      field: found.field.kind.name,
    };
  }

  known(value: Value): Value {
    return this.registry.project?.known(value) ?? value;
  }

  typeOfField(value: Value): string | null {
    const field = this.registry.fieldOf(value);
    const type = field === null ? null : this.registry.typeOf(field);
    return isUnreadable(type) ? null : type;
  }

  get timeZone(): Fact<string | null> {
    return this.registry.project?.timeZone ?? unreadable('it depends on the setting TIME_ZONE');
  }

  /** The columns asked for so far, sorted. */
  columns(): readonly string[] {
    return [...this.asked].sort();
  }

  /** A `Q`'s SQL in normal form. In a CHECK, NULL passes. */
  condition(value: Value, use: 'check' | 'predicate'): Fact<string> {
    return this.normalized(renderCondition(value, this), use === 'check');
  }

  /** An expression's SQL in normal form. */
  expression(value: Value): Fact<string> {
    return this.normalized(renderExpression(value, this), false);
  }

  /** The SQL of an expression in an index, in normal form. */
  key(value: Value): Fact<string> {
    return this.normalized(renderIndexKey(value, this), false);
  }

  /** A condition over one of the table's columns, in normal form. */
  normalized(sql: Fact<string>, check: boolean): Fact<string> {
    if (isUnreadable(sql)) return sql;
    return this.registry.backend.sql.normalizeExpressionText(sql, {
      columnType: (name) => this.typeOfColumn(name),
      check,
    });
  }

  private typeOfColumn(name: string): string | undefined {
    const fields = this.registry.fields(this.registry.concrete(this.state));
    const field = fields.find(
      (each) => hasColumn(each) && this.registry.backend.names.stored(columnName(each)) === name,
    );
    const type = field === undefined ? undefined : this.registry.typeOf(field);
    return typeof type === 'string' ? type : undefined;
  }
}
