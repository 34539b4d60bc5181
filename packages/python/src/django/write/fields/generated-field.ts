import { type Column, isUnreadable } from '@canonical-schema/schema';
import type { Backend } from '../../backends';
import { isAtLeast } from '../../version';
import { keyText } from '../expressions/condition-text';
import type { ExpressionHome } from '../expressions/expression-home';
import type { FieldProblem, FieldWriting } from './field-writing';
import { type CallCode, type CodeFile, imported, keyword, plain } from './python-code';
import { type FieldOfType, modelsModule } from './type-fields';

/** What an expression asks of the other columns of its table. */
export interface Neighbours {
  /** The name of the field that makes a column; null where none does. */
  fieldOf(column: string): string | null;
  /** The `format_type` text of a column's type; undefined where it is not known. */
  typeOf(column: string): string | undefined;
}

/** A `GeneratedField`; or why Django has no words for the column. */
export type GeneratedAnswer =
  | { readonly kind: 'call'; readonly code: CallCode }
  | ({ readonly kind: 'none' } & FieldProblem);

/** Says the names themselves: enough to find out whether an expression can be said. */
const anyFile = { spelling: { spell: (_: string, name: string) => name }, hidden: new Set<string>() };

/** The field of a generated column. */
export function generatedField(
  { name, generated }: Column,
  output: FieldOfType,
  neighbours: Neighbours,
  { loaded }: FieldWriting,
): GeneratedAnswer {
  const { version } = loaded.project;
  const none = (why: string): GeneratedAnswer => ({ kind: 'none', why, remedy: `Write the field ${name} by hand.` });
  if (generated === null || isUnreadable(generated)) return none(`How ${name} is generated could not be read.`);
  if (!isAtLeast(version, 5, 0)) {
    return none(
      `${name} is a generated column, and GeneratedField needs Django 5.0 where this is ${version.major}.${version.minor}.`,
    );
  }
  if (generated.kind === 'virtual' && !isAtLeast(version, 6, 0)) {
    return none(
      `${name} is a virtual generated column, which needs Django 6.0 where this is ${version.major}.${version.minor}.`,
    );
  }
  const textIn = (file: Pick<CodeFile, 'spelling' | 'hidden'> & Partial<CodeFile>) =>
    keyText(generated.expression, homeIn({ style: plainQuotes, ...file }, neighbours, loaded.project.backend));
  const tried = textIn(anyFile);
  if (isUnreadable(tried)) return none(`The expression of ${name} ${tried.unreadable}.`);
  const written = (file: CodeFile): string => {
    const text = textIn(file);
    return isUnreadable(text) ? '' : text;
  };
  const args = [
    keyword('expression', { kind: 'expression', textIn: written }),
    keyword('output_field', { kind: 'call', callee: imported(output.module, output.name), args: output.args }),
    keyword('db_persist', plain(generated.kind === 'stored' ? 'True' : 'False')),
  ];
  return { kind: 'call', code: { kind: 'call', callee: imported(modelsModule, 'GeneratedField'), args } };
}

const plainQuotes = { quote: '"', indent: '    ', newline: '\n', trailingComma: true, lineLength: 88 } as const;

function homeIn(file: CodeFile, { fieldOf, typeOf }: Neighbours, backend: Backend): ExpressionHome {
  return { file, backend, fieldOf, typeOf, isNullable: () => true, use: 'key' };
}
