/** Where things stand in the log that SQLite writes beside a database in WAL mode: numbers are big-endian. */
const headerLength = 32;
const frameHeaderLength = 24;

/** The magic number; its last bit says that checksums are taken over big-endian words. */
const magic = 0x377f0682;

/**
 * The database as a reader would find it: with the pages of every transaction that is complete in its write-ahead log.
 * A log may begin with frames of the past and end within a transaction; salts and checksums tell, as they tell SQLite.
 */
export function withWriteAheadLog(database: Uint8Array, log: Uint8Array): Uint8Array {
  if (log.length < headerLength) return database;
  const words = new DataView(log.buffer, log.byteOffset, log.byteLength);
  if ((words.getUint32(0) & ~1) >>> 0 !== magic) return database;
  const pageLength = words.getUint32(8);
  const isLittleEndian = (words.getUint32(0) & 1) === 0;
  const sumOf = (from: number, length: number, seed: Checksum): Checksum => {
    let [first, second] = seed;
    for (let at = from; at < from + length; at += 8) {
      first = (first + words.getUint32(at, isLittleEndian) + second) >>> 0;
      second = (second + words.getUint32(at + 4, isLittleEndian) + first) >>> 0;
    }
    return [first, second];
  };
  const isAt = (at: number, [first, second]: Checksum): boolean =>
    words.getUint32(at) === first && words.getUint32(at + 4) === second;

  let sum = sumOf(0, 24, [0, 0]);
  if (!isAt(24, sum)) return database;
  const salts: Checksum = [words.getUint32(16), words.getUint32(20)];
  let settled: Pages = { pages: new Map(), count: 0 };
  const pages = new Map<number, number>();
  const frameLength = frameHeaderLength + pageLength;
  for (let at = headerLength; at + frameLength <= log.length; at += frameLength) {
    sum = sumOf(at + frameHeaderLength, pageLength, sumOf(at, 8, sum));
    if (!isAt(at + 8, salts) || !isAt(at + 16, sum)) break;
    pages.set(words.getUint32(at), at + frameHeaderLength);
    const count = words.getUint32(at + 4);
    if (count > 0) settled = { pages: new Map(pages), count };
  }
  return settled.count === 0 ? database : withPages(database, log, pageLength, settled);
}

type Checksum = readonly [number, number];

/** Where the newest content of each page begins in the log, by number from 1, and how many pages there are. */
interface Pages {
  readonly pages: ReadonlyMap<number, number>;
  readonly count: number;
}

function withPages(database: Uint8Array, log: Uint8Array, length: number, { pages, count }: Pages): Uint8Array {
  const whole = new Uint8Array(count * length);
  whole.set(database.subarray(0, whole.length));
  for (const [number, at] of pages) {
    if (number <= count) whole.set(log.subarray(at, at + length), (number - 1) * length);
  }
  return whole;
}
