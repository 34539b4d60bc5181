import type { Value } from '../../syntax/value';
import type { FieldReading } from './field-of-value';

/** The value itself; the setting's that it names; the stored value of the enum member that it is. */
export function knownValue(value: Value, reading: FieldReading): Value {
  const settled = reading.settings.settled(value);
  return reading.program.enumMember(settled)?.value ?? settled;
}

/** An argument's value. `choices` may be a Choices class, and holds members of enums among its pairs. */
export function knownArgument(name: string, value: Value, reading: FieldReading): Value {
  const known = knownValue(value, reading);
  return name === 'choices' ? knownChoices(known, reading) : known;
}

function knownChoices(choices: Value, reading: FieldReading): Value {
  switch (choices.kind) {
    case 'class': {
      const members = reading.program.enumMembers(choices);
      if (members === null) return choices;
      const items = members.map(({ value, label }) => pair(value, label, choices));
      return { kind: 'list', items, place: choices.place };
    }
    case 'list':
    case 'tuple':
      return { ...choices, items: choices.items.map((item) => knownChoices(item, reading)) };
    case 'dict': {
      const entries = choices.entries.map(
        ([key, label]) => [knownValue(key, reading), knownChoices(label, reading)] as const,
      );
      return { ...choices, entries };
    }
    default:
      return knownValue(choices, reading);
  }
}

/** The label is shown, not stored; migrations remember it all the same. */
function pair(value: Value, label: Value | null, at: Value): Value {
  return { kind: 'tuple', items: [value, label ?? { kind: 'none', place: at.place }], place: at.place };
}
