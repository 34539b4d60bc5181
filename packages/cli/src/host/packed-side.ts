import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';
import type { MigrationSide, ModelFacts, ModelOutline } from '@canonical-schema/python';

/** What migrations say of their models, in bytes: of most models it is enough to know that they are alike. */
export interface PackedSide {
  readonly head: Uint8Array;
  readonly facts: Uint8Array;
  /** Where each model's facts lie. */
  readonly spans: ReadonlyMap<string, readonly [start: number, end: number]>;
}

/** Packs a side, whose outlines are digested. */
export function packed({ factsOf, models, ...head }: MigrationSide): PackedSide {
  const parts: Uint8Array[] = [];
  const spans = new Map<string, readonly [number, number]>();
  let at = 0;
  for (const key of models.keys()) {
    const bytes = serialize(factsOf(key));
    parts.push(bytes);
    spans.set(key, [at, at + bytes.length]);
    at += bytes.length;
  }
  return { head: serialize({ ...head, models: digested(models) }), facts: Buffer.concat(parts), spans };
}

/** The side that was packed; a model's facts are unpacked when they are asked for. */
export function unpacked({ head, facts, spans }: PackedSide): MigrationSide {
  const known: Omit<MigrationSide, 'factsOf'> = deserialize(head);
  return {
    ...known,
    factsOf(key): ModelFacts {
      const [start, end] = spans.get(key) ?? [0, 0];
      if (end === 0) throw new Error(`There is no model ${key}.`);
      return deserialize(facts.subarray(start, end));
    },
  };
}

/** Outlines with their likenesses digested: equal for those that are equal. */
export function digested(models: ReadonlyMap<string, ModelOutline>): ReadonlyMap<string, ModelOutline> {
  const digest = (likeness: string): string => createHash('sha256').update(likeness).digest('base64');
  return new Map(
    [...models].map(([key, outline]) => {
      const { likeness } = outline;
      return [key, likeness === null ? outline : { ...outline, likeness: digest(likeness) }];
    }),
  );
}
