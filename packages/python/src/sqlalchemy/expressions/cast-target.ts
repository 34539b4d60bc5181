import { type Fact, formatType, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { readType } from '../types/read-type';
import type { Rendering } from './rendering';

/** A type as SQL writes it in a cast. */
export function castTarget(type: Value, rendering: Rendering): Fact<string> {
  const { context } = rendering;
  const read = readType(type, { ...context, dialect: { ...context.dialect, types: context.dialect.casts } });
  if (read.kind === 'plain') return read.text;
  if (read.kind === 'array' && read.item.kind === 'plain') return `${read.item.text}[]`;
  if (read.kind === 'enum' && read.name !== null && context.dialect.casts.enums === 'named')
    return read.native ? rendering.print.name(read.name) : formatType('varchar');
  return unreadable(read.kind === 'unread' ? read.why : 'the type of a cast could not be read');
}
