import type { ChangePlan, Question } from 'canonical-schema';
import type { ChangeOptions } from './change-options';

/** May the data go that a change loses? Null where it loses none, or the options say so. */
export function lossQuestionOf({ hazards }: ChangePlan, { acceptDataLoss }: ChangeOptions): Question | null {
  const losses = hazards.filter(({ kind }) => kind === 'loses-data');
  if (losses.length === 0 || acceptDataLoss === true) return null;
  return {
    id: 'data-loss',
    message: `${losses.map(({ message }) => message).join(' ')} Is that meant?`,
    choices: [{ label: 'yes, it may go', flag: '--accept-data-loss', answers: { acceptDataLoss: true } }],
  };
}
