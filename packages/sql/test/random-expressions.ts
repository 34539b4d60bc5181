/**
 * Conditions over the table of the cases, made at random from a seed: the combinations that nobody thinks of.
 * The same seed makes the same conditions.
 */
export function randomConditions(seed: number, count: number): readonly string[] {
  const generator = new Generator(seed);
  return Array.from({ length: count }, (_, index) => generator.condition(1 + (index % 3)));
}

const numbers = 'a b c id price low ratio rate 1 0 2.50 -3 0.0 10::bigint 2::numeric "order" 1.5::float8'.split(' ');
const texts = "symbol status name code::text 'x' 'a' '12' '' 'A'::text 'b'::varchar (data->>'a')".split(' ');
const plain = [
  'is_active',
  'NOT deleted',
  'is_active = true',
  'deleted = false',
  'is_active IS TRUE',
  'a IS NULL',
  "status IN ('a', 'b')",
  "mood <> 'ok'",
  "code IN ('a', 'b')",
  "start_date >= '2020-01-01'",
  "created_at < '2020-01-01'",
  "span > interval '1' day",
  'data @> \'{"a":1}\'',
  "tags && ARRAY['x']",
  "'x' = ANY (tags)",
  "NOT (status = 'x' AND status IS NOT NULL)",
];
const comparisons = ['=', '<>', '<', '>', '<=', '>=', '!='];

class Generator {
  constructor(private state: number) {}

  /** A condition that nests that many levels deep. */
  condition(depth: number): string {
    if (depth <= 0) return this.one(plain);
    const number = () => this.number(depth - 1);
    const text = () => this.text(depth - 1);
    const inner = () => this.condition(depth - 1);
    return this.one([
      () => `${number()} ${this.one(comparisons)} ${number()}`,
      () => `${text()} ${this.one(comparisons)} ${text()}`,
      () => `(${inner()}) AND (${inner()})`,
      () => `(${inner()}) OR (${inner()})`,
      () => `NOT (${inner()})`,
      () => `${this.one(plain)} AND ${this.one(plain)} OR ${this.one(plain)}`,
      () => `${number()} BETWEEN ${this.one(numbers)} AND ${this.one(numbers)}`,
      () => `${number()} NOT BETWEEN ${this.one(numbers)} AND 5`,
      () => `${number()} IN (${this.one(numbers)}, ${this.one(numbers)}, 3)`,
      () => `${text()} NOT IN ('a', 'x', ${this.one(texts)})`,
      () => `${text()} = ANY (ARRAY['a', 'x'])`,
      () => `${text()} <> ALL (ARRAY['a', 'x']::varchar[])`,
      () => `${text()} NOT ILIKE '%x%'`,
      () => `${text()} ~ '^[a-z]'`,
      () => `(${inner()}) IS NOT TRUE`,
      () => `(${inner()}) = (${inner()})`,
      () => `${number()} IS DISTINCT FROM ${number()}`,
      () => `(${number()}, ${text()}) = (${number()}, ${text()})`,
    ])();
  }

  private number(depth: number): string {
    if (depth <= 0) return this.one(numbers);
    const inner = () => this.number(depth - 1);
    return this.one([
      () => `(${inner()} + ${inner()})`,
      () => `(${inner()} - ${inner()})`,
      () => `${this.one(numbers)} * (${inner()})`,
      () => `(${inner()}) / 2`,
      () => `(${inner()}) / 2.0`,
      () => `coalesce(${inner()}, ${inner()})`,
      () => `greatest(${inner()}, ${inner()})`,
      () => `nullif(${inner()}, ${inner()})`,
      () => `(${inner()})::numeric`,
      () => `CAST(${inner()} AS float8)`,
      () => `- (${inner()})`,
      () => `length(${this.text(depth - 1)})`,
      () => `round((${inner()})::numeric, 1)`,
      () => `CASE WHEN ${this.condition(depth - 1)} THEN ${inner()} ELSE ${inner()} END`,
    ])();
  }

  private text(depth: number): string {
    if (depth <= 0) return this.one(texts);
    const inner = () => this.text(depth - 1);
    return this.one([
      () => `upper(${inner()})`,
      () => `(${inner()} || ${inner()})`,
      () => `coalesce(${inner()}, ${inner()})`,
      () => `(${inner()})::text`,
      () => `CAST(${inner()} AS varchar)`,
      () => `trim(${inner()})`,
      () => `substring(${inner()} from 1 for 2)`,
      () => `nullif(${inner()}, '')`,
      () => `CASE WHEN ${this.condition(depth - 1)} THEN ${inner()} ELSE ${inner()} END`,
    ])();
  }

  private one<T>(choices: readonly [T, ...T[]] | readonly T[]): T {
    this.state = (Math.imul(this.state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const choice = choices[Math.floor((this.state / 0x8000_0000) * choices.length)];
    if (choice === undefined) throw new Error('There is nothing to choose from.');
    return choice;
  }
}
