import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The compiled packages: what users run, not their sources. */
export const { RuntimeReadings } = require('../../../packages/cli/dist/host/runtime-readings.js');
export const { openHost } = require('../../../packages/cli/dist/host/host.js');
export const { compareReadings } = require('../../../packages/database/dist/self-check/compare-readings.js');
export const {
  isMadeHere,
  scratchAt,
  startScratch,
} = require('../../../packages/database/dist/scratch/scratch-server.js');
export const { sqlDialect } = require('../../../packages/sql/dist/index.js');
export const { dialectTraits, SourceFile } = require('../../../packages/schema/dist/index.js');
export const { startMysqlDatabase } = require('../../dist/oracle/mysql-database.js');

const { splitSql } = require('../../../packages/sql/dist/psql/split.js');
const { splitStatements } = require('../../../packages/sql/dist/grammar/split.js');
const grammars = require('../../../packages/sql/dist/grammar/grammars.js');

const splitters = {
  postgresql: splitSql,
  mysql: (text) => splitStatements(text, grammars.mysqlGrammar.lexis),
  mariadb: (text) => splitStatements(text, grammars.mariadbGrammar.lexis),
  sqlite: (text) => splitStatements(text, grammars.sqliteGrammar.lexis),
};

/** Where the statements of a text stand; those that data follows are left out. */
export function statementsOf(text, dialect) {
  return splitters[dialect](text).flatMap(({ kind, span, isFollowedByData }) =>
    kind === 'statement' && !isFollowedByData ? [span] : [],
  );
}
