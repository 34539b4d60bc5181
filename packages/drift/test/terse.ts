import type { Dialect, PythonDefault, Reading, Source } from '@canonical-schema/schema';

/** A case's `case.json`: readings in a notation that fits on a screen. `terse-tables.ts` reads it. */
export interface TerseCase {
  /** PostgreSQL where absent. */
  readonly dialect?: Dialect;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly canonical: TerseReading;
  readonly others: readonly (TerseReading & { readonly source: Source; readonly mirror?: 'all' | 'subset' })[];
}

export interface TerseReading {
  readonly tables?: Readonly<Record<string, TerseTable>>;
  readonly enums?: Readonly<Record<string, readonly string[]>>;
  /** `numeric(10,2) | not null | check VALUE > 0`. */
  readonly domains?: Readonly<Record<string, string>>;
  /** Name to kind: `{ "recent_stocks": "view" }`. */
  readonly others?: Readonly<Record<string, string>>;
  /** `whole: class Stock: its base could not be found | table stocks`. */
  readonly unread?: readonly string[];
  /** `table` where the statement names one. */
  readonly remarks?: readonly (Pick<Reading['remarks'][number], 'code' | 'message'> & { readonly table?: string })[];
}

/** Parts of each string are separated by ` | `; the first says what it is, the others are `word value` or a word alone. */
export interface TerseTable {
  /** `character varying(10) | null | default 'x' | python 'x' | serial | choices a,b | ?nullable why`. */
  readonly columns?: Readonly<Record<string, string>>;
  readonly key?: readonly string[];
  readonly keyName?: string;
  /** `symbol, exchange | named uq_symbol | deferrable`. */
  readonly unique?: readonly string[];
  /** `stock_id -> stocks(id) | delete cascade | python CASCADE`. */
  readonly foreign?: readonly string[];
  /** `price > 0 | on price | named ck_price | field`. */
  readonly check?: readonly string[];
  /** `USING gist (room WITH =) | on room`. */
  readonly exclude?: readonly string[];
  /** `symbol, created_at desc | named idx | gin | unique | where active | include price | foreign-key`. */
  readonly index?: readonly string[];
  readonly comment?: string;
  readonly unmanaged?: true;
  readonly model?: string;
  readonly implicitKey?: true;
  readonly external?: true;
  readonly madeUpName?: true;
  /** `index | named idx | on symbol | why …`; `same-place` is where the part before stands. */
  readonly unread?: readonly string[];
}

/** The parts of a terse string: what comes first, and the words after it with their values. */
export class Parts {
  readonly head: string;
  private readonly words: ReadonlyMap<string, string>;

  constructor(text: string) {
    const [head = '', ...rest] = text.split(' | ');
    this.head = head;
    this.words = new Map(rest.map((part) => splitOnce(part, ' ')));
  }

  has(word: string): boolean {
    return this.words.has(word);
  }

  value(word: string): string | null {
    return this.words.get(word) ?? null;
  }

  list(word: string): string[] {
    return listOf(this.words.get(word) ?? '');
  }
}

/** The items of `a, b`. */
export function listOf(text: string): string[] {
  return text === '' ? [] : text.split(',').map((item) => item.trim());
}

/** A text before and after the first separator. */
export function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

/** `FetchedValue`, `call name` or SQL. */
export function pythonDefaultOf(text: string): PythonDefault {
  if (text === 'FetchedValue') return { kind: 'fetched' };
  return text.startsWith('call ') ? { kind: 'callable', name: text.slice(5) } : { kind: 'value', sql: text };
}
