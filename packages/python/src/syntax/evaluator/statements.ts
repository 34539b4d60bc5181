import type { Expression, For, If, Statement, While } from '../ast';
import { describe } from '../describe';
import { BoundName, type Scope } from '../scope';
import type { CallValue, Value } from '../value';
import { externalValue, isSequence, neverRun, noneValue, strValue, unknownValue } from '../values';
import { lateAnnotation } from './annotations';
import { bindTarget, mutate, namesBound } from './assignment';
import { conditioned, lose, undecided } from './branches';
import { classValue } from './classes';
import { MOST_ROUNDS } from './comprehension';
import { conditionTruth, isTypeChecking } from './conditions';
import { performedCall } from './effects';
import { constantOf } from './enums';
import { argumentsValue } from './expressions';
import { functionValue } from './functions';
import { importFrom, importModules } from './imports';
import { iterated } from './iterables';
import { withEntries } from './iteration';
import { noteCall } from './notes';
import { binaryValue } from './operators';
import { tryStatement } from './try';
import { type Completion, conditionOf, type Frame, placeIn, type World } from './world';

const NORMAL: Completion = { kind: 'normal' };

/** Runs statements in order until one ends the block. */
export function execute(block: readonly Statement[], frame: Frame, world: World): Completion {
  for (const statement of block) {
    if (world.stepsLeft <= 0) {
      lose(namesBound([statement]), 'is too complex', frame.scope, placeIn(frame, statement), world);
      if (frame.call !== null) return { kind: 'lost', why: 'is too complex' };
      continue;
    }
    world.stepsLeft--;
    world.depth++;
    const completion = (EXECUTE[statement.kind] as Execute<Statement['kind']>)(statement as never, frame, world);
    world.depth--;
    if (world.raised !== null) {
      const exception = world.raised;
      world.raised = null;
      return { kind: 'raise', exception };
    }
    if (completion !== undefined && completion.kind !== 'normal') return completion;
  }
  return NORMAL;
}

type Execute<K extends Statement['kind']> = (
  statement: Extract<Statement, { kind: K }>,
  frame: Frame,
  world: World,
  // biome-ignore lint/suspicious/noConfusingVoidType: most statements just go on, and say nothing.
) => Completion | void;

const EXECUTE: { readonly [K in Statement['kind']]: Execute<K> } = {
  expression: expressionStatement,
  assign(statement, frame, world) {
    const value = world.evaluate(statement.value, frame);
    for (const target of statement.targets) bindTarget(target, value, frame, world, placeIn(frame, statement));
  },
  annotated: annotatedStatement,
  augmented: augmentedStatement,
  import(statement, frame, world) {
    importModules(statement, frame, world);
  },
  'import-from'(statement, frame, world) {
    importFrom(statement, frame, world);
  },
  if: ifStatement,
  for: forStatement,
  while: whileStatement,
  try: tryStatement,
  with(statement, frame, world) {
    for (const { value, target } of statement.items) {
      const context = world.evaluate(value, frame);
      if (target !== null) bindTarget(target, context, frame, world);
    }
    return world.execute(statement.body, frame);
  },
  match(statement, frame, world) {
    const place = placeIn(frame, statement);
    const choose = (at: number, under: Frame): Completion => {
      const each = statement.cases[at];
      if (each === undefined) return NORMAL;
      const taken = (inner: Frame) => {
        lose(each.names, `is captured by case ${each.pattern}`, inner.scope, place, world);
        return world.execute(each.body, inner);
      };
      return undecided(`case ${each.pattern}`, taken, (inner) => choose(at + 1, inner), under, world, place);
    };
    return choose(0, frame);
  },
  function(statement, frame, world) {
    const value = functionValue(statement, frame, world);
    world.journal.bind(frame.scope, statement.name, new BoundName(statement.name, value.place, value));
  },
  class(statement, frame, world) {
    const value = classValue(statement, frame, world);
    if (frame.module.isNeverRun === true) neverRun(value);
    world.journal.bind(frame.scope, statement.name, new BoundName(statement.name, value.place, value));
    if (frame.call === null && frame.scope.kind === 'module') {
      frame.module.classes.push({ value, condition: conditionOf(frame) });
    }
  },
  return(statement, frame, world) {
    const value =
      statement.value === null ? noneValue(placeIn(frame, statement)) : world.evaluate(statement.value, frame);
    return { kind: 'return', value };
  },
  delete(statement, frame, world) {
    for (const target of statement.targets) deleteTarget(target, frame, world);
  },
  scope(statement, frame) {
    for (const name of statement.names) {
      const outer = statement.form === 'global' ? frame.scope.module : enclosingWith(name, frame.scope);
      if (outer !== null) frame.scope.elsewhere.set(name, outer);
    }
  },
  jump: (statement) => (statement.form === 'pass' ? NORMAL : { kind: statement.form }),
  'type-alias'(statement, frame, world) {
    const place = placeIn(frame, statement);
    const annotation = lateAnnotation(statement.value, frame, world);
    const alias = world.late(
      frame.module,
      (): CallValue => ({
        kind: 'call',
        callee: externalValue('typing.TypeAliasType', place),
        positional: [strValue(statement.name, place), annotation.find()],
        keywords: new Map(),
        complete: true,
        place,
      }),
    );
    world.journal.bind(frame.scope, statement.name, new BoundName(statement.name, place, alias));
  },
  broken(statement, frame, world) {
    world.journal.obscure(frame.scope, unknownValue(`a statement ${statement.why}`, placeIn(frame, statement)));
  },
};

