import type { CallValue, ClassValue, Value } from '../../../syntax/value';
import { describe, dottedName } from '../../constants';
import type { FieldReading } from '../../fields/field-of-value';
import { settledText } from '../field-deconstruction';
import { definingPath, moduleOfPath } from './defining-modules';
import { expressionTerm } from './expression-terms';
import { bytesRepr, textRepr } from './python-repr';
import { floatTerm, standardTerm } from './standard-values';
import { standingFor } from './standing-names';
import { falseTerm, type LiteralTerm, literal, NotComparable, nameTerm, noneTerm, type Term, trueTerm } from './term';

/** What makes terms of values: the project, and the fields that stand among arguments. */
export interface TermReading extends FieldReading {
  /** The term of a field that an argument holds (`base_field`, `output_field`); null for what is no field. */
  nestedField(call: CallValue): Term | null;
}

/** A value taken apart. Throws `NotComparable` for what is not known. */
export function termOfValue(value: Value, reading: TermReading): Term {
  const known = settledText(reading.settings.settled(value));
  return enumTerm(known, reading) ?? plainTerm(known, reading);
}

/** A member of Django's choices is its value; members of other enums are written by name. */
function enumTerm(value: Value, reading: TermReading): Term | null {
  const member = reading.program.enumMember(value);
  if (member === null) return null;
  if (isChoices(member.of, reading)) return termOfValue(member.value, reading);
  return memberTerm(`${member.of.module}.${member.of.qualifiedName}`, member.of.module, member.name);
}

function isChoices(of: ClassValue, { program }: TermReading): boolean {
  return program.mro(of).some((each) => each.kind === 'external' && /^django\..*Choices$/.test(each.name));
}

function memberTerm(path: string, module: string, name: string): LiteralTerm {
  return literal(`${path}['${name}']`, [`import ${module}`]);
}

function plainTerm(value: Value, reading: TermReading): Term {
  const termOf = (item: Value): Term => termOfValue(item, reading);
  switch (value.kind) {
    case 'none':
      return noneTerm;
    case 'bool':
      return value.value ? trueTerm : falseTerm;
    case 'int':
      return literal(String(value.value));
    case 'float':
      return floatTerm(value.value);
    case 'str':
      return literal(textRepr(value.value));
    case 'bytes':
      return literal(bytesRepr(value.value));
    case 'list':
    case 'tuple':
    case 'set':
      return { kind: value.kind, items: value.items.map(termOf) };
    case 'dict':
      return { kind: 'dict', entries: value.entries.map(([key, item]) => [termOf(key), termOf(item)]) };
    case 'operation':
      return expressionTerm(value, termOf) ?? refuse(value);
    case 'call':
      return callTerm(value, reading, termOf);
    case 'subscript':
      return subscriptTerm(value, reading);
    case 'class':
    case 'function':
      return definitionTerm(value);
    case 'external':
    case 'attribute':
      return externalTerm(value);
    case 'module':
    case 'ellipsis':
      return refuse(value);
    case 'unknown':
      throw new NotComparable(value.why);
  }
}

function refuse(value: Value): never {
  throw new NotComparable(`${describe(value)} is no value that migrations can hold`);
}

/** A class or function of the project. */
function definitionTerm(value: Extract<Value, { kind: 'class' | 'function' }>): LiteralTerm {
  if (value.name === '<lambda>' || value.qualifiedName.includes('<')) {
    throw new NotComparable(value.qualifiedName.includes('<lambda>') ? 'it is a lambda' : 'it is made by code');
  }
  return nameTerm(`${value.module}.${value.qualifiedName}`, value.module);
}

function externalTerm(value: Value): Term {
  const dotted = dottedName(value);
  if (dotted === null) return refuse(value);
  if (dotted.startsWith('builtins.')) return literal(dotted.slice('builtins.'.length));
  const constant = standingFor(dotted);
  if (constant !== null) return constant;
  if (dotted === 'django.db.models.Model' || dotted === 'django.db.models.base.Model') {
    return literal('models.Model', ['from django.db import models']);
  }
  const path = definingPath(dotted);
  const term = nameTerm(path, moduleOfPath(path));
  const isLost = value.kind === 'external' && value.missing !== null;
  return isLost ? { ...term, unwritable: `${dotted} was not found` } : term;
}

/** `Color['RED']`: how migrations write a member of an enum. */
function subscriptTerm(value: Extract<Value, { kind: 'subscript' }>, reading: TermReading): Term {
  const [index] = value.index;
  const path = dottedName(value.of);
  if (index?.kind !== 'str' || path === null) return refuse(value);
  if (value.of.kind === 'class') {
    const member = reading.program.enumMembers(value.of)?.find(({ name }) => name === index.value);
    if (member !== undefined && isChoices(value.of, reading)) return termOfValue(member.value, reading);
    return memberTerm(path, value.of.module, index.value);
  }
  const defined = definingPath(path);
  return memberTerm(defined, moduleOfPath(defined), index.value);
}

function callTerm(call: CallValue, reading: TermReading, termOf: (value: Value) => Term): Term {
  if (!call.complete) throw new NotComparable(call.why ?? 'its arguments are not known');
  const special = reading.nestedField(call) ?? expressionTerm(call, termOf);
  if (special !== null) return special;
  const name = dottedName(call.callee);
  if (name === null) return refuse(call);
  const standard = standardTerm(name, call, termOf);
  if (standard !== null) return standard;
  const unwritable = whyUnwritable(call, name, reading);
  return {
    kind: 'made',
    path: definingPath(name),
    positional: call.positional.map(termOf),
    keywords: new Map([...call.keywords].map(([key, item]) => [key, termOf(item)])),
    ...(unwritable === null ? {} : { unwritable }),
  };
}

/** Only objects of classes that Django can take apart may stand in a migration. */
function whyUnwritable(call: CallValue, name: string, { program }: TermReading): string | null {
  const { callee } = call;
  if (callee.kind === 'external') {
    if (callee.missing !== null) return `${name} was not found`;
    const isClass = /(^|\.)_*[A-Z]\w*$/.test(name);
    return isClass && /^django\./.test(name) ? null : `it calls ${name}`;
  }
  if (callee.kind !== 'class') return `it calls ${name}`;
  const lineage = program.mro(callee);
  const own = lineage.filter((each) => each.kind === 'class');
  if (own.some((each) => each.body.bindings.has('deconstruct'))) return `${callee.name} has a deconstruct() of its own`;
  if (callee.qualifiedName.includes('.')) return `${callee.name} is a class inside another`;
  const isMarked = own.some((each) =>
    each.decorators.some((decorator) => /(^|\.)deconstructible$/.test(decoratorName(decorator))),
  );
  const isDjangos = lineage.some((each) => each.kind === 'external' && each.name.startsWith('django.'));
  return isMarked || isDjangos ? null : `${callee.name} is not deconstructible`;
}

function decoratorName(decorator: Value): string {
  return dottedName(decorator.kind === 'call' ? decorator.callee : decorator) ?? '';
}
