import type { Answers } from '../../packages/cli/src/change/answers';

/** What somebody does to the canonical SQL by hand, as every occurrence of a text and what stands there afterwards. */
export interface HandEdit {
  readonly says: string;
  readonly edits: readonly (readonly [find: string, replace: string])[];
  readonly answers?: Answers;
  /** Why the sources cannot follow, in the planner's words; the edit is taken back then. */
  readonly refuses?: string;
}

const gone = '';

/** Edits of the guide's file by the table that they are about; each group is made in order in one workspace. */
export const handEdits: Readonly<Record<string, readonly HandEdit[]>> = {
  stocks: [
    { says: 'a longer text', edits: [['exchange VARCHAR(20)', 'exchange VARCHAR(40)']] },
    { says: 'a text without an end', edits: [['sector VARCHAR(100)', 'sector TEXT']] },
    {
      says: 'another type of number',
      edits: [['ADD COLUMN IF NOT EXISTS market_cap BIGINT', 'ADD COLUMN IF NOT EXISTS market_cap NUMERIC(20, 2)']],
    },
    { says: 'another default text', edits: [["DEFAULT 'USD'", "DEFAULT 'EUR'"]] },
    {
      says: 'another default truth',
      edits: [['is_active BOOLEAN NOT NULL DEFAULT TRUE', 'is_active BOOLEAN NOT NULL DEFAULT FALSE']],
    },
    {
      says: 'a column among others',
      edits: [['    currency VARCHAR(3)', '    industry VARCHAR(80),\n    currency VARCHAR(3)']],
    },
    {
      says: 'an index',
      edits: [
        [
          'CREATE INDEX IF NOT EXISTS idx_stocks_market_cap',
          'CREATE INDEX IF NOT EXISTS idx_stocks_industry ON stocks (industry, sector DESC);\nCREATE INDEX IF NOT EXISTS idx_stocks_market_cap',
        ],
      ],
    },
    {
      says: 'no index any more',
      edits: [['CREATE INDEX IF NOT EXISTS idx_stocks_name_upper ON stocks (upper(name));\n', gone]],
    },
    {
      says: 'another predicate',
      edits: [['(symbol) WHERE is_active;', '(symbol) WHERE is_active AND market_cap > 0;']],
    },
    { says: 'another bound', edits: [['CHECK (last_price >= 0)', 'CHECK (last_price > 0)']] },
    { says: 'another order of columns', edits: [['ON stocks (sector, exchange)', 'ON stocks (exchange, sector)']] },
    { says: 'another comment', edits: [["'Ticker symbol, upper case'", "'Ticker, as the exchange writes it'"]] },
    { says: 'NULL allowed', edits: [['    name VARCHAR(200) NOT NULL,', '    name VARCHAR(200),']] },
    { says: 'uniqueness of two columns', edits: [['UNIQUE (symbol)', 'UNIQUE (symbol, exchange)']] },
    {
      says: 'a column that rows are filled in',
      edits: [['    currency VARCHAR(3)', '    board_lot INTEGER NOT NULL,\n    currency VARCHAR(3)']],
      answers: { fill: ['stocks.board_lot=1'] },
    },
  ],
  option_contracts: [
    { says: 'a larger number', edits: [['multiplier INTEGER', 'multiplier BIGINT']] },
    {
      says: 'one more label of a check and of choices',
      edits: [["('american', 'european')", "('american', 'european', 'bermudan')"]],
    },
    { says: 'one more label of a check', edits: [["('call', 'put')", "('call', 'put', 'warrant')"]] },
    {
      says: 'a renamed column',
      edits: [
        ['strike_price NUMERIC', 'strike NUMERIC'],
        ['(strike_price > 0)', '(strike > 0)'],
        ['expiration_date, strike_price,', 'expiration_date, strike,'],
      ],
      answers: { rename: ['option_contracts.strike_price=strike'] },
    },
    {
      says: 'rows that keep what they reference',
      edits: [
        [
          'REFERENCES stocks (id) ON DELETE CASCADE,\n    CONSTRAINT uq_option',
          'REFERENCES stocks (id) ON DELETE RESTRICT,\n    CONSTRAINT uq_option',
        ],
      ],
    },
    {
      says: 'a column that goes',
      edits: [['    is_adjusted BOOLEAN NOT NULL DEFAULT FALSE,\n', gone]],
      answers: { drop: ['option_contracts.is_adjusted'] },
    },
    {
      says: 'uniqueness of fewer columns',
      edits: [['expiration_date, strike, option_type)', 'expiration_date, strike)']],
    },
    {
      says: 'a column with a check over two',
      edits: [
        ['    expiration_date DATE NOT NULL,', '    expiration_date DATE NOT NULL,\n    delisted_on DATE,'],
        [
          '    CONSTRAINT ck_option_contracts_strike',
          '    CONSTRAINT ck_contracts_delisted CHECK (delisted_on IS NULL OR delisted_on <= expiration_date),\n    CONSTRAINT ck_option_contracts_strike',
        ],
      ],
    },
    { says: 'a longer unique text', edits: [['contract_symbol VARCHAR(32)', 'contract_symbol VARCHAR(40)']] },
    { says: 'another direction', edits: [['(expiration_date, stock_id)', '(expiration_date DESC, stock_id)']] },
    {
      says: 'no default',
      edits: [
        [
          'first_seen_at TIMESTAMP WITH TIME ZONE NOT NULL DEFAULT CURRENT_TIMESTAMP',
          'first_seen_at TIMESTAMP WITH TIME ZONE NOT NULL',
        ],
      ],
    },
    { says: 'another default number', edits: [['NOT NULL DEFAULT 100', 'NOT NULL DEFAULT 10']] },
    { says: 'no check', edits: [['    CONSTRAINT ck_option_contracts_strike CHECK (strike > 0),\n', gone]] },
  ],
  option_snapshots: [
    {
      says: 'numbers that may be negative',
      edits: [['    CONSTRAINT ck_option_snapshots_volume CHECK (volume >= 0),\n', gone]],
    },
    {
      says: 'a smaller float',
      edits: [['implied_volatility DOUBLE PRECISION', 'implied_volatility REAL']],
      // Django has no field of four bytes.
      refuses: "No field of Django's makes the type real.",
    },
    { says: 'other bounds', edits: [['BETWEEN -1 AND 1', 'BETWEEN -2 AND 2']] },
    {
      says: 'another default and a longer text',
      edits: [["source VARCHAR(50) NOT NULL DEFAULT 'polygon'", "source VARCHAR(80) NOT NULL DEFAULT 'opra'"]],
    },
    {
      says: 'a column that goes',
      edits: [['    gamma NUMERIC(10, 8),\n', gone]],
      answers: { drop: ['option_snapshots.gamma'] },
    },
    {
      says: 'a renamed column',
      edits: [['    vega NUMERIC', '    kappa NUMERIC']],
      answers: { rename: ['option_snapshots.vega=kappa'] },
    },
    { says: 'a column at the end', edits: [["DEFAULT 'opra',\n", "DEFAULT 'opra',\n    rho NUMERIC(10, 6),\n"]] },
    { says: 'NULL no longer', edits: [['    greeks JSONB,', "    greeks JSONB NOT NULL DEFAULT '{}'::jsonb,"]] },
    {
      says: 'an index the other way round',
      edits: [['ON option_snapshots (snapshot_time DESC)', 'ON option_snapshots (snapshot_time)']],
    },
    {
      says: 'no gin index',
      edits: [
        [
          'CREATE INDEX IF NOT EXISTS idx_snapshots_greeks ON option_snapshots USING gin (greeks jsonb_path_ops);\n',
          gone,
        ],
      ],
    },
    { says: 'another predicate', edits: [['WHERE volume > 0', 'WHERE volume > 10']] },
    {
      says: 'uniqueness of one column more',
      edits: [['UNIQUE (contract_id, snapshot_time)', 'UNIQUE (contract_id, snapshot_time, source)']],
    },
    { says: 'a larger number under a check', edits: [['open_interest INTEGER', 'open_interest BIGINT']] },
    {
      says: 'another condition over two columns',
      edits: [['CHECK (bid >= 0 AND ask >= bid)', 'CHECK (bid > 0 AND ask > bid)']],
    },
  ],
  strategies: [
    { says: 'one more label', edits: [["'sideways', 'volatile')", "'sideways', 'volatile', 'crash')"]] },
    {
      says: 'a larger float',
      edits: [['trend_strength REAL', 'trend_strength DOUBLE PRECISION']],
      // The project's RealField says its type itself; only a person knows which class is wanted instead.
      refuses: "trend_strength is made by a class of the project's own, which decides its type.",
    },
    { says: 'more digits', edits: [['vix NUMERIC(6, 2)', 'vix NUMERIC(8, 2)']] },
    {
      says: 'a renamed column',
      edits: [['spy_close', 'spx_close']],
      answers: { rename: ['market_conditions.spy_close=spx_close'] },
    },
    { says: 'no uniqueness', edits: [['    CONSTRAINT uq_market_conditions_day UNIQUE (observed_on),\n', gone]] },
    {
      says: 'a column that goes',
      edits: [['    holding_period INTERVAL,\n', gone]],
      answers: { drop: ['strategy_history.holding_period'] },
    },
    { says: 'NULL and no default', edits: [["notes TEXT NOT NULL DEFAULT ''", 'notes TEXT']] },
    { says: 'longer items of an array', edits: [['tags VARCHAR(50)[]', 'tags VARCHAR(80)[]']] },
    { says: 'another comparison', edits: [['CHECK (quantity <> 0)', 'CHECK (quantity > 0)']] },
    {
      says: 'another default with its label',
      edits: [
        ["DEFAULT 'open'", "DEFAULT 'planned'"],
        ["CHECK (status IN ('open', ", "CHECK (status IN ('planned', 'open', "],
      ],
    },
    {
      says: 'a table with a reference to it',
      edits: [
        [
          'CREATE TABLE IF NOT EXISTS strategy_history (',
          'CREATE TABLE IF NOT EXISTS brokers (\n    id BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,\n    name VARCHAR(80) NOT NULL,\n    CONSTRAINT uq_brokers_name UNIQUE (name)\n);\n\nCREATE TABLE IF NOT EXISTS strategy_history (',
        ],
        ['    notes TEXT,', '    broker_id BIGINT REFERENCES brokers (id) ON DELETE SET NULL,\n    notes TEXT,'],
        [
          'CREATE INDEX IF NOT EXISTS idx_strategy_contract',
          'CREATE INDEX IF NOT EXISTS idx_strategy_broker ON strategy_history (broker_id);\nCREATE INDEX IF NOT EXISTS idx_strategy_contract',
        ],
      ],
      answers: { app: ['strategies'] },
    },
    {
      says: 'rows that go with what they reference',
      edits: [
        ['REFERENCES market_conditions (id) ON DELETE SET NULL', 'REFERENCES market_conditions (id) ON DELETE CASCADE'],
      ],
    },
    { says: 'a wider predicate', edits: [["WHERE status = 'open'", "WHERE status IN ('open', 'rolled')"]] },
    {
      says: 'a first check of a table',
      edits: [
        [
          '    CONSTRAINT uq_brokers_name UNIQUE (name)\n',
          "    CONSTRAINT uq_brokers_name UNIQUE (name),\n    CONSTRAINT ck_brokers_name CHECK (name <> '')\n",
        ],
      ],
    },
  ],
  collection_jobs: [
    {
      says: 'another default number',
      edits: [['priority SMALLINT NOT NULL DEFAULT 5', 'priority SMALLINT NOT NULL DEFAULT 4']],
    },
    { says: 'other bounds', edits: [['BETWEEN 0 AND 9)', 'BETWEEN 0 AND 19)']] },
    { says: 'a text with an end', edits: [['error_message TEXT', 'error_message VARCHAR(500)']] },
    {
      says: 'a column that goes',
      edits: [['    worker_host INET,\n', gone]],
      answers: { drop: ['collection_jobs.worker_host'] },
    },
    { says: 'a smaller number', edits: [['rows_collected BIGINT', 'rows_collected INTEGER']] },
    {
      says: 'NULL no longer in a reference',
      edits: [['    stock_id BIGINT,\n    priority', '    stock_id BIGINT NOT NULL,\n    priority']],
      answers: { fill: ['collection_jobs.stock_id'] },
    },
    {
      says: 'an index for a moment',
      edits: [
        [
          'CREATE INDEX IF NOT EXISTS idx_jobs_stock',
          'CREATE INDEX IF NOT EXISTS idx_jobs_started ON collection_jobs (started_at DESC) WHERE started_at IS NOT NULL;\nCREATE INDEX IF NOT EXISTS idx_jobs_stock',
        ],
      ],
    },
    {
      says: 'no partial index',
      edits: [
        [
          'CREATE INDEX IF NOT EXISTS idx_jobs_unfinished ON collection_jobs (scheduled_at) WHERE finished_at IS NULL;\n',
          gone,
        ],
      ],
    },
    {
      says: 'no default in the database',
      edits: [['job_uuid UUID NOT NULL DEFAULT gen_random_uuid()', 'job_uuid UUID NOT NULL']],
    },
    { says: 'another name of an index', edits: [['idx_jobs_status_priority', 'idx_jobs_queue']] },
    {
      says: 'a renamed table',
      edits: [['collection_jobs', 'collector_runs']],
      answers: { rename: ['collection_jobs=collector_runs'] },
    },
  ],
};

/** Edits of a seeded file, whatever the names in it, with keywords in upper case. */
export const seededHandEdits: readonly HandEdit[] = [
  { says: 'a longer text', edits: [['VARCHAR(40)', 'VARCHAR(44)']] },
  { says: 'more digits', edits: [['NUMERIC(8, 2)', 'NUMERIC(10, 3)']] },
  { says: 'another default', edits: [['DEFAULT 1', 'DEFAULT 3']] },
  { says: 'a larger number and a column after it', edits: [['hours INTEGER', 'hours BIGINT,\n    minutes INTEGER']] },
  { says: 'another name of an index', edits: [['idx_shift_starts', 'idx_shift_from']] },
  { says: 'another comment', edits: [["'What it is called'", "'The name on it'"]] },
  { says: 'a text that is unique', edits: [['contact VARCHAR(80)', 'contact VARCHAR(80) UNIQUE']] },
];
