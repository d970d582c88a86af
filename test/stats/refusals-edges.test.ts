import { describe, expect, it } from 'vitest';
import { makeReturnSeries } from '../../src/panel/index.js';
import {
  bestYear,
  carinoLink,
  conditionalStatistics,
  costSummary,
  dollarCostAveraging,
  effectiveNumber,
  herfindahl,
  lengthInWords,
  realReturns,
  rolling,
  spliceReport,
  staleRuns,
  totalReturn,
  windowLength,
  xirr,
} from '../../src/stats/index.js';
import { regimeRows, usesHindsight } from '../../src/stats/regime.js';
import { rowsOfLength } from '../../src/stats/window-length.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, series } from './support.js';

type Refused = [act: () => unknown, code: Parameters<typeof expectInputError>[0], message: string, details: object];

function refuses(act: () => unknown, code: Refused[1], message: string, details: object): void {
  const error = expectInputError(code, [], act);
  expect(error.message).toBe(message);
  expect(error.details).toEqual(details);
}

describe('carinoLink refuses', () => {
  it.each<Refused>([
    [
      () => carinoLink([] as never),
      'option.type',
      'carinoLink: the contributions must be an object, found an array of 0.',
      { where: 'carinoLink', found: 'an array of 0' },
    ],
    [() => carinoLink({}), 'option.type', 'carinoLink: found no contributions. Give at least one part.', {}],
    [
      () => carinoLink({ a: [0.1, 0.2], b: [0.1] }),
      'panel.ragged',
      'carinoLink: "b" has 1 contributions, but "a" has 2. Give every part one per period, 0 where there was none.',
      { where: 'carinoLink', name: 'b', expected: 2 },
    ],
    [
      () => carinoLink({ a: [], b: [0.1] }),
      'panel.ragged',
      'carinoLink: "b" has 1 contributions, but "a" has 0. Give every part one per period, 0 where there was none.',
      { where: 'carinoLink', name: 'b', expected: 0 },
    ],
    [
      () => carinoLink({ a: 0.1 as never }),
      'option.type',
      'carinoLink, "a": found 0.1 where numbers per period belong.',
      { where: 'carinoLink, "a"' },
    ],
    [
      () => carinoLink({ a: [0.1, '0.2'] as never }),
      'option.type',
      'carinoLink, "a": period 1 is "0.2"; it must be a number, or NaN where it is unknown.',
      { where: 'carinoLink, "a"', period: 1, found: '"0.2"' },
    ],
    [
      () => carinoLink({ a: [-Infinity] }),
      'option.type',
      'carinoLink, "a": period 0 is -Infinity; it must be a number, or NaN where it is unknown.',
      { where: 'carinoLink, "a"', period: 0, found: '-Infinity' },
    ],
    [
      () => carinoLink({ a: [0.1, 0.1] }, [0.1]),
      'panel.ragged',
      'carinoLink: "totals" has 1 returns for 2 periods of contributions. Give one per period.',
      { expected: 2 },
    ],
    [
      () => carinoLink({ a: [0.1] }, 0.1 as never),
      'option.type',
      'carinoLink, "totals": found 0.1 where numbers per period belong.',
      { where: 'carinoLink, "totals"' },
    ],
    [
      () => carinoLink({ a: [0.25, 0.5] }, [0.5, 0.5]),
      'option.range',
      'carinoLink: the return of period 0 is 0.5, but its contributions add up to 0.25. Give what is missing as one more part, such as costs or cash.',
      { period: 0, found: 0.25, expected: 0.5 },
    ],
    [
      () => carinoLink({ a: [0.25, -1.5] }),
      'returns.ruin',
      'carinoLink: the contributions of period 1 add up to -1.5, a loss of more than 100 %. Check their units: fractions, not percent.',
      { period: 1, found: -1.5 },
    ],
  ])('%# in whole sentences', refuses);

  it('no totals that agree, and no period that lost everything: what that makes is unknown', () => {
    expect(carinoLink({ a: [0.25, 0.5] }, [0.25, 0.5]).totalReturn).toBeCloseTo(0.875, 14);
    // A billionth is what rounding in an account of thousands of parts may make.
    expect(carinoLink({ a: [0, 0.5] }, [1e-9, 0.5]).totalReturn).toBe(0.5);
    const lost = carinoLink({ a: [0.5, -1] });
    expect(lost.totalReturn).toBe(-1);
    expect(lost.coefficients).toEqual([NaN, NaN]);
    expect(lost.contributions.a).toBeNaN();
    expect(Object.isFrozen(lost)).toBe(true);
  });
});

