#!/usr/bin/env node
const { run } = require('../dist/commands/program');

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
