// Runs in a process of its own, which scripts/fuzz.ts watches: one line of JSON per fault found.
import { mkdtempSync, openSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadDoors } from '../support/doors.js';
import { fuzzFunction } from './fuzz-function.js';
import { type AnyFunction, isClass, recordedCalls } from './recorded-calls.js';
import { binaryFiles, fuzzBytes } from './byte-fuzz.js';
import { fuzzText } from './text-fuzz.js';
import { textReaders } from './text-readers.js';
import { wideFault, wideFiles } from './wide-files.js';

const [seed, first, until, caseFile, only = ''] = process.argv.slice(2) as [string, string, string, string, string?];
const doors = await loadDoors();
const calls = await recordedCalls(doors);
process.chdir(mkdtempSync(join(tmpdir(), 'fuzz-')));
globalThis.fetch = () => Promise.reject(new TypeError('no network in a fuzz run'));
process.on('unhandledRejection', (reason) =>
  writeSync(1, `${JSON.stringify({ name: 'a promise nobody waits for', fault: String(reason) })}\n`),
);

const functions = Object.assign({}, ...doors.values()) as Record<string, AnyFunction>;
const wanted = only === '' ? undefined : only.split(',');
/** Files after accidents stand among the functions, under the names of their readers. */
const files = [...Object.keys(textReaders), ...Object.keys(binaryFiles), ...Object.keys(wideFiles)];
const widened = new Set<string>();
const called = Object.keys(functions).filter(
  (name) => typeof functions[name] === 'function' && !isClass(functions[name]),
);
const names = [...called, ...files].filter((name) => wanted?.includes(name) ?? true);
const cases = openSync(caseFile, 'w');
let position = Number(first);
while (process.uptime() < Number(until)) {
  const name = names[position % names.length]!;
  if (files.includes(name)) {
    writeSync(cases, `${position} ${name}`.padEnd(2000), 0);
    const fileSeed = Number(seed) * 1_000_003 + position;
    if (name in wideFiles) {
      // Once a process, since each takes some seconds.
      const wide = widened.has(name) ? undefined : wideFault(name, 1_000_000, 60);
      widened.add(name);
      if (wide !== undefined) writeSync(1, `${JSON.stringify({ name, fault: wide })}\n`);
      position++;
      continue;
    }
    const fault = name in textReaders ? fuzzText(name, fileSeed, 1500) : await fuzzBytes(name, fileSeed, 150);
    if (fault !== undefined) writeSync(1, `${JSON.stringify({ name, ...fault })}\n`);
    position++;
    continue;
  }
  const found = await fuzzFunction(
    name,
    functions[name]!,
    calls.filter((call) => call.name === name),
    {
      seed: Number(seed) * 1_000_003 + position,
      runs: name.startsWith('fetch') ? 3 : 60,
      slow: true,
      before: (words) => writeSync(cases, `${position} ${words}`.padEnd(2000), 0),
    },
  );
  if (found !== undefined) writeSync(1, `${JSON.stringify(found)}\n`);
  position++;
}
writeSync(1, `${JSON.stringify({ rounds: position / names.length })}\n`);
process.exit(0);
