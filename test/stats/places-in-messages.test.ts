import * as stats from 'backtilt';
import { describe, expect, it } from 'vitest';
import { makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import { inMarket } from '../../src/stats/in-market.js';
import { expectInputError } from '../support/expect-input-error.js';
import { bad, refuses } from '../signals/refused.js';
import { series } from './support.js';

const monthly = series('monthly', [0.01, 0.02, -0.03, 0.01], 'A');
const annual = series('annual', [0.1, 0.2, -0.1, 0.1], 'Y');
const noSeries = (where: string, what: string): string =>
  `${where}: ${what} must be a return series, such as panel.returns('SPY') or the result of a backtest; found 5.`;

type OfOne = (one: ReturnSeries) => unknown;
type OfTwo = (one: ReturnSeries, other: ReturnSeries) => unknown;
type OfOptions = (one: ReturnSeries, options: object) => unknown;
type OfTwoAndOptions = (one: ReturnSeries, other: ReturnSeries, options: object) => unknown;

describe('a statistic names itself', () => {
  it.each([
    'annualReturns',
    'autocorrelation',
    'autocorrelationAdjustedVolatility',
    'cagr',
    'cagrByPeriods',
    'calendarReturns',
    'cornishFisherDomain',
    'decades',
    'drawdownSeries',
    'drawdowns',
    'geometricMean',
    'kellyFraction',
    'marRatio',
    'maxDrawdown',
    'periodToDate',
    'sampleSkewness',
    'semiDeviation',
    'sortinoRatio',
    'tailRatio',
    'ulcerIndex',
    'wealth',
  ] as const)('%s, where it is given a number', (name) => {
    const error = expectInputError('series.invalid', [], () => (stats[name] as OfOne)(bad(5)));
    expect(error.message).toBe(noSeries(name, 'the series'));
  });

  it.each([
    ['activeReturns', 'the benchmark'],
    ['correlation', 'the other series'],
    ['downHitCounts', 'the benchmark'],
    ['downHitRate', 'the benchmark'],
    ['relativeWealth', 'the benchmark'],
    ['specificRisk', 'the benchmark'],
    ['spread', 'the benchmark'],
    ['upBeta', 'the benchmark'],
    ['upHitCounts', 'the benchmark'],
  ] as const)('%s and its sides, where one is a number', (name, second) => {
    const statistic = stats[name] as OfTwo;
    expect(expectInputError('series.invalid', [], () => statistic(bad(5), monthly)).message).toBe(
      noSeries(name, 'the series'),
    );
    expect(expectInputError('series.invalid', [], () => statistic(monthly, bad(5))).message).toBe(
      noSeries(name, second),
    );
  });

  it.each(['beta', 'correlation', 'mSquared', 'specificRisk', 'spread', 'upBeta', 'downBeta'] as const)(
    '%s, where the frequencies differ',
    (name) => {
      const { message } = expectInputError('calendar.mismatch', [], () => (stats[name] as OfTwo)(monthly, annual));
      expect(message.startsWith(`${name}: `)).toBe(true);
    },
  );

  it.each([
    ['autocorrelation', 'lag'],
    ['autocorrelationAdjustedVolatility', 'lags'],
    ['cornishFisherDomain', 'level'],
    ['kellyFraction', 'riskFree'],
    ['sortinoRatio', 'minimumAcceptableReturn'],
  ] as const)('%s, where it is given an option that it does not know', (name, known) => {
    const { message } = expectInputError('option.unknown', [known], () =>
      (stats[name] as OfOptions)(monthly, { other: 1 }),
    );
    expect(message.startsWith(`${name}: `)).toBe(true);
  });

  it.each(['beta', 'mSquared', 'specificRisk', 'upBeta'] as const)('%s, where cash is a number', (name) => {
    const { message } = expectInputError('series.invalid', [], () =>
      (stats[name] as OfTwoAndOptions)(monthly, monthly, { riskFree: 5 }),
    );
    expect(message).toBe(noSeries(name, '"riskFree"'));
  });
});

describe('what a statistic takes is refused with all facts', () => {
  const dietz = { from: '2020-01-01', to: '2020-01-31', startValue: 100, endValue: 110, flows: [] } as const;
  refuses([
    [
      'a window of one month on quarters',
      () => stats.expanding(stats.totalReturn, { months: 1 })(series('quarterly', [0.1])),
      'option.range',
      'expanding: 1 months are 0.3333 periods of a quarterly series; they must be a whole number. Give a multiple of 3 months.',
      { where: 'expanding', months: 1, frequency: 'quarterly' },
    ],
    [
      'a day of a decade that is no day',
      () => stats.decades(annual)['2020s']!.valueOn(bad('May')),
      'date.format',
      'decades, 2020s: found "May" where a day as "YYYY-MM-DD" belongs.',
      { where: 'decades, 2020s', found: '"May"' },
    ],
    [
      'no market',
      () => stats.captureOfMeans(monthly, monthly, bad({})),
      'option.missing',
      "captureOfMeans: \"market\" is missing. Say market: 'up' or market: 'down'.",
      { where: 'captureOfMeans', option: 'market' },
    ],
    [
      'another market',
      () => stats.captureOfMeans(monthly, monthly, bad({ market: 'flat' })),
      'option.range',
      'captureOfMeans: "market" is "flat"; it must be one of \'up\', \'down\'.',
      { where: 'captureOfMeans', option: 'market', found: 'flat', allowed: ['up', 'down'] },
    ],
    [
      'a share that is above 1',
      () => stats.quantile([1, 2], 1.5),
      'option.range',
      'quantile: "p" is 1.5; it must be a finite number from 0 to 1.',
      { where: 'quantile', option: 'p', found: 1.5 },
    ],
    [
      'a text among numbers',
      () => stats.quantile(bad([1, '2']), 0.5),
      'option.type',
      'quantile: "values" must be a list of numbers, found "2" at values[1].',
      { where: 'quantile', found: '"2" at values[1]' },
    ],
    [
      'one and a half lags',
      () => stats.autocorrelationAdjustedVolatility(monthly, { lags: 1.5 }),
      'option.range',
      'autocorrelationAdjustedVolatility: "lags" is 1.5; it must be a whole number from 0 to 11.',
      { where: 'autocorrelationAdjustedVolatility', option: 'lags', found: 1.5 },
    ],
    [
      'years of a ledger that are none',
      () => stats.turnoverSummary([], bad('1')),
      'option.type',
      'turnoverSummary: "years" is "1"; it must be a finite number, 0 or more.',
      { where: 'turnoverSummary', option: 'years', found: '1' },
    ],
    [
      'a trade that paid for itself',
      () => stats.turnoverSummary([{ turnover: 0.5, cost: -0.01, first: true }], 1),
      'option.range',
      'turnoverSummary: "trades[0].cost" is -0.01; it must be a finite number, 0 or more.',
      { where: 'turnoverSummary', option: 'trades[0].cost', found: -0.01 },
    ],
    [
      'a stretch that is a number',
      () => stats.modifiedDietz(bad(5)),
      'option.type',
      'modifiedDietz: the input must be an object, found 5.',
      { where: 'modifiedDietz', found: '5' },
    ],
    [
      'a stretch that begins on no day',
      () => stats.modifiedDietz({ ...dietz, from: 'May' }),
      'date.format',
      'modifiedDietz, from: found "May" where a day as "YYYY-MM-DD" belongs.',
      { where: 'modifiedDietz, from', found: '"May"' },
    ],
    [
      'a stretch that ends on no day',
      () => stats.modifiedDietz({ ...dietz, to: 'May' }),
      'date.format',
      'modifiedDietz, to: found "May" where a day as "YYYY-MM-DD" belongs.',
      { where: 'modifiedDietz, to', found: '"May"' },
    ],
    [
      'a first value that is a text',
      () => stats.modifiedDietz({ ...dietz, startValue: bad('1') }),
      'option.type',
      'modifiedDietz: "startValue" is "1"; it must be a finite number.',
      { where: 'modifiedDietz', option: 'startValue', found: '1' },
    ],
    [
      'a last value that is a text',
      () => stats.modifiedDietz({ ...dietz, endValue: bad('1') }),
      'option.type',
      'modifiedDietz: "endValue" is "1"; it must be a finite number.',
      { where: 'modifiedDietz', option: 'endValue', found: '1' },
    ],
    [
      'a stretch without a day',
      () => stats.modifiedDietz({ ...dietz, to: '2020-01-01' }),
      'option.range',
      'modifiedDietz: "to" is 2020-01-01, which is not after "from", 2020-01-01. The stretch needs at least one day.',
      { where: 'modifiedDietz', from: '2020-01-01', to: '2020-01-01' },
    ],
    [
      'no list of flows',
      () => stats.modifiedDietz({ ...dietz, flows: bad(5) }),
      'option.type',
      'modifiedDietz: "flows" is 5; it must be an array of { date, amount }, empty where there were none.',
      { where: 'modifiedDietz' },
    ],
    [
      'a flow before the stretch',
      () => stats.modifiedDietz({ ...dietz, flows: [{ date: '2019-12-31', amount: 7 }] }),
      'option.range',
      'modifiedDietz: the flow of 7 on 2019-12-31 lies outside of 2020-01-01 to 2020-01-31. Leave it out, or move the valuations.',
      { where: 'modifiedDietz', date: '2019-12-31', amount: 7 },
    ],
    [
      'a flow after the stretch',
      () => stats.modifiedDietz({ ...dietz, flows: [{ date: '2020-02-01', amount: 7 }] }),
      'option.range',
      'modifiedDietz: the flow of 7 on 2020-02-01 lies outside of 2020-01-01 to 2020-01-31. Leave it out, or move the valuations.',
      { where: 'modifiedDietz', date: '2020-02-01', amount: 7 },
    ],
  ]);
});

describe('what makes a series of two or three', () => {
  const [long, short, cash] = [
    series('annual', [-0.7, 0.1], 'Long'),
    series('annual', [0.5, 0], 'Short'),
    series('annual', [0.05, 0.05], 'Bills'),
  ];
  refuses([
    [
      'refuses a loss of more than everything in the first row',
      () => stats.fundedLongShort(long, short, cash),
      'returns.ruin',
      'fundedLongShort: "Long less Short plus Bills (funded)" would have lost 115.00 % in row 0 (2020-12-31): all of its wealth was gone before the end of that period, and no return can lie below −100 %. End the series before, or use longShortSpread, which is no return on wealth.',
      // −0.7 − 0.5 + 0.05.
      { where: 'fundedLongShort', row: 0, date: '2020-12-31', found: -0.7 - 0.5 + 0.05 },
    ],
    [
      'names the long side',
      () => stats.fundedLongShort(bad(5), short, cash),
      'series.invalid',
      noSeries('fundedLongShort', 'the long side'),
      { where: 'fundedLongShort', found: '5' },
    ],
    [
      'names the short side',
      () => stats.fundedLongShort(long, bad(5), cash),
      'series.invalid',
      noSeries('fundedLongShort', 'the short side'),
      { where: 'fundedLongShort', found: '5' },
    ],
  ]);

  it('is a price return where either side is, and net where both are', () => {
    const as = (kind: 'price' | 'total', net: boolean): ReturnSeries =>
      makeReturnSeries('S', cash.calendar, Float64Array.of(0.1, 0.1), { kind, net });
    const metaOf = (one: ReturnSeries, other: ReturnSeries): unknown => stats.fundedLongShort(one, other, cash).meta;
    expect(metaOf(as('price', true), as('total', true))).toEqual({ kind: 'price', net: true });
    expect(metaOf(as('total', true), as('price', false))).toEqual({ kind: 'price', net: false });
    expect(metaOf(as('total', false), as('total', true))).toEqual({ kind: 'total', net: false });
    const activeMeta = (one: ReturnSeries, other: ReturnSeries): unknown => stats.activeReturns(one, other).meta;
    expect(activeMeta(as('total', true), as('total', true))).toEqual({ kind: 'excess', net: true });
    expect(activeMeta(as('total', true), as('total', false))).toEqual({ kind: 'excess', net: false });
    expect(activeMeta(as('total', false), as('total', true))).toEqual({ kind: 'excess', net: false });
  });

  it('keeps hindsight of either side, and of neither says nothing', () => {
    const hindsight = makeReturnSeries('H', cash.calendar, Float64Array.of(0.1, 0.1), {
      kind: 'total',
      net: false,
      usesHindsight: true,
    });
    const marked = { kind: 'excess', net: false, usesHindsight: true };
    expect(stats.activeReturns(hindsight, short).meta).toEqual(marked);
    expect(stats.activeReturns(short, hindsight).meta).toEqual(marked);
    expect(stats.activeReturns(short, cash).meta).toEqual({ kind: 'excess', net: false });
  });
});

describe('a market', () => {
  it('rises by more than rounding: a return of 1e-14 is none', () => {
    const [a, b] = [Float64Array.of(0.1, 0.2, 0.3, 0.4), Float64Array.of(1e-14, 2e-14, -1e-14, -2e-14)];
    const pair = { a, b, rows: Int32Array.of(0, 1, 2, 3), calendar: annual.calendar };
    expect([...inMarket(pair, 'up').a]).toEqual([0.2]);
    expect([...inMarket(pair, 'down').rows]).toEqual([3]);
  });
});
