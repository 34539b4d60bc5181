#!/usr/bin/env node
// Since Node 22: compiled code is kept between runs.
require('node:module').enableCompileCache?.();
// Node 20 has one optimizing compiler, and starts it so soon that a quarter of a run's CPU time goes to code that hardly
// runs again, unless it is a watch. Node 22 has a cheaper one before it, and does better when left alone.
const isWatch = process.argv[2] === 'watch';
if (process.version.startsWith('v20.') && !isWatch) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
const { run } = require('../dist/commands/program');

// A reader that has seen enough (`| head`) closes the pipe: no failure, and nothing left to say.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

run(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});
