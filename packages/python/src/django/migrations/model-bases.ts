import type { ClassValue } from '../../syntax/value';
import { type ModelKey, type ModelState, modelKey } from '../model-state';
import type { Replay } from './replay';

/** The class of keys that migrations leave out: the settings', for in migrations an app has no AppConfig of its own. */
export function autoFieldOfMigrations({ loaded }: Replay): ModelState['autoField'] {
  return loaded.states.autoField;
}

/** A base that is a class: the concrete model of today, if it is one. */
export function parentOfClass(value: ClassValue, { loaded }: Replay): readonly ModelKey[] {
  const app = loaded.states.appOf(value.module);
  const key = app === null ? null : modelKey(app.label, value.name);
  return key !== null && loaded.context.registry.model(key) !== null ? [key] : [];
}
