/** Runs one SQL statement in the database to read and answers its rows, as objects keyed by column name. */
export type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

/** A session with a running database that only reads. What goes wrong in it is a `ServerFault`. */
export interface ServerSession {
  readonly query: Query;
  close(): Promise<void>;
}

/** How long to wait, in milliseconds: for the connection, and for each statement. */
export interface ServerLimits {
  readonly timeout: number;
}
