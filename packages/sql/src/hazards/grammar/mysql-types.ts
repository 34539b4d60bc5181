/** What changing a column from one type to another does to the rows that are there. */
export interface MysqlTypeChange {
  /** Is the table copied while writers wait? */
  readonly copies: boolean;
  /** Can a value be one that the new type refuses? */
  readonly canFail: boolean;
  /** What of a value the new type does not hold, as a phrase; null for nothing. */
  readonly loses: string | null;
}

const integers = ['tinyint', 'smallint', 'mediumint', 'int', 'bigint'];
const texts: Readonly<Record<string, number>> = {
  tinytext: 255,
  text: 65_535,
  mediumtext: 16_777_215,
  longtext: 4_294_967_295,
};
const floats = ['float', 'double'];

interface Parts {
  readonly base: string;
  readonly numbers: readonly number[];
  readonly labels: readonly string[];
  readonly unsigned: boolean;
}

/** Both types are in normal form. */
export function mysqlTypeChange(from: string, to: string): MysqlTypeChange {
  const [a, b] = [partsOf(from), partsOf(to)];
  return { copies: !keepsRows(a, b), canFail: !isWidening(a, b), loses: lossOf(a, b) };
}

function partsOf(type: string): Parts {
  const [, base = type, inside = ''] = /^([a-z ]+?)(?:\((.*)\))?(?: unsigned)?(?: zerofill)?$/s.exec(type) ?? [];
  const isList = base === 'enum' || base === 'set';
  return {
    base,
    numbers: isList || inside === '' ? [] : inside.split(',').map(Number),
    labels: isList ? (inside.match(/'(?:[^'\\]|''|\\[\s\S])*'/g) ?? []) : [],
    unsigned: / unsigned\b/.test(type),
  };
}

/** A longer VARCHAR whose length takes as many bytes, and labels at the end, change no row. */
function keepsRows(a: Parts, b: Parts): boolean {
  if (a.base !== b.base || a.unsigned !== b.unsigned) return false;
  if (a.base === 'enum' || a.base === 'set') return a.labels.every((label, at) => b.labels[at] === label);
  const [before = 0, after = 0] = [a.numbers[0], b.numbers[0]];
  // Up to four bytes a character: what is certain for every character set.
  return a.base === 'varchar' && after >= before && (after * 4 <= 255 || before > 255);
}

function isWidening(a: Parts, b: Parts): boolean {
  if (keepsRows(a, b)) return true;
  const room = (part: Parts): number => texts[part.base] ?? (part.numbers[0] ?? 1) * 4;
  const isText = (part: Parts): boolean => part.base in texts || part.base === 'varchar' || part.base === 'char';
  if (isText(a) && isText(b)) return room(b) >= room(a);
  if (integers.includes(a.base) && integers.includes(b.base)) {
    const grows = integers.indexOf(b.base) - integers.indexOf(a.base);
    if (a.unsigned === b.unsigned) return grows >= 0;
    return a.unsigned && grows > 0;
  }
  if (a.base === 'decimal' && b.base === 'decimal') return whole(b) >= whole(a);
  if (isText(b)) return room(b) >= 255;
  return a.base === b.base && a.labels.every((label) => b.labels.includes(label)) && a.unsigned === b.unsigned;
}

function whole({ numbers: [precision = 10, scale = 0] }: Parts): number {
  return precision - scale;
}

function lossOf(a: Parts, b: Parts): string | null {
  const scale = (part: Parts): number => (part.base === 'decimal' ? (part.numbers[1] ?? 0) : 0);
  if ([...floats, 'decimal'].includes(a.base) && integers.includes(b.base)) {
    return floats.includes(a.base) || scale(a) > 0 ? 'the digits behind the point' : null;
  }
  if (a.base === 'decimal' && b.base === 'decimal' && scale(a) > scale(b)) {
    return `digits behind the point, of which ${scale(b)} stay`;
  }
  if (a.base === 'double' && b.base === 'float') return 'digits that float does not hold';
  if (['datetime', 'timestamp'].includes(a.base) && b.base === 'date') return 'the time of day';
  if (['datetime', 'timestamp'].includes(a.base) && b.base === 'time') return 'the date';
  const isMoment =
    ['datetime', 'timestamp', 'time'].includes(a.base) && ['datetime', 'timestamp', 'time'].includes(b.base);
  return isMoment && (a.numbers[0] ?? 0) > (b.numbers[0] ?? 0) ? 'parts of seconds' : null;
}