describe('the length of a window', () => {
  it.each<Refused>([
    [
      () => windowLength('rolling', {}),
      'option.missing',
      'rolling: found no length of the window; give exactly one of periods, months and years, such as { years: 3 }.',
      { where: 'rolling', given: [] },
    ],
    [
      () => windowLength('rolling', { periods: 3, years: 1 }),
      'option.range',
      'rolling: found periods and years; give exactly one of periods, months and years, such as { years: 3 }.',
      { where: 'rolling', given: ['periods', 'years'] },
    ],
    [
      () => windowLength('rolling', { periods: 2.5 }),
      'option.range',
      'rolling: "periods" is 2.5; it must be a whole number, 1 or more.',
      { where: 'rolling', option: 'periods', found: 2.5 },
    ],
    [
      () => windowLength('rolling', { months: 2.5 }),
      'option.range',
      'rolling: "months" is 2.5; it must be a whole number, 1 or more.',
      { where: 'rolling', option: 'months', found: 2.5 },
    ],
    [
      () => windowLength('rolling', { months: 0 }),
      'option.range',
      'rolling: "months" is 0; it must be a whole number, 1 or more.',
      { where: 'rolling', option: 'months', found: 0 },
    ],
    [
      () => windowLength('rolling', { years: 0.3 }),
      'option.range',
      'rolling: "years" is 0.3; it must be a number of years that is whole months, such as 10 or 0.25.',
      { where: 'rolling', option: 'years', found: 0.3 },
    ],
    [
      () => windowLength('rolling', { years: 0.01 }),
      'option.range',
      'rolling: "years" is 0.01; it must be a number of years that is whole months, such as 10 or 0.25.',
      { where: 'rolling', option: 'years', found: 0.01 },
    ],
    ...[-1, 0].map((years): Refused => [
      () => windowLength('rolling', { years }),
      'option.range',
      `rolling: "years" is ${years}; it must be a number of years that is whole months, such as 10 or 0.25.`,
      { where: 'rolling', option: 'years', found: years },
    ]),
    [
      () => rowsOfLength('rolling', { months: 4 }, series('quarterly', [0.1]).calendar),
      'option.range',
      'rolling: 4 months are 1.3333 periods of a quarterly series; they must be a whole number. Give a multiple of 3 months.',
      { where: 'rolling', months: 4, frequency: 'quarterly' },
    ],
  ])('is refused in whole sentences: %#', refuses);

  it('may be a whole number of months written in years', () => {
    expect(windowLength('rolling', { years: 1 / 12 })).toEqual({ months: 1 });
    expect(windowLength('rolling', { years: 0.25 })).toEqual({ months: 3 });
    expect(windowLength('rolling', { periods: 1 })).toEqual({ periods: 1 });
  });

  it.each([
    [{ periods: 1 }, '1 period'],
    [{ periods: 12 }, '12 periods'],
    [{ months: 1 }, '1 month'],
    [{ months: 12 }, '1 year'],
    [{ months: 18 }, '18 months'],
    [{ months: 36 }, '3 years'],
  ])('in words: %o is %s', (length, words) => {
    expect(lengthInWords(length)).toBe(words);
  });
});

describe('a regime', () => {
  const one = series('annual', [0.1, 0.2], 'Fund');

  it.each<Refused>([
    [
      () => regimeRows('regime "x"', 5 as never, one),
      'option.type',
      'regime "x" is 5; it must be a function of a date, a signal with valueOn(date), or one mark per row of the series.',
      { place: 'regime "x"', found: '5' },
    ],
    [
      () => regimeRows('regime "x"', null as never, one),
      'option.type',
      'regime "x" is null; it must be a function of a date, a signal with valueOn(date), or one mark per row of the series.',
      { place: 'regime "x"', found: 'null' },
    ],
    [
      () => regimeRows('regime "x"', [1, 0, 1], one),
      'panel.ragged',
      'regime "x" has 3 marks, but "Fund" has 2 rows. Give one mark per row, or a function of the date.',
      { place: 'regime "x"', found: 3, expected: 2 },
    ],
    [
      () => regimeRows('regime "x"', [1, 0.5], one),
      'option.type',
      'regime "x" is 0.5 in row 1 (2021-12-31); a regime is true or false (1 or 0, NaN where it is not known). Make a figure into one with a function, such as (date) => signal.valueOn(date) <= 12.',
      { place: 'regime "x"', at: 'in row 1 (2021-12-31)', found: '0.5' },
    ],
    [
      () => regimeRows('regime "x"', () => 3 as never, one),
      'option.type',
      'regime "x" is 3 on 2020-12-31; a regime is true or false (1 or 0, NaN where it is not known). Make a figure into one with a function, such as (date) => signal.valueOn(date) <= 12.',
      { place: 'regime "x"', at: 'on 2020-12-31', found: '3' },
    ],
  ])('is refused in whole sentences: %#', refuses);

  it('is a mark per row, however it is given', () => {
    const marks = [false, true];
    const valueOn = (date: string): number => Number(date > '2021');
    for (const given of [marks, [0, 1], Uint8Array.of(0, 1), (date: string) => date > '2021']) {
      expect([...regimeRows('x', given, one)]).toEqual([0, 1]);
    }
    expect([...regimeRows('x', { name: 's', usesHindsight: false, valueOn }, one)]).toEqual([0, 1]);
    expect([...regimeRows('x', [NaN, true], one)]).toEqual([NaN, 1]);
  });

  it('uses hindsight where it says so', () => {
    const valueOn = (): number => 1;
    expect(usesHindsight({ name: 's', usesHindsight: true, valueOn })).toBe(true);
    expect(usesHindsight({ name: 's', usesHindsight: false, valueOn })).toBe(false);
    expect(usesHindsight({ name: 's', valueOn } as never)).toBe(false);
    expect([usesHindsight([true, false]), usesHindsight(() => true), usesHindsight(Uint8Array.of(1))]).toEqual([
      false,
      false,
      false,
    ]);
    const { regimes } = conditionalStatistics(
      one,
      { late: { name: 's', usesHindsight: true, valueOn }, now: [true, false] },
      { total: totalReturn },
    );
    expect(regimes.map((regime) => regime.usesHindsight)).toEqual(regimes.map(({ regime }) => regime === 'late'));
  });
});

