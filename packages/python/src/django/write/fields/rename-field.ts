import type { Span } from '@canonical-schema/schema';
import { nodesWithin } from '../../../edits/nodes';
import { membersOf } from '../../../edits/python-file';
import type { Expression, Statement } from '../../../syntax/ast';
import { functionBody } from '../../../syntax/convert-statements';
import type { ModelState } from '../../model-state';
import type { FieldSite } from './field-site';
import type { FieldWriting, WritingNote } from './field-writing';
import { mentionsElsewhere } from './foreign-mentions';
import { mentionsInClass } from './mentions';
import { classesWith } from './model-class-site';

/** Gives a field's attribute another name, and every declaration that names it. Methods stay; what they use is noted. */
export function renameField(site: FieldSite, state: ModelState, to: string, writing: FieldWriting): WritingNote[] {
  const { draft, member, field } = site;
  const target = targetOf(member.statement, field.name);
  if (target !== null) draft.replace(target, to);
  for (const each of classesWith(site, state, writing)) {
    const { file } = each.draft;
    const attributes = field.relation === null ? [] : mentionsInClass(each.owner, `${field.name}_id`, file);
    for (const span of attributes) each.draft.replace(span, `${to}_id`);
    for (const span of mentionsInClass(each.owner, field.name, file)) each.draft.replace(span, to);
  }
  for (const mention of mentionsElsewhere(state, field, writing)) mention.draft.replace(mention.span, to);
  return usesInMethods(site, to);
}

function targetOf(statement: Statement, name: string): Expression | null {
  if (statement.kind === 'annotated') return statement.target;
  if (statement.kind !== 'assign') return null;
  return statement.targets.find((each) => each.kind === 'name' && each.name === name) ?? null;
}

/** `self.symbol` in a method of the class. */
export function usesInMethods({ draft, owner, field }: FieldSite, to: string | null): WritingNote[] {
  const methods = membersOf(owner.body).flatMap(({ statement }) => (statement.kind === 'function' ? [statement] : []));
  const uses = methods.flatMap((method): Span[] =>
    nodesWithin(functionBody(method, draft.file.source.text)).flatMap((node) =>
      node.kind === 'attribute' && node.name === field.name && node.of.kind === 'name' && node.of.name === 'self'
        ? [{ start: node.start, end: node.end }]
        : [],
    ),
  );
  const what = to === null ? 'which goes' : `which is called ${to} now`;
  return uses.map((span) => ({
    message: `${owner.name} uses self.${field.name}, ${what}.`,
    place: draft.file.source.placeOf(span),
  }));
}
