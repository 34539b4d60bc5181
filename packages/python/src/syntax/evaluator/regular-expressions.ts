import type { Place } from '@canonical-schema/schema';
import type { CallValue, Value } from '../value';
import { externalValue, noneValue, sequenceValue, strValue } from '../values';
import type { Arguments, Frame, World } from './world';

/** Constants beyond this length are left alone, so that no pattern takes long. */
const LONGEST_TEXT = 256;

/** The functions of `re` that are computed on constants, as functions and as methods of a compiled pattern. */
const FUNCTIONS: Readonly<Record<string, (given: Given) => Value | null>> = {
  sub: substituted,
  split,
  findall,
};

interface Given {
  readonly expression: RegExp;
  readonly text: string;
  /** What stands between the pattern and the text: the replacement of `sub`. */
  readonly by: Value | undefined;
  /** `count` or `maxsplit`; 0 for all. */
  readonly most: number;
  readonly place: Place;
  readonly frame: Frame | null;
  readonly world: World;
}

/** What `re.sub(…)` and its kin give on constants; null where Python and JavaScript may differ, or a part is not known. */
export function regularExpressionCall(
  name: string,
  args: Arguments,
  place: Place,
  frame: Frame | null,
  world: World,
): Value | null {
  const compute = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (compute === undefined || !args.complete) return null;
  const parameters = name === 'sub' ? ['pattern', 'repl', 'string', 'count'] : ['pattern', 'string', 'maxsplit'];
  const [pattern, ...rest] = parameters.map((parameter, at) => args.positional[at] ?? args.keywords.get(parameter));
  const [by, string, count] = name === 'sub' ? rest : [undefined, ...rest];
  if (args.positional.length > parameters.length || args.keywords.has('flags')) return null;
  if (pattern?.kind !== 'str' || string?.kind !== 'str') return null;
  if (count !== undefined && count.kind !== 'int') return null;
  const expression = translated(pattern.value);
  if (expression === null || !isPlain(string.value)) return null;
  const most = count === undefined ? 0 : Number(count.value);
  return compute({ expression, text: string.value, by, most, place, frame, world });
}

/** `re.compile(pattern).sub(…)`: the same call with the pattern first. */
export function compiledCall(
  of: Value,
  name: string,
  args: Arguments,
  place: Place,
  frame: Frame | null,
  world: World,
): Value | null {
  if (of.kind !== 'call' || of.callee.kind !== 'external' || of.callee.name !== 're.compile') return null;
  const [pattern] = of.positional;
  if (pattern === undefined || of.positional.length > 1 || of.keywords.size > 0) return null;
  return regularExpressionCall(name, { ...args, positional: [pattern, ...args.positional] }, place, frame, world);
}

/** `match.group(1)` and `match.groups()` of a match that a replacing function was called with. */
export function matchMethod(of: Value, name: string, args: readonly Value[], place: Place): Value | null {
  if (of.kind !== 'call' || of.callee.kind !== 'external' || of.callee.name !== 're.Match') return null;
  if (name === 'groups' && args.length === 0) return sequenceValue('tuple', of.positional.slice(1), place);
  if (name !== 'group' || args.length > 1) return null;
  const [which] = args;
  if (which === undefined) return of.positional[0] ?? null;
  if (which.kind === 'str') return of.keywords.get(which.value) ?? null;
  return which.kind === 'int' ? (of.positional[Number(which.value)] ?? null) : null;
}

function substituted({ expression, text, by, most, place, frame, world }: Given): Value | null {
  if (by === undefined) return null;
  let [result, last] = ['', 0];
  for (const match of matches(expression, text, most)) {
    const replacement = by.kind === 'str' ? expanded(by.value, match) : called(by, match, place, frame, world);
    if (replacement === null) return null;
    result += text.slice(last, match.index) + replacement;
    last = match.index + match[0].length;
  }
  return strValue(result + text.slice(last), place);
}

