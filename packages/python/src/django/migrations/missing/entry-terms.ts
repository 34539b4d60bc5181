import { expressionText } from '../../../syntax/describe';
import type { CallValue, Value } from '../../../syntax/value';
import { dottedName } from '../../constants';
import type { ModelState } from '../../model-state';
import { argumentsOf, argumentsThrough } from '../../super-arguments';
import { isAtLeast } from '../../version';
import { definingPath } from './defining-modules';
import { fieldExpression } from './expression-terms';
import type { FieldTermReading } from './field-term';
import type { EntryFacts } from './model-facts';
import { entriesOf, fieldsOfEntry } from './option-entries';
import { textRepr } from './python-repr';
import { identityOf, isNone, literal, type MadeTerm, NotComparable, type Term } from './term';
import { termOfValue } from './term-of-value';

/** What naming the entries of a model's Meta asks. */
export interface EntryReading extends FieldTermReading {
  /** The name that Django gives an index of a model that has none. */
  indexName(state: ModelState, position: number): string | null;
}

/** The indexes or constraints of a model's Meta. Throws `NotComparable` where one is not known. */
export function entryFacts(
  option: 'indexes' | 'constraints',
  state: ModelState,
  reading: EntryReading,
): readonly EntryFacts[] {
  return entriesOf(state, option).map((value, position) => {
    if (value.kind !== 'call') throw new NotComparable('an entry of its Meta is no call of a known class');
    const given = value.keywords.get('name');
    const isGiven = given?.kind === 'str' && given.value !== '';
    const name = isGiven ? formatted(given.value, state) : reading.indexName(state, position);
    if (name === null) throw new NotComparable('an index or constraint has a name that is not known');
    const term = entryTerm(option, value, name, reading);
    const fields = fieldsOfEntry(value);
    const on = fields === null ? value.positional.map(expressionText).join(', ') : fields.join(', ');
    return { name, term, identity: identityOf(term), on, fields, place: value.place };
  });
}

/** Arguments that are kept as a tuple, or as a list, whatever they were given as. */
const sequences: Readonly<Record<string, Readonly<Record<string, 'list' | 'tuple'>>>> = {
  indexes: { fields: 'list', include: 'tuple' },
  constraints: { fields: 'tuple', include: 'tuple' },
};

function entryTerm(option: string, call: CallValue, name: string, reading: FieldTermReading): MadeTerm {
  const { callee } = call;
  const passed = callee.kind === 'class' ? argumentsThrough(callee, call, reading.program) : argumentsOf(call);
  if (passed.incomplete !== null) throw new NotComparable(passed.incomplete);
  const keywords = new Map<string, Term>([['name', literal(textRepr(name))]]);
  for (const [key, value] of passed.keywords) {
    const term = entryArgument(option, key, value, reading);
    if (key !== 'name' && !isLeftOut(term)) keywords.set(conditionKeyword(key, reading), term);
  }
  const path = dottedName(callee);
  if (path === null) throw new NotComparable('an entry of its Meta is of a class that is not known');
  const unwritable = whyUnwritable(call, reading);
  return {
    kind: 'made',
    path: shortened(definingPath(path)),
    positional: passed.positional.map((value) => fieldExpression(termOfValue(value, reading))),
    keywords,
    ...(unwritable === null ? {} : { unwritable }),
  };
}

function entryArgument(option: string, key: string, value: Value, reading: FieldTermReading): Term {
  const term = termOfValue(value, reading);
  const kind = sequences[option]?.[key];
  return kind !== undefined && 'items' in term ? { ...term, kind } : term;
}

/** `None` and empty lists say nothing. */
function isLeftOut(term: Term): boolean {
  return isNone(term) || ('items' in term && term.items.length === 0);
}

/** `check` was renamed to `condition` in Django 5.1. */
function conditionKeyword(key: string, { version }: FieldTermReading): string {
  if (key !== 'check' && key !== 'condition') return key;
  return key === 'check' && isAtLeast(version, 5, 1) ? 'condition' : key;
}

function shortened(path: string): string {
  return path.replace(/^django\.db\.models\.(indexes|constraints)\.(?=\w+$)/, 'django.db.models.');
}

function whyUnwritable({ callee }: CallValue, { program }: FieldTermReading): string | null {
  if (callee.kind === 'external') return callee.missing === null ? null : `${callee.name} was not found`;
  if (callee.kind !== 'class') return null;
  const own = program.mro(callee).filter((each) => each.kind === 'class');
  const decides = own.some((each) => each.body.bindings.has('deconstruct'));
  return decides ? `its class ${callee.name} decides in deconstruct() what migrations remember` : null;
}

function formatted(name: string, state: ModelState): string {
  return name.replaceAll('%(app_label)s', state.app.toLowerCase()).replaceAll('%(class)s', state.name.toLowerCase());
}
