import { plainSpelling, type Spelling } from '../ddl/spelling';
import { guideHabits, peopleType } from '../edits/people-type';

const values: Readonly<Record<string, string>> = { 'now()': 'CURRENT_TIMESTAMP', true: 'TRUE', false: 'FALSE' };

/** As the guide spells: `VARCHAR(100)`, `SERIAL`, `TIMESTAMP WITH TIME ZONE`, `CURRENT_TIMESTAMP`. */
export const guideSpelling: Spelling = {
  ...plainSpelling,
  type: (type) => peopleType(type, guideHabits),
  value: (expression) => values[expression] ?? expression,
};
