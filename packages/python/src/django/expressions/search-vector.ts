import { quotedText } from '../../sql-quoting';
import type { CallValue } from '../../syntax/value';
import { required } from './call-arguments';
import type { ExpressionRenderer } from './expression';
import { computed, NotRendered, type Rendered } from './rendered';
import { asText } from './vendor-postgresql';

/** `SearchVector('title', 'body', config='english', weight='A')`. */
export function searchVector(call: CallValue, renderer: ExpressionRenderer): Rendered {
  if (!call.complete) throw new NotRendered('it has arguments that are not known');
  const parts = call.positional.map((arg) => `COALESCE(${asText(renderer.argument(arg))}, '')`);
  const config = call.keywords.get('config');
  const language = config === undefined || config.kind === 'none' ? '' : `${configuration(call, renderer)}, `;
  const vector = `to_tsvector(${language}${parts.join(" || ' ' || ")})`;
  const weight = call.keywords.get('weight');
  if (weight === undefined || weight.kind === 'none') return computed(vector, 'tsvector');
  return computed(`setweight(${vector}, ${renderer.expression(weight).sql})`, 'tsvector');
}

function configuration(call: CallValue, renderer: ExpressionRenderer): string {
  const config = required(call.keywords, 'config');
  if (config.kind === 'str') return `${quotedText(config.value)}::regconfig`;
  return `${renderer.expression(config).sql}::regconfig`;
}
