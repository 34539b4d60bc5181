import type { Expression } from '../ast';
import { expressionInString } from '../convert-statements';
import type { Late } from '../module-trail';
import type { Value } from '../value';
import type { Frame, World } from './world';

/** The value of an annotation. Strings in it are parsed; one whose names are not found stays a string. */
export function annotationValue(expression: Expression, frame: Frame, world: World): Value {
  const value = world.evaluate(expression, { ...frame, isAnnotation: true });
  return withStringsParsed(value, frame, world);
}

function withStringsParsed(value: Value, frame: Frame, world: World): Value {
  switch (value.kind) {
    case 'str':
      return parsed(value, frame, world);
    case 'subscript':
      if (isNamed(value.of, 'Literal')) return value;
      if (isNamed(value.of, 'Annotated')) {
        const [first, ...metadata] = value.index;
        return first === undefined ? value : { ...value, index: [withStringsParsed(first, frame, world), ...metadata] };
      }
      return { ...value, index: value.index.map((each) => withStringsParsed(each, frame, world)) };
    case 'operation':
      return { ...value, operands: value.operands.map((each) => withStringsParsed(each, frame, world)) };
    default:
      return value;
  }
}

function isNamed(value: Value, name: string): boolean {
  return value.kind === 'external' && value.name.endsWith(`.${name}`);
}

const meanings = new WeakMap<Value, Value>();

/** What a string of this module's text means as an expression. A string within itself stays one. */
function parsed(value: Extract<Value, { kind: 'str' }>, frame: Frame, world: World): Value {
  if (value.place.path !== frame.module.path) return value;
  const known = meanings.get(value);
  if (known !== undefined) return known;
  meanings.set(value, value);
  const expression = expressionInString(value.value, frame.module.source.text, value.place.span.start);
  const meant = expression === null ? value : annotationValue(expression, frame, world);
  if (meant.kind !== 'unknown') meanings.set(value, meant);
  return meant.kind === 'unknown' ? value : meant;
}

/** The annotation that a statement wrote, found when asked for. */
export function lateAnnotation(expression: Expression, frame: Frame, world: World): Late<Value> {
  return world.late(frame.module, () => {
    world.replenish();
    return annotationValue(expression, frame, world);
  });
}
