import type { HostAt } from '../host/host';
import { Refusal } from '../host/refusal';
import type { ChangePlan } from './change-plan';
import type { SyncOfSchema } from './plan-request';

/** What bringing every source to the canonical file comes to. The canonical file stays as it is. Writes nothing. */
export async function planSync(_request: SyncOfSchema, _host: HostAt): Promise<ChangePlan> {
  throw new Refusal('A sync cannot be planned yet.');
}
