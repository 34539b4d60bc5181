import type { CallValue, Value } from '../syntax/value';
import { textOf } from './facts-of-values';
import { dottedPath, methodCall } from './framework-name';

/** String methods without arguments that table names are made with. */
const methods: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
};

/**
 * The text that an expression computes from constants by regular expressions, the usual way from `UserGroup` to
 * `user_group`: `re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()`. Null where it is anything else.
 */
export function computedText(value: Value): string | null {
  const constant = textOf(value);
  if (constant !== null || value.kind !== 'call') return constant;
  const substituted = substitution(value);
  if (substituted !== null) return substituted;
  const method = methodCall(value);
  const text = method === null ? null : computedText(method.of);
  if (method === null || text === null) return null;
  return withMethod(method.method, text, method.call);
}

function withMethod(method: string, text: string, call: CallValue): string | null {
  const [first, second] = call.positional.map(textOf);
  if (call.positional.length === 0) return Object.hasOwn(methods, method) ? (methods[method]?.(text) ?? null) : null;
  if (method === 'replace' && typeof first === 'string' && typeof second === 'string')
    return text.replaceAll(first, second);
  if (method === 'lstrip' && first === '_') return text.replace(/^_+/, '');
  return null;
}

/** `re.sub(pattern, replacement, text)` and `re.compile(pattern).sub(replacement, text)`. */
function substitution(call: CallValue): string | null {
  if (dottedPath(call.callee) === 're.sub') {
    const [pattern, replacement, text] = call.positional;
    return substituted(pattern, replacement, text);
  }
  const method = methodCall(call);
  const compiled = method?.method === 'sub' && method.of.kind === 'call' ? method.of : null;
  if (compiled === null || dottedPath(compiled.callee) !== 're.compile') return null;
  return substituted(compiled.positional[0], call.positional[0], call.positional[1]);
}

function substituted(
  pattern: Value | undefined,
  replacement: Value | undefined,
  text: Value | undefined,
): string | null {
  const [source, by] = [textOf(pattern), textOf(replacement)];
  const within = text === undefined ? null : computedText(text);
  if (source === null || by === null || within === null) return null;
  const expression = expressionOf(source);
  if (expression === null) return null;
  const template = by
    .replaceAll('$', '$$$$')
    .replace(/\\g<(\w+)>|\\(\d+)/g, (_, name?: string, number?: string) => `$${number ?? name ?? ''}`);
  return within.replace(expression, template);
}

/** Python's pattern in JavaScript, where both mean the same; null for syntax that JavaScript lacks. */
function expressionOf(pattern: string): RegExp | null {
  if (/\(\?[a-zA-Z(#]|\\[AZ]|\(\?P/.test(pattern)) return null;
  try {
    return new RegExp(pattern, 'g');
  } catch {
    return null;
  }
}
