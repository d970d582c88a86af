import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parsePrices, parseQuotes, type QuotesTextOptions, readQuotes } from '../../src/io/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { raw } from './raw.js';

const folder = mkdtempSync(join(tmpdir(), 'backtilt-quotes-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const daily = { asset: 'SPY', frequency: 'daily' } as const satisfies QuotesTextOptions;

/** A quarter's dividend of 1 goes off on the second day: the adjusted close has it, the bare one has not. */
const yahoo = [
  'Date,Open,High,Low,Close,Adj Close,Volume',
  '2024-01-29,99,101,98,100,99,1000',
  '2024-01-30,99,100,98,99,99,1200',
  '2024-01-31,null,null,null,null,null,null',
  '2024-02-01,99,109,99,108.9,108.9,900',
  '',
].join('\n');
const stooq = 'Date,Open,High,Low,Close,Volume\n2024-01-30,99,101,98,100,1000\n2024-01-31,100,103,100,102,1200\n';

describe('parseQuotes', () => {
  it('takes the adjusted close where there is one: total returns', () => {
    const spy = parseQuotes(yahoo, daily).returns('SPY');
    // 99/99 − 1; the day without a price leaves out the return into it and the one out of it.
    expect([...spy.values]).toEqual([0, NaN, NaN]);
    expect(spy.meta.kind).toBe('total');
    expect(parseQuotes(yahoo, { ...daily, adjusted: true }).toJSON()).toEqual(parseQuotes(yahoo, daily).toJSON());
  });

  it('takes the bare close only when that is said: price returns', () => {
    const spy = parseQuotes(yahoo, { ...daily, adjusted: false }).returns('SPY');
    expect([...spy.values]).toEqual([99 / 100 - 1, NaN, NaN]);
    expect(spy.meta.kind).toBe('price');
  });

  it('refuses a file without an adjusted close until it is said what its close is', () => {
    expectInputError('option.missing', ['no adjusted close', '"Close"', 'adjusted: true', 'adjusted: false'], () =>
      parseQuotes(stooq, daily),
    );
    const total = parseQuotes(stooq, { ...daily, adjusted: true }).returns('SPY');
    const price = parseQuotes(stooq, { ...daily, adjusted: false }).returns('SPY');
    expect([total.values[0], total.meta.kind, price.values[0], price.meta.kind]).toEqual([
      102 / 100 - 1,
      'total',
      102 / 100 - 1,
      'price',
    ]);
  });

  it.each([
    'Date,Open,High,Low,Close*,Adj Close**,Volume',
    'timestamp,open,high,low,close,adjusted_close,volume',
    'date,open,high,low,close,adjClose,volume',
    'Date,Close,Adj. Close,Open,High,Low,Volume',
    'Date,Close/Last,Adjusted Close,Open,High,Low,Volume',
  ])('knows the names of several vendors: %s', (header) => {
    const cells = header.split(',').map((name) => (/adj/i.test(name) ? 50 : 100));
    const row = (date: string, factor: number): string =>
      [date, ...cells.slice(1).map((price) => price * factor)].join(',');
    const panel = parseQuotes(`${header}\n${row('2024-01-30', 1)}\n${row('2024-01-31', 1.5)}\n`, daily);
    expect(panel.returns('SPY').values[0]).toBe(0.5);
    expect(panel.returns('SPY').meta.kind).toBe('total');
  });

  it('refuses files newest first, cells of other columns that it does not read left aside', () => {
    const turned = 'Date,Open,High,Low,Close,Volume\n2024-01-31,?,?,?,102,"1,200"\n2024-01-30,?,?,?,100,"1,000"\n';
    expectInputError('calendar.order', ['line 3', 'oldest first'], () =>
      parseQuotes(turned, { ...daily, adjusted: true }),
    );
  });

  it('refuses months dated by their first day unless that is declared', () => {
    const months = 'Date,Open,High,Low,Close,Adj Close,Volume\n2024-01-01,1,1,1,1,100,1\n2024-02-01,1,1,1,1,110,1\n';
    expectInputError('calendar.frequency', ['"YYYY-MM-01"'], () =>
      parseQuotes(months, { asset: 'A', frequency: 'monthly' }),
    );
    const panel = parseQuotes(months, { asset: 'A', frequency: 'monthly', dateFormat: 'YYYY-MM-01' });
    expect([panel.calendar.date(-1), panel.calendar.date(0)]).toEqual(['2024-01-31', '2024-02-29']);
    // A last line of the running month, dated today, is a second row of it.
    const running = `${months}2024-02-20,1,1,1,1,111,1\n`;
    expectInputError('date.format', ['line 4', '2024-02-20'], () =>
      parseQuotes(running, { asset: 'A', frequency: 'monthly', dateFormat: 'YYYY-MM-01' }),
    );
  });

  it('refuses what has no close, or more than one', () => {
    expectInputError('file.format', ['no column of closes', 'Open, High'], () =>
      parseQuotes('Date,Open,High\n2024-01-30,1,1\n', daily),
    );
    expectInputError('file.format', ['more than one', 'Adj Close, Adjusted Close'], () =>
      parseQuotes('Date,Adj Close,Adjusted Close\n2024-01-30,1,1\n', daily),
    );
    expectInputError('file.format', ['one cell', 'Exceeded'], () =>
      parseQuotes('Exceeded the daily hits limit\n', daily),
    );
    expectInputError('file.format', ['one cell', 'No data'], () => parseQuotes('No data\n', daily));
    expectInputError('option.type', ['asset'], () => parseQuotes(yahoo, { frequency: 'daily' } as never));
    expectInputError('option.type', ['adjusted', '"yes"'], () =>
      parseQuotes(yahoo, { ...daily, adjusted: 'yes' as never }),
    );
    expectInputError('option.unknown', ['"columns"'], () =>
      parseQuotes(yahoo, { ...daily, columns: ['Close'] } as never),
    );
    expectInputError('panel.value', ['line 3', 'is 0'], () =>
      parseQuotes('Date,Adj Close\n2024-01-30,1\n2024-01-31,0\n', daily),
    );
  });

  it('reads files', () => {
    writeFileSync(join(folder, 'spy.csv'), yahoo);
    expect(
      readQuotes(join(folder, 'spy.csv'), { ...daily, net: true, source: 'A vendor' }).returns('SPY').meta,
    ).toEqual({ kind: 'total', net: true, source: 'A vendor' });
    expectInputError('file.missing', ['nowhere.csv'], () => readQuotes('nowhere.csv', daily));
  });
});

describe('parsePrices on a file of quotes', () => {
  const prices = { frequency: 'daily', adjusted: true } as const;

  it('never takes opening prices and volumes for assets', () => {
    expectInputError('file.format', ['Open, High, Low, Close, Adj Close, Volume', "'Adj Close'", 'parseQuotes'], () =>
      parsePrices(yahoo, prices),
    );
    expectInputError('file.format', ["'Close'", 'parseQuotes'], () => parsePrices(stooq, prices));
    expectInputError('file.format', ['parseQuotes'], () =>
      parsePrices('Date,Close,Adj Close\n2024-01-30,1,1\n', prices),
    );
  });

  it('refuses a close that contradicts what was said of it', () => {
    expectInputError('option.range', ['"adjusted" is true', '"Close"', '"Adj Close"'], () =>
      parsePrices(yahoo, { ...prices, columns: { SPY: 'Close' } }),
    );
    expectInputError('option.range', ['"adjusted" is false', '"Adj Close"'], () =>
      parsePrices(yahoo, { ...prices, adjusted: false, columns: { SPY: 'Adj Close' } }),
    );
    expect(parsePrices(yahoo, { ...prices, columns: { SPY: 'Adj Close' } }).returns('SPY').values[0]).toBe(0);
    expect(parsePrices(yahoo, { ...prices, adjusted: false, columns: { SPY: 'Close' } }).returns('SPY').values[0]).toBe(
      99 / 100 - 1,
    );
  });

  it('takes tables of funds, one of which may be called LOW', () => {
    expect(parsePrices('Date,LOW,SPY\n2024-01-30,1,1\n2024-01-31,1,1\n', prices).assets).toEqual(['LOW', 'SPY']);
  });
});

describe.skipIf(!existsSync(raw('SPY.csv')))('price files as published (skipped where they are absent)', () => {
  it.each([
    ['SPY', 24.28475570678711 / 24.11326026916504 - 1],
    ['IWM', 33.7935905456543 / 32.590633392333984 - 1],
    ['AVUV', 44.82516098022461 / 45.01165771484375 - 1],
  ])('%s needs the word that its close is adjusted', (name, first) => {
    expectInputError('option.missing', [`${name}.csv`, 'adjusted'], () =>
      readQuotes(raw(`${name}.csv`), { asset: name, frequency: 'daily' }),
    );
    const panel = readQuotes(raw(`${name}.csv`), { asset: name, frequency: 'daily', adjusted: true });
    expect([panel.assets[0], panel.returns(name).values[0]]).toEqual([name, first]);
  });
});
