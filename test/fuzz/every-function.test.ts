import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadDoors } from '../support/doors.js';
import { again } from '../support/again.js';
import { fuzzFunction } from './fuzz-function.js';
import { notFuzzed } from './not-fuzzed.js';
import { type AnyFunction, type RecordedCall, recordedCalls } from './recorded-calls.js';

const doors = await loadDoors();
const functions = [...doors.values()].flatMap((exported) =>
  Object.entries(exported).filter((entry): entry is [string, AnyFunction] => typeof entry[1] === 'function'),
);
const SEED = 20_261_121;
/** Questions to each function; the long run is `npm run fuzz`. */
const RUNS = again ? 2 : 4;

let calls: readonly RecordedCall[] = [];
const before = process.cwd();
const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));

beforeAll(async () => {
  calls = await recordedCalls(doors, true);
  process.chdir(folder);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network in a fuzz run')));
});

afterAll(() => {
  vi.unstubAllGlobals();
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

describe('bad input made from the good input of the documentation', () => {
  it('there is a good call of every exported function, or a reason why it is not called', () => {
    const called = new Set(calls.map(({ name }) => name));
    expect(functions.map(([name]) => name).filter((name) => !called.has(name) && !(name in notFuzzed))).toEqual([]);
    const names = new Set(functions.map(([name]) => name));
    expect(Object.keys(notFuzzed).filter((name) => !names.has(name) || called.has(name))).toEqual([]);
  });

  it('is refused by name, or answered: no other error, no hang, no changed prototype, no markup', async () => {
    const found: unknown[] = [];
    const unique = new Map(functions.filter(([name]) => !(name in notFuzzed)));
    let place = 0;
    for (const [name, act] of unique) {
      place++;
      const own = calls.filter((call) => call.name === name);
      found.push(await fuzzFunction(name, act, own, { seed: SEED + place, runs: name.startsWith('fetch') ? 1 : RUNS }));
    }
    expect(found.filter((one) => one !== undefined)).toEqual([]);
  });
});
