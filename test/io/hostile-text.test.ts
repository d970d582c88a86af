import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInputError } from '../../src/core/index.js';
import {
  frenchBlocks,
  parseFacts,
  parseFrench,
  parseFrenchFacts,
  parseObservations,
  parsePrices,
  parseQuotes,
  parseReturns,
  parseStockPanel,
} from '../../src/io/index.js';

const monthly = { frequency: 'monthly', units: 'fraction' } as const;
const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['parseReturns', (text) => parseReturns(text, { ...monthly, dateFormat: 'YYYYMM' })],
  ['parseReturns, long', (text) => parseReturns(text, { ...monthly, long: { asset: 'ticker', value: 'ret' } })],
  ['parsePrices', (text) => parsePrices(text, { frequency: 'daily', adjusted: true })],
  ['parseQuotes', (text) => parseQuotes(text, { asset: 'A', frequency: 'daily' })],
  ['parseObservations', (text) => parseObservations(text, { knownAfter: { months: 1 }, units: 'percent' })],
  ['parseFacts', (text) => parseFacts(text, { describes: 'beginning', dateFormat: 'YYYYMM' })],
  [
    'parseStockPanel',
    (text) =>
      parseStockPanel(text, {
        ...monthly,
        asset: 'ticker',
        returns: 'ret',
        delisting: 'dlret',
        fields: { be: { column: 'be', knownOn: 'filed' } },
      }),
  ],
  ['parseFrench', (text) => parseFrench(text)],
  ['parseFrenchFacts', (text) => parseFrenchFacts(text, { block: 'Number', describes: 'end' })],
  ['frenchBlocks', (text) => frenchBlocks(text)],
];

/** Reads a text; anything but an answer or an InputError that says what is wrong is a fault. */
function survives(read: (text: string) => unknown, text: string): void {
  try {
    read(text);
  } catch (error) {
    if (!isInputError(error)) throw error;
    expect(error.message.length).toBeGreaterThan(20);
  }
}

/** Pieces of which tables, and broken tables, are made. */
const piece = fc.constantFrom(
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\r',
  '"',
  '""',
  '"a\nb"',
  'date',
  'Date',
  'ticker',
  'ret',
  'dlret',
  'be',
  'filed',
  'Adj Close',
  'Close',
  '2024-01-31',
  '2024-02-29',
  '202401',
  '202402',
  '1/31/2024',
  '2023-02-29',
  '99999999',
  '0000-00-00',
  '0.01',
  '-0.02',
  '1e308',
  '1e-320',
  '-0',
  '.',
  '-99.99',
  '=1+1',
  '#N/A',
  'NaN',
  'Infinity',
  '{',
  '}',
  '[',
  ']',
  ':',
  '{"date":"2024-01-31","A":0.1}',
  'null',
  '\uFEFF',
  '\0',
  '\u2028',
  '__proto__',
  'constructor',
  ' ',
  '',
  '<html>',
  'PK\u0003\u0004',
  'Number of Firms',
  '😀',
  '\ud800',
  '1,5',
);

describe.each(readers)('%s', (_, read) => {
  it('answers any text with figures or with an InputError', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        survives(read, text);
      }),
      { numRuns: 60 },
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        survives(read, pieces.join(''));
      }),
      { numRuns: 150 },
    );
  });

  it('answers a right table with a wrong piece in it likewise', () => {
    const right =
      'date,ticker,ret,dlret,be,filed\n2024-01-31,A,0.01,,5,2024-01-15\n2024-02-29,A,0.02,-0.3,6,2024-02-15\n'.split(
        /(?=[,\n])/,
      );
    fc.assert(
      fc.property(fc.nat(right.length), fc.nat(2), piece, (at, removed, wrong) => {
        const pieces = [...right];
        pieces.splice(at, removed, wrong);
        survives(read, pieces.join(''));
      }),
      { numRuns: 120 },
    );
  });

  it('comes to an end with long and deep nonsense', () => {
    for (const text of [
      '"'.repeat(100_001),
      ','.repeat(100_000),
      '\n'.repeat(100_000),
      '['.repeat(50_000),
      '{"a":'.repeat(5_000),
      ' '.repeat(1_000_000),
      `date,A\n${'9'.repeat(100_000)},1\n`,
      `date,A\n2024-01-31,${'1'.repeat(100_000)}\n`,
      `date,A\n2024-01-31,${'1,'.repeat(50_000)}\n`,
      `d,${'a'.repeat(100_000)}\n2024-01-31,x\n`,
      '202401,1\n'.repeat(20_000),
      `date,A\n2024-01-31,${'-'.repeat(50_000)}1\n`,
      '{"date":['.repeat(2_000),
    ]) {
      survives(read, text);
    }
  });
});