function enclosingWith(name: string, scope: Scope): Scope | null {
  let outer = scope.parent;
  while (outer !== null && (outer.kind === 'class' || !outer.bindings.has(name))) outer = outer.parent;
  return outer;
}

/** A call is noted as written, then made for what it does: `names.append(…)`, `setattr(…)`, a function of ours. */
function expressionStatement(statement: Extract<Statement, { kind: 'expression' }>, frame: Frame, world: World): void {
  const { value } = statement;
  if (value.kind !== 'call') {
    if (value.kind !== 'string') world.evaluate(value, frame);
    return;
  }
  const callee = world.evaluate(value.callee, frame);
  const args = argumentsValue(value.args, frame, world);
  const place = placeIn(frame, statement);
  const noted = frame.call === null ? (frame.scope.kind === 'module' ? frame.module.calls : null) : frame.call.calls;
  if (noted !== null && !isOfContainer(callee)) {
    const call: CallValue = { kind: 'call', callee, ...args, place };
    noted.push({ value: call, condition: conditionOf(frame), place });
    performedCall(value, callee, args, frame, world);
    return;
  }
  noteCall(performedCall(value, callee, args, frame, world), false, frame, world);
}

/** `names.append`: seen in what `names` is. */
function isOfContainer(callee: Value): boolean {
  return callee.kind === 'attribute' && (isSequence(callee.of) || callee.of.kind === 'dict');
}

function annotatedStatement(statement: Extract<Statement, { kind: 'annotated' }>, frame: Frame, world: World): void {
  const { target } = statement;
  const place = placeIn(frame, statement);
  const annotation = lateAnnotation(statement.annotation, frame, world);
  if (target.kind !== 'name') {
    if (statement.value !== null) bindTarget(target, world.evaluate(statement.value, frame), frame, world);
    return;
  }
  if (statement.value === null && frame.call !== null) return;
  const before = statement.value === null ? frame.scope.bindings.get(target.name) : undefined;
  const value =
    statement.value === null
      ? (before?.value ?? unknownValue('has no value', place))
      : world.evaluate(statement.value, frame);
  const assigned = statement.value !== null || before?.assigned === true;
  world.journal.bind(frame.scope, target.name, new BoundName(target.name, place, value, { annotation, assigned }));
}

function augmentedStatement(statement: Extract<Statement, { kind: 'augmented' }>, frame: Frame, world: World): void {
  const { target } = statement;
  const before = world.evaluate(target, frame);
  const added = world.evaluate(statement.value, frame);
  const place = placeIn(frame, statement);
  if (before.kind === 'list' && (added.kind === 'list' || added.kind === 'tuple') && statement.operator === '+') {
    mutate(target, before, [...before.items, ...added.items], frame, world);
    return;
  }
  if (before.kind === 'dict' && added.kind === 'dict' && statement.operator === '|') {
    mutate(target, before, withEntries(before.entries, added.entries), frame, world);
    return;
  }
  const value = binaryValue(statement.operator, constantOf(before, world), constantOf(added, world), place);
  bindTarget(target, value, frame, world, place);
}

function deleteTarget(target: Expression, frame: Frame, world: World): void {
  if (target.kind === 'name') {
    world.journal.bind(frame.scope, target.name, null);
    return;
  }
  if (target.kind !== 'subscript' || target.index[0] === undefined) return;
  const [of, key] = [world.evaluate(target.of, frame), world.evaluate(target.index[0], frame)];
  if (of.kind !== 'dict') return;
  const kept = of.entries.filter(([other]) => !(other.kind === key.kind && describe(other) === describe(key)));
  mutate(target.of, of, kept, frame, world);
}

