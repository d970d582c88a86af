import { describe, expect, it } from 'vitest';
import { again } from '../support/again.js';
import { binaryFiles, fuzzBytes } from './byte-fuzz.js';
import { textFault } from './text-fault.js';
import { fuzzText } from './text-fuzz.js';
import { textReaders } from './text-readers.js';
import { wideFault } from './wide-files.js';

const SEED = 20_261_121;

describe('a file after accidents is refused by name and place, or read as a naive reader reads it', () => {
  it.each(Object.keys(textReaders))('%s', (name) => {
    expect(textFault(textReaders[name]!, textReaders[name]!.text)).toBeUndefined();
    expect(fuzzText(name, SEED, again ? 30 : 120)).toBeUndefined();
  });
});

describe('a file of which some bytes were changed is refused by name, or read; one with a checksum is never read otherwise', () => {
  it.each(Object.keys(binaryFiles))('%s', async (name) => {
    expect(await fuzzBytes(name, SEED, name.endsWith('DuckDB') || again ? 6 : 60)).toBeUndefined();
  });
});

describe('100 000 columns are read in bounded time; the long run has a million', () => {
  it.each(['a long table', 'JSON of columns', 'French', 'an unknown column among them', 'a column twice among them'])(
    '%s',
    (name) => {
      expect(wideFault(name, 100_000, 10)).toBeUndefined();
    },
  );
});
