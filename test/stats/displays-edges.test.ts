import { describe, expect, it } from 'vitest';
import { fromReturns, makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';
import { pointsCell } from '../../src/stats/points-cell.js';
import { series } from './support.js';

const bundleOf = (shown: object): Readonly<Record<string, string>> =>
  (shown as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!.call(shown);

const linesOf = (shown: { toString: () => string }): string[] => shown.toString().split('\n');

/** The same series with another description. */
const described = (one: ReturnSeries, meta: Partial<ReturnSeries['meta']>): ReturnSeries =>
  makeReturnSeries(one.name, one.calendar, one.values.slice(), { ...one.meta, ...meta });

const own = series('annual', [0.5, 0, 0, 0.1], 'A');
const other = series('annual', [0.1, 0.1, 0.1, 0.1], 'B');
const empty = series('annual', [NaN], 'Empty');

describe('rollingWindows shows', () => {
  it('its figures: 1.5 over 1.21 won, 1 over 1.21 and 1.1 over 1.21 lost', () => {
    // Relative gains 23.97 %, −17.36 % and −9.09 %.
    expect(linesOf(stats.rollingWindows(own, other, { years: 2 }))).toEqual([
      'A against B over 2 years',
      '',
      '-----------------------  --------',
      'Windows                         3',
      'Windows without overlap         2',
      'Won                             1',
      'Level                           0',
      'Lost                            2',
      'Share won                 33.33 %',
      'Relative gain, median     -9.09 %',
      'Relative gain, lowest    -17.36 %',
      'Relative gain, highest    23.97 %',
      'From the close of 2019-12-31 to 2023-12-31. Relative gain is (1 + R)/(1 + B) − 1.',
      'Windows overlap: only 2 of 3 have no row in common.',
    ]);
  });

  it('that there is no window, in figures and in words', () => {
    const none = stats.rollingWindows(series('annual', [0.5], 'A'), other, { years: 2 });
    expect(none).toMatchObject({ from: null, to: null, windows: 0, separateWindows: 0, leftOut: 0, share: NaN });
    expect(none.notes).toEqual(['Windows overlap: only 0 of 0 have no row in common.']);
    expect(Object.isFrozen(none.notes)).toBe(true);
  });

  it('windows that are left out, and from where to where the others reach', () => {
    const holed = stats.rollingWindows(
      series('annual', [NaN, 0.1, 0.1, NaN, 0.1], 'A'),
      series('annual', [0, 0, 0, 0, 0], 'B'),
      {
        periods: 1,
      },
    );
    // Four rows are common; the third is missing.
    expect(holed).toMatchObject({ windows: 3, leftOut: 1, wins: 3, from: '2020-12-31', to: '2024-12-31' });
    expect(holed.notes).toEqual([
      'From the close of 2020-12-31 to 2024-12-31. Relative gain is (1 + R)/(1 + B) − 1.',
      'Windows overlap: only 3 of 3 have no row in common.',
      'Warning: 1 windows are left out: a return is missing inside.',
    ]);
  });

  it('one window that ends with the first row', () => {
    const one = stats.rollingWindows(series('annual', [0.1], 'A'), series('annual', [0.1], 'B'), { periods: 1 });
    expect(one).toMatchObject({ from: '2019-12-31', to: '2020-12-31', windows: 1, ties: 1, separateWindows: 1 });
  });

  it('rows of a proxy, of either', () => {
    const index = series('annual', [0.1, 0.2, 0.3, 0.1], 'Index');
    const spliced = stats.splice(index, series('annual', [NaN, NaN, 0.2, 0.1], 'Fund'));
    for (const found of [
      stats.rollingWindows(spliced, other, { years: 2 }),
      stats.rollingWindows(other, spliced, { years: 2 }),
    ]) {
      expect(found.notes.slice(2)).toEqual([expect.stringContaining('2 of 4 rows are of a proxy: Index')]);
    }
  });

  it('what may not be told without it: hindsight, for either', () => {
    const marked = stats.rollingWindows(own, described(other, { usesHindsight: true }), { years: 2 });
    expect(marked.notes.slice(2)).toEqual(['Warning: uses hindsight: something in it was known only later.']);
    expect(bundleOf(marked)['text/html']).toContain('A against B over 2 years');
    expect(bundleOf(marked)['text/plain']).toBe(String(marked));
  });
});

describe('spliceReport shows', () => {
  const index = series('annual', [0.05, 0.1, 0.2, 0.3], 'Index');
  const fund = series('annual', [NaN, 0.05, 0.11, 0.2], 'Fund');
  const facts = [
    'Index as a proxy of Fund',
    'On common rows',
    '-----------------------------  ----------',
    'Rows                                    3',
    'From                           2021-12-31',
    'To                             2023-12-31',
    'Correlation                          0.99',
    'Beta of the fund on the proxy        0.75',
  ];

  it('the facts of the overlap', () => {
    // Fund − Index is −5 %, −9 % and −10 %: a mean of −8 % and a deviation of √7 %. The slope is 0.015 / 0.02, the correlation 0.015 / √(0.02 · 0.0114).
    const report = stats.spliceReport(index, fund);
    expect(linesOf(report)).toEqual([
      ...facts,
      'Tracking error                     2.65 %',
      'Mean difference a year            -8.00 %',
    ]);
    expect(bundleOf(report)['text/html']).toContain('Beta of the fund on the proxy');
  });

  it('the facts after scaling, which changes neither correlation nor slope, and that this is hindsight', () => {
    // Fund − 0.75 Index is −2.5 %, −4 % and −2.5 %: a mean of −3 %, a deviation of √0.75 %.
    expect(linesOf(stats.spliceReport(index, fund, { scale: 'beta' }))).toEqual([
      ...facts,
      'Tracking error                     0.87 %',
      'Mean difference a year            -3.00 %',
      'The proxy is scaled by that slope, which is known from these rows only.',
    ]);
  });
});

describe('a summary shows', () => {
  it('its name and span, and what stands for cash', () => {
    const summary = stats.summarize(series('annual', [0.1, 0.2], 'Fund'));
    const lines = linesOf(summary);
    expect(lines[0]).toBe('Fund, 2020-12-31 to 2021-12-31 (2 returns, annual)');
    expect(lines[1]).toBe('');
    expect(lines[3]).toBe('RETURNS');
    expect(lines).toContain('Sharpe ratio with a risk-free return of 0. Sortino ratio against 0.');
    expect(String(summary)).not.toContain('missing');
    expect(bundleOf(summary)['text/html']).toContain('Fund, 2020-12-31 to 2021-12-31 (2 returns, annual)');
    const over = stats.summarize(series('annual', [0.1, 0.2], 'Fund'), {
      riskFree: series('annual', [0, 0.01], 'Bill'),
    });
    expect(linesOf(over)).toContain('Risk-free: Bill. Sortino ratio against 0.');
  });

  it('nothing of a series without returns but that', () => {
    const summary = stats.summarize(empty);
    expect(linesOf(summary)[0]).toBe('Empty, no returns (0 returns, annual)');
    expect(summary).toMatchObject({ base: null, from: null, to: null, periods: 0, holes: 0, deepestDrawdown: null });
    expect(summary.drawdown).toMatchObject({ count: NaN, currentDrawdown: NaN, longestDays: NaN });
    expect(summary.returns.newHighShare).toBeNaN();
  });

  it('that returns are missing, and how many', () => {
    const summary = stats.summarize(series('annual', [0.1, NaN, 0.2, NaN, 0.1], 'Fund'));
    expect(linesOf(summary)[0]).toBe('Fund, 2020-12-31 to 2024-12-31 (3 returns, annual)');
    expect(linesOf(summary)).toContain('Warning: 2 returns are missing inside the life.');
  });

  it('the heading and the notes of its groups, in order', () => {
    const lines = linesOf(stats.summarize(own, { benchmark: other }));
    const headings = lines.filter((line) => /^[A-Z]{3,}( |$)/.test(line) && line === line.toUpperCase());
    expect(headings.filter((line) => !line.startsWith('CAGR'))).toEqual([
      'RETURNS',
      'RISK',
      'DRAWDOWN',
      'RATIOS',
      'AGAINST B',
    ]);
    expect(lines.at(-1)).toBe('  targets 0.');
  });

  it.each([
    [
      [0.1, 0.2],
      'L less S is a difference of two returns: total return, CAGR and drawdowns are those of an investment that earned it in every period.',
    ],
    [
      [-1, 0.2],
      'L less S is a difference of two returns: total return, CAGR and drawdowns are those of an investment that earned it in every period.',
    ],
    [
      [-1.5, 0.2],
      'L less S is a difference of two returns, and one is below −100 %: no wealth grew by it, so total return, CAGR and drawdowns are undefined (–).',
    ],
    [
      [0.2, -1.5],
      'L less S is a difference of two returns, and one is below −100 %: no wealth grew by it, so total return, CAGR and drawdowns are undefined (–).',
    ],
  ])('what a difference of returns such as %j is', (values, note) => {
    const one = makeReturnSeries('L less S', series('annual', [0, 0]).calendar, Float64Array.from(values), {
      kind: 'excess',
      net: false,
    });
    expect(stats.summarize(one).notes).toEqual([note]);
    expect(stats.summarize(described(one, { kind: 'total' })).notes).toEqual([]);
  });

  it('every ratio over the cash that it was given, as the function of its name', () => {
    const one = series('monthly', [0.05, -0.04, 0.03, 0.06, -0.02, 0.04, 0.01, -0.05, 0.02, 0.03, 0.04, -0.01, 0.05]);
    const riskFree = series(
      'monthly',
      [0.01, 0.002, 0.003, 0.004, 0.005, 0, 0.01, 0.004, 0.003, 0.001, 0, 0.004, 0.01],
    );
    const { ratios } = stats.summarize(one, { riskFree });
    const names = [
      'sharpeRatio',
      'sharpeStandardError',
      'geometricSharpeRatio',
      'martinRatio',
      'painRatio',
      'gainLossRatio',
      'kellyFraction',
    ] as const;
    for (const name of names) {
      expect(ratios[name], name).toBe(stats[name](one, { riskFree }));
      expect(ratios[name], name).not.toBe(stats[name](one));
    }
  });
});

describe('dollarCostAveraging shows', () => {
  it('its figures and what they were computed from', () => {
    // From 2019: 1.5 against 0.75 + 0.5; from 2020: 1 and 1; from 2021: 1.1 against 0.5 + 0.5 put in at the end of 2022 … both earn 0.1 then.
    const found = stats.dollarCostAveraging(own, { parts: 2 });
    expect(found).toMatchObject({
      cash: null,
      horizon: 2,
      firstStart: '2019-12-31',
      lastStart: '2021-12-31',
      windows: 3,
      leftOut: 0,
      lumpSumAhead: 1,
      partsAhead: 0,
      ties: 2,
    });
    expect(found.lowestLumpSum).toBe(1);
    expect(found.lowestParts).toBe(1);
    expect(found.meanDifference).toBeCloseTo(0.25 / 3, 14);
    expect(linesOf(found)[0]).toBe('A: a lump sum against 2 parts');
    expect(bundleOf(found)['text/html']).toContain('A: a lump sum against 2 parts');
  });

  it('nothing where there is no start', () => {
    for (const one of [series('annual', [0.1], 'A'), empty]) {
      const none = stats.dollarCostAveraging(one, { parts: 2 });
      expect(none).toMatchObject({ windows: 0, leftOut: 0, firstStart: null, lastStart: null, separateWindows: 0 });
      expect([none.lowestLumpSum, none.lowestParts, none.lumpSumAheadShare]).toEqual([NaN, NaN, NaN]);
    }
    const whole = stats.dollarCostAveraging(series('annual', [0.1, 0.2], 'A'), { parts: 2 });
    expect(whole).toMatchObject({ windows: 1, firstStart: '2019-12-31', lastStart: '2019-12-31' });
  });

  it('what cash earned', () => {
    const cash = series('annual', [0.04, 0, 0, 0], 'Bill');
    // From 2019 the waiting half earns 4 %: 1.5 against 0.75 + 0.52.
    const found = stats.dollarCostAveraging(own, { parts: 2, cash });
    expect(found.cash).toBe('Bill');
    expect(found.meanDifference).toBeCloseTo(0.23 / 3, 14);
  });
});

describe('periodToDate shows', () => {
  const daily = (base: string, dates: readonly string[], values: readonly number[]): ReturnSeries =>
    fromReturns({ frequency: 'daily', base, dates, returns: { A: values } }).returns('A');

  it('from which close each figure counts, and whether it is per year', () => {
    const found = stats.periodToDate(own);
    expect(found.oneYear).toEqual({
      from: '2022-12-31',
      return: found.oneYear.total,
      annualised: false,
      total: found.oneYear.total,
    });
    expect(found.oneYear.total).toBeCloseTo(0.1, 14);
    expect(found.threeYears).toMatchObject({ from: '2020-12-31', annualised: true });
    expect(found.threeYears.return).toBeCloseTo(1.1 ** (1 / 3) - 1, 14);
    for (const key of ['fiveYears', 'tenYears'] as const)
      expect(found[key]).toEqual({ from: null, return: NaN, annualised: true, total: NaN });
    expect(found.sinceInception).toMatchObject({ from: '2019-12-31', annualised: true });
    expect(linesOf(found)[0]).toBe('A, as of 2023-12-31');
    expect(bundleOf(found)['text/html']).toContain('A, as of 2023-12-31');
    expect(Object.isFrozen(found.tenYears)).toBe(true);
  });

  it('nothing of a series without returns', () => {
    for (const frequency of ['daily', 'weekly', 'monthly', 'annual'] as const) {
      const none = stats.periodToDate(series(frequency, [NaN], 'Empty'));
      expect(none.asOf).toBeNull();
      for (const key of ['monthToDate', 'yearToDate', 'oneYear', 'sinceInception'] as const) {
        expect(none[key], `${frequency} ${key}`).toMatchObject({ from: null, return: NaN, total: NaN });
      }
      expect(linesOf(none)[0]).toBe('Empty, as of never: no returns');
    }
  });

  it('days from the last close before the month, though the market was closed for a month', () => {
    const found = stats.periodToDate(daily('2020-01-31', ['2020-03-02', '2020-03-03'], [0.1, 0.1]));
    expect(found.monthToDate).toMatchObject({ from: '2020-01-31', annualised: false });
    expect(found.monthToDate.total).toBeCloseTo(0.21, 14);
    expect(found.quarterToDate.from).toBeNull();
  });

  it('ten years from the day on which they are full', () => {
    const found = stats.periodToDate(series('annual', new Array<number>(10).fill(0.1)));
    expect(found.tenYears).toMatchObject({ from: '2019-12-31', annualised: true });
    expect(found.tenYears.return).toBeCloseTo(0.1, 14);
  });
});

describe('a difference of percentages', () => {
  it('is in points', () => {
    expect(pointsCell(0.0123)).toEqual({ value: 0.0123, text: '1.23 pts' });
    expect(pointsCell(NaN)).toEqual({ value: NaN, text: '–' });
  });
});
