import type { HostAt } from '../host/host';
import { Refusal } from '../host/refusal';
import type { ChangePlan } from './change-plan';
import type { ChangeOfSchema } from './plan-request';

/**
 * What making a change in the canonical file and in all that describe the same database comes to. Refuses where the
 * statements do not parse or do not fit the schema. Writes nothing.
 */
export async function planChange(_request: ChangeOfSchema, _host: HostAt): Promise<ChangePlan> {
  throw new Refusal('Changes cannot be planned yet.');
}
