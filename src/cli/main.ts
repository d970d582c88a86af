#!/usr/bin/env node
import { progressBar } from './progress-bar.js';
import { runProgram } from './program.js';

process.exitCode = await runProgram(process.argv.slice(2), {
  out: (text) => {
    console.log(text);
  },
  err: (text) => {
    console.error(text);
  },
  ...(process.stderr.isTTY ? { progress: progressBar((text) => process.stderr.write(text)) } : {}),
});
