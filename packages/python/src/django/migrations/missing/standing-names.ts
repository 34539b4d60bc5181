import { rangeOperators } from '../../emit/exclusion';
import { textRepr } from './python-repr';
import { literal, type MadeTerm, type Term } from './term';

const made = (path: string, positional: readonly Term[], keywords: Readonly<Record<string, Term>> = {}): MadeTerm => ({
  kind: 'made',
  path,
  positional,
  keywords: new Map(Object.entries(keywords)),
});
const text = (value: string): Term => literal(textRepr(value));
const pattern = (value: string): Term => literal(`re.compile(${textRepr(value)})`, ['import re']);
const regexValidator = (of: string, message: string, isKeyword = false): MadeTerm =>
  isKeyword
    ? made('django.core.validators.RegexValidator', [pattern(of)], { message: text(message), code: text('invalid') })
    : made('django.core.validators.RegexValidator', [pattern(of), text(message), text('invalid')]);

/** Names of Python's own that stand for a number. */
const numbers: Readonly<Record<string, Term>> = {
  'sys.maxsize': literal('9223372036854775807'),
  'math.pi': literal('3.141592653589793'),
  'math.e': literal('2.718281828459045'),
  'math.inf': literal('float("inf")', [], 'Infinity'),
};

/** Names of Django's that stand for an object or a constant, as migrations write what they stand for. */
const constants: Readonly<Record<string, Term>> = {
  'django.core.validators.validate_email': made('django.core.validators.EmailValidator', []),
  'django.core.validators.validate_domain_name': made('django.core.validators.DomainNameValidator', []),
  'django.core.validators.validate_slug': regexValidator(
    '^[-a-zA-Z0-9_]+\\Z',
    'Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.',
  ),
  'django.core.validators.validate_unicode_slug': regexValidator(
    '^[-\\w]+\\Z',
    'Enter a valid “slug” consisting of Unicode letters, numbers, underscores, or hyphens.',
  ),
  'django.core.validators.integer_validator': regexValidator('^-?\\d+\\Z', 'Enter a valid integer.', true),
  'django.core.validators.validate_comma_separated_integer_list': made(
    'django.core.validators.RegexValidator',
    [pattern('^\\d+(?:,\\d+)*\\Z')],
    {
      message: text('Enter only digits separated by commas.'),
      code: text('invalid'),
    },
  ),
};

const known: Readonly<Record<string, Term>> = { ...numbers, ...constants };

/** What a dotted name of Django's or Python's stands for; null where it is a class or function under that name. */
export function standingFor(dotted: string): Term | null {
  if (Object.hasOwn(known, dotted)) return known[dotted] ?? null;
  const operator = /^django\..*\.RangeOperators\.(\w+)$/.exec(dotted)?.[1];
  if (operator !== undefined) return text(rangeOperators[operator] ?? operator);
  const member = /^django\.db\.models(?:\.constraints)?\.Deferrable\.(\w+)$/.exec(dotted)?.[1];
  if (member === undefined) return null;
  return literal(`django.db.models.constraints.Deferrable['${member}']`, ['import django.db.models.constraints']);
}