describe('inflation', () => {
  const year = dated('annual', ['2020-12', '2021-12'], [0.21, 0.1], 'Fund');
  const prices = (...knownOn: string[]) => [
    { month: '2019-12', knownOn: knownOn[0]!, value: 100 },
    { month: '2020-12', knownOn: knownOn[1]!, value: 110 },
    { month: '2021-12', knownOn: knownOn[2]!, value: 110 },
  ];
  const published = ['2020-01-15', '2020-12-31', '2021-12-31'];
  const series_ = (extra: object, ...known: string[]) =>
    ({ name: 'CPI', unit: 'index', observations: prices(...known), ...extra }) as never;

  it('is taken off: 1.21 over 1.1, and 1.1 over 1', () => {
    const real = realReturns(year, prices(...published) as never);
    expect(real.values[0]).toBeCloseTo(0.1, 14);
    expect(real.values[1]).toBeCloseTo(0.1, 14);
    expect(real.name).toBe('Fund (real)');
  });

  it('is hindsight where a level was published after the row that uses it, and not on its day', () => {
    expect(realReturns(year, prices(...published) as never).meta.usesHindsight).toBeUndefined();
    const late = ['2020-01-15', '2021-01-01', '2021-12-31'];
    expect(realReturns(year, prices(...late) as never).meta.usesHindsight).toBe(true);
    expect(realReturns(year, series_({ usesHindsight: false }, ...published)).meta.usesHindsight).toBeUndefined();
    expect(realReturns(year, series_({ usesHindsight: true }, ...published)).meta.usesHindsight).toBe(true);
  });

  const take =
    'give a price index with its months, such as shiller().cpi, or the inflation per period as a return series.';
  const said =
    'give the month that the figure describes as "YYYY-MM". The day on which it was published does not say it.';
  const withMonth = (month: unknown) => () =>
    realReturns(year, [{ month, knownOn: '2020-01-15', value: 100 }] as never);

  it.each<Refused>([
    [
      () => realReturns(year, 5 as never),
      'observation.invalid',
      `realReturns: the prices are 5; ${take}`,
      { where: 'realReturns', found: '5' },
    ],
    [
      () => realReturns(year, null as never),
      'observation.invalid',
      `realReturns: the prices are null; ${take}`,
      { where: 'realReturns', found: 'null' },
    ],
    [
      () => realReturns(year, [{ month: '2020-01', knownOn: '2020-02-15', value: -1 }] as never),
      'observation.invalid',
      'realReturns, observation 0 (2020-01): the price index is -1; it must be a level above 0, such as 296.8, not a rate of inflation.',
      { where: 'realReturns', index: 0, found: -1 },
    ],
    ...[undefined, 202001, ['2020-01'], '2020-01-15', 'x2020-01', '2020-1'].map((month): Refused => {
      const found = typeof month === 'string' ? `"${month}"` : Array.isArray(month) ? 'an array of 1' : String(month);
      return [
        withMonth(month),
        'observation.invalid',
        `realReturns, observation 0: "month" is ${found}; ${said}`,
        { place: 'realReturns, observation 0', found },
      ];
    }),
    [
      () => realReturns(series('daily', [0.1], 'Fund'), prices(...published) as never),
      'calendar.mismatch',
      `realReturns: "Fund" is daily, but the price index has one level a month. Use resample(panel, 'monthly') first.`,
      { where: 'realReturns', series: 'Fund', found: 'daily', expected: 'monthly' },
    ],
  ])('is refused in whole sentences: %#', refuses);
});

