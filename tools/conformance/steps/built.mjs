import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The compiled packages: what users run, not their sources. */
export const { withEmbeddedServer } = require('../../../packages/cli/dist/host/scratch-server.js');
export const { RuntimeReadings } = require('../../../packages/cli/dist/host/runtime-readings.js');
export const { openHost } = require('../../../packages/cli/dist/host/host.js');
export const { compareReadings } = require('../../../packages/database/dist/self-check/compare-readings.js');
export const { loadPostgresParser, readCanonical } = require('../../../packages/sql/dist/index.js');
export const { splitSql } = require('../../../packages/sql/dist/psql/split.js');
export const { SourceFile } = require('../../../packages/schema/dist/index.js');
