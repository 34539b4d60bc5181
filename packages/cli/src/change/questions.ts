import { tableLabel } from '@canonical-schema/schema';
import type { Question } from './question';
import { type Rename, renameText } from './renames';

/** May a column or a whole table go, with what is in it? */
export function lossQuestion(label: string): Question {
  return {
    id: `data-loss ${label}`,
    message: `The SQL has no ${label} any more. May it go, with its data?`,
    choices: [
      { label: 'it goes', flag: `--drop ${label}`, answers: { drop: [label] } },
      { label: 'everything that the SQL lacks goes', flag: '--accept-data-loss', answers: { acceptDataLoss: true } },
    ],
  };
}

/** Has something another name by now, or did it go and something like it come? */
export function renameQuestion(rename: Rename, evidence: string): Question {
  const text = renameText(rename);
  const [from = ''] = text.split('=');
  const to = rename.kind === 'rename-table' ? tableLabel(rename.to) : rename.to;
  return {
    id: `rename ${from}`,
    message: `Was ${from} renamed to ${to} (${evidence}), or is it gone?`,
    choices: [
      { label: `it is ${to} now`, flag: `--rename ${text}`, answers: { rename: [text] } },
      { label: 'it goes, with its data', flag: `--drop ${from}`, answers: { drop: [from] } },
    ],
  };
}

/** Where a new table's class goes. */
export function ownerQuestion(orm: 'django' | 'sqlalchemy', table: string, candidates: readonly string[]): Question {
  const flag = orm === 'django' ? 'app' : 'module';
  const what = orm === 'django' ? 'Django app' : 'file of SQLAlchemy models';
  return {
    id: `${flag} ${table}`,
    message: `Which ${what} does the new table ${table} belong to?`,
    choices: candidates.map((owner) => ({
      label: owner,
      flag: `--${flag} ${owner}`,
      answers: { [flag]: [`${table}=${owner}`] },
    })),
  };
}

/** What rows get in a column that may not be NULL. `example` is Python for a value of its type; null where none suggests itself. */
export function fillQuestion(column: string, why: string, isNew: boolean, example: string | null): Question {
  const value = example === null ? [] : [{ label: `they get ${example}`, fill: `${column}=${example}` }];
  const none = isNew ? [] : [{ label: 'no row is NULL', fill: column }];
  const choices = [...value, ...none];
  return {
    id: `fill ${column}`,
    message: `${why} Which value do the rows get (--fill ${column}=VALUE, in Python)?`,
    choices: choices.map(({ label, fill }) => ({ label, flag: `--fill ${fill}`, answers: { fill: [fill] } })),
  };
}
