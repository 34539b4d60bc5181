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

const rangeOperators: Readonly<Record<string, string>> = {
  EQUAL: '=',
  NOT_EQUAL: '<>',
  CONTAINS: '@>',
  CONTAINED_BY: '<@',
  OVERLAPS: '&&',
  FULLY_LT: '<<',
  FULLY_GT: '>>',
  NOT_LT: '&>',
  NOT_GT: '&<',
  ADJACENT_TO: '-|-',
};

/** What a dotted name of Django's stands for; null where it is a class or function under that name. */
export function djangoConstant(dotted: string): Term | null {
  if (Object.hasOwn(constants, dotted)) return constants[dotted] ?? null;
  const operator = /^django\..*\.RangeOperators\.(\w+)$/.exec(dotted)?.[1];
  if (operator !== undefined) return text(rangeOperators[operator] ?? operator);
  const member = /^django\.db\.models(?:\.constraints)?\.Deferrable\.(\w+)$/.exec(dotted)?.[1];
  if (member === undefined) return null;
  return literal(`django.db.models.constraints.Deferrable['${member}']`, ['import django.db.models.constraints']);
}