function ifStatement(statement: If, frame: Frame, world: World): Completion {
  const checking = isTypeChecking(statement.test, frame, world);
  if (checking !== null) return typeCheckingBranches(statement, checking, frame, world);
  const truth = conditionTruth(statement.test, frame, world);
  if (truth !== null) return world.execute(truth ? statement.body : statement.orElse, frame);
  const condition = sourceOf(statement.test, frame);
  return undecided(
    condition,
    (inner) => world.execute(statement.body, inner),
    (inner) => world.execute(statement.orElse, inner),
    frame,
    world,
    placeIn(frame, statement.test),
  );
}

/** What only a type checker sees is bound first, for annotations name it; then what Python runs. */
function typeCheckingBranches(statement: If, isPlain: boolean, frame: Frame, world: World): Completion {
  const [seen, ran] = isPlain ? [statement.body, statement.orElse] : [statement.orElse, statement.body];
  const apart: Frame = { ...frame, module: { ...frame.module, classes: [], calls: [], isNeverRun: true } };
  const { notes } = world;
  world.notes = null;
  for (const each of seen) if (!boundLate(each, apart, world)) world.execute([each], apart);
  world.notes = notes;
  return world.execute(ran, frame);
}

/** Binds `Rows = QuerySet[Row]` without evaluating it, for it may name what would be a circular import at run time. */
function boundLate(statement: Statement, frame: Frame, world: World): boolean {
  if (statement.kind !== 'assign') return false;
  const [target] = statement.targets;
  if (statement.targets.length !== 1 || target?.kind !== 'name') return false;
  const meaning = world.late(frame.module, () => world.evaluate(statement.value, frame));
  const bound = new BoundName(target.name, placeIn(frame, statement), meaning);
  world.journal.bind(frame.scope, target.name, bound);
  return true;
}

/** The text of an expression, on one line. */
function sourceOf(expression: Expression, frame: Frame): string {
  return frame.module.source.text.slice(expression.start, expression.end).replace(/\s+/g, ' ');
}

function forStatement(statement: For, frame: Frame, world: World): Completion {
  const iterable = world.evaluate(statement.iterable, frame);
  const elements = iterated(iterable, world);
  if (elements === null || elements.length > MOST_ROUNDS) {
    const why = elements === null ? `is made in a loop over what ${describe(iterable)}` : 'is made in too long a loop';
    return lostLoop(statement, why, frame, world);
  }
  for (const element of elements) {
    bindTarget(statement.target, element, frame, world);
    const completion = world.execute(statement.body, frame);
    if (completion.kind === 'break') return NORMAL;
    if (completion.kind === 'lost') return lostLoop(statement, completion.why, frame, world);
    if (completion.kind === 'return' || completion.kind === 'raise') return completion;
  }
  return world.execute(statement.orElse, frame);
}

function whileStatement(statement: While, frame: Frame, world: World): Completion {
  if (conditionTruth(statement.test, frame, world) === false) return world.execute(statement.orElse, frame);
  return lostLoop(statement, `is made in a loop while ${sourceOf(statement.test, frame)}`, frame, world);
}

/** The body runs once to note its classes and calls; what it binds is not known. */
function lostLoop(statement: For | While, why: string, frame: Frame, world: World): Completion {
  const place = placeIn(frame, statement);
  const head =
    statement.kind === 'for'
      ? `for ${sourceOf(statement.target, frame)} in ${sourceOf(statement.iterable, frame)}`
      : `while ${sourceOf(statement.test, frame)}`;
  const inner: Frame = { ...frame, conditions: [...frame.conditions, head] };
  const names = namesBound([statement]);
  const { result, changes } = world.journal.tryOut(() => {
    lose(names, why, frame.scope, place, world);
    return conditioned(head, world, () => world.execute(statement.body, inner));
  });
  lose(names, why, frame.scope, place, world);
  for (const [scope, bounds] of changes.names) lose(bounds.keys(), why, scope, place, world);
  for (const container of changes.containers.keys()) world.journal.spoil(container, unknownValue(why, place));
  const mayEnd = result.kind === 'return' || frame.call?.returns.some((each) => each.condition === head) === true;
  return mayEnd || result.kind === 'lost' ? { kind: 'lost', why } : NORMAL;
}
