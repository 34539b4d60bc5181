import { type Check, isUnreadable, objectName, type Unique } from '@canonical-schema/schema';
import { type BracketedCode, type Code, callCode, listCode } from '../../edits/code';
import { pythonString } from '../../edits/python-text';
import { isAtLeast } from '../version';
import { conditionCode } from './expressions/condition-text';
import { modelsModule } from './fields/type-fields';
import { fieldNames } from './index-code';
import { expressionHome, type ObjectHome } from './object-home';
import { isProblem, type Problem } from './problem';

/** An entry of `Meta.constraints` for a uniqueness rule. */
export function uniqueCode(unique: Unique, home: ObjectHome): BracketedCode | Problem {
  const problem = uniqueProblem(unique, home);
  if (problem !== null) return problem;
  const fields = fieldNames(unique.columns, home);
  if (isProblem(fields)) return fields;
  const include = fieldNames(unique.include, home);
  if (isProblem(include)) return include;
  const { file } = home;
  const args: Code[] = [listCode('fields=', fields)];
  if (include.length > 0) args.push(listCode('include=', include));
  if (unique.deferrable) {
    const deferrable = file.spelling.spell(modelsModule, 'Deferrable', file.hidden);
    args.push(`deferrable=${deferrable}.${unique.initiallyDeferred ? 'DEFERRED' : 'IMMEDIATE'}`);
  }
  if (unique.nullsNotDistinct) args.push('nulls_distinct=False');
  const name = unique.name ?? objectName(home.table, unique.columns.join('_'), 'key');
  args.push(`name=${pythonString(name, file.style)}`);
  return callCode(file.spelling.spell(modelsModule, 'UniqueConstraint', file.hidden), args);
}

function uniqueProblem(unique: Unique, { version, table }: ObjectHome): Problem | null {
  const of = `The uniqueness rule ${unique.name ?? unique.columns.join(', ')} of ${table}`;
  const remedy = 'Add it to the database by a migration with RunSQL, and allow the finding in the options.';
  if (unique.nullsNotDistinct && !isAtLeast(version, 5, 0)) {
    return { why: `${of} treats NULLs as equal, which Django can say since 5.0.`, remedy };
  }
  if (unique.deferrable && unique.nullsNotDistinct) {
    return { why: `${of} is deferrable and treats NULLs as equal; Django leaves the first out then.`, remedy };
  }
  if (unique.deferrable && unique.include.length > 0) {
    return { why: `${of} is deferrable and has INCLUDE, which Django does not take together.`, remedy };
  }
  return null;
}

/** An entry of `Meta.constraints` for a check. */
export function checkCode(check: Check, home: ObjectHome): BracketedCode | Problem {
  const { file } = home;
  const name = check.name ?? objectName(home.table, check.columns[0] ?? null, 'check');
  const remedy = 'Add it to the database by a migration with RunSQL, and allow the finding in the options.';
  const { expression } = check;
  if (isUnreadable(expression)) {
    return { why: `The check ${name} of ${home.table} could not be read: ${expression.unreadable}.`, remedy };
  }
  // Called `check` until Django 5.0.
  const keyword = isAtLeast(home.version, 5, 1) ? 'condition=' : 'check=';
  const condition = conditionCode(expression, expressionHome(home, 'check'), keyword);
  if (isUnreadable(condition)) {
    return { why: `The check ${name} of ${home.table}, ${expression}, ${condition.unreadable}.`, remedy };
  }
  const called = file.spelling.spell(modelsModule, 'CheckConstraint', file.hidden);
  return callCode(called, [condition, `name=${pythonString(name, file.style)}`]);
}
