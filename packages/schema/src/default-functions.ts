/** Every way to ask for the present moment, or a part of it, in normal form and lower case. */
export const presentMoments: ReadonlySet<string> = new Set([
  'now()',
  'transaction_timestamp()',
  'statement_timestamp()',
  'clock_timestamp()',
  'current_timestamp',
  'current_date',
  'current_time',
  'localtime',
  'localtimestamp',
  "timezone('utc', now())",
  "now() at time zone 'utc'",
  '(now())::date',
  'now()::date',
]);

/** Every way to ask for a new random identifier, in normal form and lower case. */
export const randomIdentifiers: ReadonlySet<string> = new Set([
  'gen_random_uuid()',
  'uuid_generate_v4()',
  'public.uuid_generate_v4()',
  'uuidv4()',
  'uuid()',
]);