describe('what else is refused in whole sentences', () => {
  const net = series('annual', [0.1, 0.2], 'Net');

  it.each<Refused>([
    [
      () => herfindahl([0.5, NaN]),
      'weights.invalid',
      'herfindahl: the weight number 1 is NaN; it must be a finite number, a fraction of wealth such as 0.25.',
      { where: 'herfindahl', name: 'number 1', found: NaN },
    ],
    [
      () => effectiveNumber({ SPY: 'half' } as never),
      'weights.invalid',
      'effectiveNumber: the weight of "SPY" is "half"; it must be a finite number, a fraction of wealth such as 0.25.',
      { where: 'effectiveNumber', name: 'of "SPY"', found: 'half' },
    ],
    ...[null, 5].map((weights): Refused => [
      () => herfindahl(weights as never),
      'weights.invalid',
      `herfindahl: found ${String(weights)} where weights belong. Give numbers, such as [0.6, 0.4], or a record, such as { SPY: 0.6, IWM: 0.4 }.`,
      { where: 'herfindahl' },
    ]),
    [
      () => costSummary(net, series('annual', [0.1], 'Gross')),
      'calendar.mismatch',
      'costSummary: net and gross returns must cover the same periods, but "Net" has 2 periods from 2020-12-31 to 2021-12-31 and "Gross" has 1 periods from 2020-12-31 to 2020-12-31.',
      { net: 'Net', gross: 'Gross' },
    ],
    [
      () => costSummary(net, series('annual', [NaN], 'Gross')),
      'calendar.mismatch',
      'costSummary: net and gross returns must cover the same periods, but "Net" has 2 periods from 2020-12-31 to 2021-12-31 and "Gross" has no return.',
      { net: 'Net', gross: 'Gross' },
    ],
    [
      () => staleRuns(net, { periods: 2.5 }),
      'option.range',
      'staleRuns: "periods" is 2.5; it must be a whole number, 1 or more.',
      { where: 'staleRuns', option: 'periods', found: 2.5 },
    ],
    [
      () => dollarCostAveraging(net, { parts: 2.5 }),
      'option.range',
      'dollarCostAveraging: "parts" is 2.5; it must be a whole number, 2 or more.',
      { where: 'dollarCostAveraging', option: 'parts', found: 2.5 },
    ],
    [
      () => dollarCostAveraging(net, { parts: 2, horizon: 2.5 }),
      'option.range',
      'dollarCostAveraging: "horizon" is 2.5; it must be a whole number, 2 or more.',
      { where: 'dollarCostAveraging', option: 'horizon', found: 2.5 },
    ],
    [
      () => spliceReport(net, net, { scale: 'half' as never }),
      'option.range',
      `spliceReport: "scale" is "half"; it must be one of 'none', 'beta'.`,
      { where: 'spliceReport', option: 'scale', found: 'half', allowed: ['none', 'beta'] },
    ],
    [
      () => xirr([]),
      'option.type',
      'xirr: the flows must be an array with at least one entry, found an array of 0.',
      { where: 'xirr', found: 'an array of 0' },
    ],
    [
      () => xirr([{ date: '2020-01-01', amount: NaN }]),
      'option.type',
      'xirr, flow 0: "amount" is NaN; it must be a finite number.',
      { where: 'xirr, flow 0', option: 'amount', found: NaN },
    ],
  ])('%#', refuses);

  it('xirr of no flow but a word names the flow', () => {
    expectInputError('option.type', ['xirr: flow 0 must be an object'], () => xirr(['x'] as never));
  });

  it('costs of nothing are unknown, those of two periods are what they took', () => {
    const none = makeReturnSeries('None', net.calendar, Float64Array.of(NaN, NaN));
    expect(costSummary(none, none)).toEqual({ totalCost: NaN, dragPerYear: NaN });
    const { totalCost, dragPerYear } = costSummary(series('annual', [0, 0]), series('annual', [0.25, 0.25]));
    expect(totalCost).toBeCloseTo(1 - 1 / 1.5625, 14);
    expect(dragPerYear).toBeCloseTo(0.25, 14);
  });

  it('a series of no year has none that is best', () => {
    expect(bestYear(none())).toBeNull();
  });

  function none() {
    return makeReturnSeries('None', net.calendar, Float64Array.of(NaN, NaN));
  }

  it('a window of a part of a period is refused by what rolls it', () => {
    expectInputError('option.range', ['rolling: 1 months are 0.0833 periods of a annual series'], () =>
      rolling(totalReturn, { months: 1 })(net),
    );
  });
});
