#!/usr/bin/env node
import { runProgram } from './program.js';

process.exitCode = runProgram(process.argv.slice(2), {
  out: (text) => {
    console.log(text);
  },
  err: (text) => {
    console.error(text);
  },
});
