import { type DjangoVersion, isAtLeast } from '../../../version';
import { type ArgumentCode, keyword, plain } from '../python-code';

/** What the field of a type depends on besides the type. */
export interface TypeQuestion {
  readonly version: DjangoVersion;
  /** Is there a check that the column is not negative, which a Positive field makes by itself? */
  readonly positive: boolean;
  /** Does the column count up by itself? */
  readonly counts: boolean;
}

/** A field class with the arguments that its type asks for. */
export interface FieldOfType {
  readonly kind: 'field';
  readonly module: string;
  readonly name: string;
  readonly args: readonly ArgumentCode[];
}

/** The field of a type with these modifiers; or why there is none. */
export type Row = (modifiers: readonly string[], question: TypeQuestion) => FieldOfType | string;

/** One dialect's types with their fields: its table of column types, read from the other side. */
export interface FieldRows {
  /** The row of a type: of the whole text, else of its name without modifiers. */
  rowOf(type: string): Row | undefined;
  /** A type near to it that Django has a field for. */
  nearRelativeOf(type: string): string | undefined;
  /** Do all auto fields make one type, so that the project's own is as good as any? */
  readonly autoFieldsAreOne: boolean;
}

/** Where Django's field classes are imported from. */
export const modelsModule = 'django.db.models';

export function field(name: string, args: readonly ArgumentCode[] = [], module = modelsModule): FieldOfType {
  return { kind: 'field', module, name, args };
}

/** A type that one class always has; modifiers would make it another type. */
export function plainly(name: string, module = modelsModule): Row {
  return (modifiers) =>
    modifiers.length === 0 ? field(name, [], module) : `Django's ${name} takes no precision or other modifier`;
}

/** A type that one class has, whatever stands in its brackets. */
export function always(name: string): Row {
  return () => field(name);
}

/** `SmallIntegerField` and its kin; an auto field where the column counts up. */
export function integer(prefix: string, isUnsigned = false): Row {
  return (_, { positive, counts }) => {
    if (counts) return field(`${prefix}AutoField`);
    return field(`${positive || isUnsigned ? 'Positive' : ''}${prefix}IntegerField`);
  };
}

/** `CharField(max_length=…)`; without a length from Django 4.2 on. */
export const characters: Row = ([length], { version }) => {
  if (length !== undefined) return field('CharField', [keyword('max_length', plain(length))]);
  return isAtLeast(version, 4, 2) ? field('CharField') : field('TextField');
};

/** `DecimalField(max_digits=…, decimal_places=…)`. */
export const decimal: Row = ([digits, places = '0']) => {
  if (digits === undefined) return 'a DecimalField asks for max_digits and decimal_places';
  if (Number(places) < 0 || Number(places) > Number(digits)) {
    return 'a DecimalField has between 0 and max_digits decimal places';
  }
  return field('DecimalField', [keyword('max_digits', plain(digits)), keyword('decimal_places', plain(places))]);
};
