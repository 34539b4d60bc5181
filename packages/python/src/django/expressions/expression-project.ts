import { type Fact, unreadable } from '@canonical-schema/schema';
import type { Value } from '../../syntax/value';
import { truthFact } from '../constants';
import type { FieldReading } from '../fields/field-of-value';
import { knownValue } from '../fields/known-value';
import type { Settings } from '../settings';
import { type DjangoVersion, isAtLeast } from '../version';

/** What expressions take from the project around their model. */
export interface ExpressionProject {
  /** What a value stands for: an enum member's stored value, a setting's value; itself otherwise. */
  known(value: Value): Value;
  /** `TIME_ZONE` where `USE_TZ` is on, null where it is off. */
  readonly timeZone: Fact<string | null>;
}

/** The project that settings and Python code describe. */
export function expressionProject(reading: FieldReading, version: DjangoVersion): ExpressionProject {
  return {
    known: (value) => knownValue(value, reading),
    timeZone: timeZoneOf(reading.settings, version),
  };
}

function timeZoneOf(settings: Settings, version: DjangoVersion): Fact<string | null> {
  const using = settings.value('USE_TZ');
  const isUsed = using === null ? isAtLeast(version, 5, 0) : truthFact(using);
  if (isUsed === false) return null;
  const zone = settings.value('TIME_ZONE');
  if (isUsed !== true || zone?.kind !== 'str') return unreadable('it depends on the settings USE_TZ and TIME_ZONE');
  return zone.value;
}
