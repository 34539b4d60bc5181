#!/usr/bin/env node
// Since Node 22: compiled code is kept between runs.
require('node:module').enableCompileCache?.();
const { run } = require('../dist/commands/program');

// A reader that has seen enough (`| head`) closes the pipe: no failure, and nothing left to say.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