function split({ expression, text, most, place }: Given): Value {
  const parts: Value[] = [];
  let last = 0;
  for (const match of matches(expression, text, most)) {
    parts.push(
      strValue(text.slice(last, match.index), place),
      ...match.slice(1).map((group) => groupValue(group, place)),
    );
    last = match.index + match[0].length;
  }
  return sequenceValue('list', [...parts, strValue(text.slice(last), place)], place);
}

function findall({ expression, text, place }: Given): Value {
  const items = matches(expression, text, 0).map((match) => {
    const [whole, ...groups] = match.map((group) => strValue(group ?? '', place));
    return groups.length > 1 ? sequenceValue('tuple', groups, place) : (groups[0] ?? whole ?? strValue('', place));
  });
  return sequenceValue('list', items, place);
}

function matches(expression: RegExp, text: string, most: number): readonly RegExpExecArray[] {
  const all = [...text.matchAll(expression)];
  return most > 0 ? all.slice(0, most) : all;
}

function groupValue(group: string | undefined, place: Place): Value {
  return group === undefined ? noneValue(place) : strValue(group, place);
}

function called(by: Value, match: RegExpExecArray, place: Place, frame: Frame | null, world: World): string | null {
  const value: CallValue = {
    kind: 'call',
    callee: externalValue('re.Match', place),
    positional: [...match].map((group) => groupValue(group, place)),
    keywords: new Map(Object.entries(match.groups ?? {}).map(([name, group]) => [name, groupValue(group, place)])),
    complete: true,
    place,
  };
  const given = world.call(by, { positional: [value], keywords: new Map(), complete: true }, place, frame);
  return given.kind === 'str' ? given.value : null;
}

/** A replacement's text with `\1` and `\g<name>` filled in; null for escapes without a row here. */
function expanded(template: string, match: RegExpExecArray): string | null {
  let isKnown = true;
  const text = template.replace(
    /\\(?:g<(\w+)>|([1-9])(?!\d)|(.))/gs,
    (_, name?: string, digit?: string, other?: string) => {
      if (other !== undefined) {
        const letter = ESCAPES[other];
        if (letter === undefined) isKnown = false;
        return letter ?? '';
      }
      const group = name ?? digit ?? '';
      const isNumber = /^\d+$/.test(group);
      const isThere = isNumber ? Number(group) < match.length : match.groups !== undefined && group in match.groups;
      if (!isThere) isKnown = false;
      return (isNumber ? match[Number(group)] : match.groups?.[group]) ?? '';
    },
  );
  return isKnown ? text : null;
}

const ESCAPES: Readonly<Record<string, string | undefined>> = { '\\': '\\', n: '\n', t: '\t' };

/** Classes of letters (`\w`, `\s`, `\d`) and line ends mean the same in both languages for short ASCII text on one line. */
function isPlain(text: string): boolean {
  return text.length <= LONGEST_TEXT && /^[\x20-\x7e]*$/.test(text);
}

/** What a pattern may consist of: syntax that Python and JavaScript read alike. A class may not start with its own end. */
const SHARED =
  /^(?:[^\\[\](){}?*+]|\\[dDwWsSbnt1-9]|\\[^\w\s]|\[\^?(?:[^\\\]]|\\[dDwWsSnt]|\\[^\w\s])+\]|\((?:\?(?::|=|!|<=|<!|P<\w+>))?|\)|(?:[?*+]|\{\d+(?:,\d*)?\})\??(?![?*+{]))*$/;

/** Python's pattern as JavaScript has it; null for syntax that one of them lacks or reads otherwise. */
function translated(pattern: string): RegExp | null {
  if (pattern.length > LONGEST_TEXT || !SHARED.test(pattern) || repeatsRepetition(pattern)) return null;
  try {
    return new RegExp(pattern.replaceAll('(?P<', '(?<'), 'g');
  } catch {
    return null;
  }
}

/** `(a+)*` takes exponential time on text that does not match. */
function repeatsRepetition(pattern: string): boolean {
  return /[*+}]\??[^(]*\)[*+{]/.test(pattern.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''));
}
