import { quoteText } from '../../expressions/quote';
import { startOfLine } from '../lines';
import type { ChangeOf } from '../outcome';
import { insertedBehind } from './list';
import type { Edits, Scene } from './scene';
import { codeTokens, statementAt } from './statements';

/** A new label in the CREATE TYPE … AS ENUM that makes its type, be that in a DO block or not. */
export function addedLabel(
  { enum: type, label, position }: ChangeOf<'add-enum-label'>,
  { standing, style }: Scene,
): Edits {
  const found = standing.schema.enums.find(({ schema, name }) => schema === type.schema && name === type.name);
  const statement = statementAt(standing, found?.place ?? null);
  const nowhere = {
    why: `${type.name} is not made by a plain CREATE TYPE.`,
    remedy: 'Write the change into the SQL file by hand.',
  };
  if (statement === null || found === undefined) return nowhere;
  const { text } = standing.file;
  const tokens = codeTokens(statement);
  const opening = tokens.findIndex((token, at) => token.word === 'enum' && tokens[at + 1]?.text === '(');
  const closing = tokens.findIndex((token, at) => at > opening && token.text === ')');
  if (opening < 0 || closing < 0) return nowhere;
  const labels = tokens.slice(opening + 2, closing).filter((token) => token.text.startsWith("'"));
  const neighbour =
    position === null ? labels.length - 1 : labels.findIndex((token) => token.text === quoteText(position.label));
  if (neighbour < 0) return nowhere;
  if (position?.side !== 'before') {
    return insertedBehind(
      { text, newline: style.newline, elements: labels.map(({ span }) => span) },
      neighbour,
      quoteText(label),
    );
  }
  const at = labels[neighbour]?.span.start ?? 0;
  const indent = text.slice(startOfLine(text, at), at);
  const gap = indent.trim() === '' && at > statement.text.span.start ? style.newline + indent : ' ';
  return [{ span: { start: at, end: at }, text: `${quoteText(label)},${gap}` }];
}
