/** PostgreSQL's limit for an identifier, in bytes. */
const maximumNameBytes = 63;

const encoder = new TextEncoder();

/** An identifier as PostgreSQL stores it: cut at 63 bytes, never within a character. */
export function truncateName(name: string, bytes: number = maximumNameBytes): string {
  if (name.length * 3 <= bytes || encoder.encode(name).length <= bytes) return name;
  let kept = '';
  let used = 0;
  for (const character of name) {
    used += encoder.encode(character).length;
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}

/**
 * The name PostgreSQL makes for an unnamed object: `name1_name2_label`, the longer of the two names shortened until all
 * of it fits 63 bytes. Source: `makeObjectName` in PostgreSQL's `indexcmds.c`.
 */
export function objectName(name1: string, name2: string | null, label: string | null): string {
  const overhead = (name2 === null ? 0 : 1) + (label === null ? 0 : encoder.encode(label).length + 1);
  const available = maximumNameBytes - overhead;
  let bytes1 = encoder.encode(name1).length;
  let bytes2 = name2 === null ? 0 : encoder.encode(name2).length;
  while (bytes1 + bytes2 > available) {
    if (bytes1 > bytes2) bytes1 -= 1;
    else bytes2 -= 1;
  }
  const parts = [truncateName(name1, bytes1)];
  if (name2 !== null) parts.push(truncateName(name2, bytes2));
  if (label !== null) parts.push(label);
  return parts.join('_');
}

/**
 * `objectName`, with a number behind the label where the name is taken: `t_c_key`, `t_c_key1`.
 * Source: `ChooseRelationName` and `ChooseConstraintName`.
 */
export function freeObjectName(
  name1: string,
  name2: string | null,
  label: string,
  isTaken: (name: string) => boolean,
): string {
  for (let pass = 0; ; pass += 1) {
    const name = objectName(name1, name2, pass === 0 ? label : `${label}${pass}`);
    if (!isTaken(name)) return name;
  }
}

/**
 * The middle part of an index's or unique constraint's name: column names (`expr` for an expression, `expr1`, …) joined
 * with `_` until 63 bytes are passed. Source: `ChooseIndexNameAddition` and `ChooseIndexColumnNames`.
 */
export function columnsNamePart(keys: readonly (string | null)[]): string {
  const names: string[] = [];
  for (const key of keys) {
    const base = key ?? 'expr';
    let name = base;
    for (let number = 1; names.includes(name); number += 1) {
      const suffix = String(number);
      name = truncateName(base, maximumNameBytes - suffix.length) + suffix;
    }
    names.push(name);
  }
  let joined = '';
  for (const name of names) {
    joined += (joined === '' ? '' : '_') + name;
    if (encoder.encode(joined).length >= maximumNameBytes) break;
  }
  return joined;
}
