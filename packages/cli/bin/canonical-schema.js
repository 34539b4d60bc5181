#!/usr/bin/env node
const { run } = require('../dist/commands/program');

// A reader that has seen enough (`| head`) closes the pipe: no failure, and nothing left to say.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
