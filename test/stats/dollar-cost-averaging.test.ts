import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchFactors } from '../../src/data/index.js';
import { makeReturnSeries, type ReturnSeries, slice } from '../../src/panel/index.js';
import { fromSeries } from '../../src/panel/index.js';
import { dollarCostAveraging, splice } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

/** Every window by the definition: part j waits j periods in cash and is invested from then on. */
function slowly(returns: readonly number[], cash: readonly number[], parts: number, horizon: number): number[][] {
  const growth = (values: readonly number[], from: number, to: number): number =>
    values.slice(from, to).reduce((wealth, value) => wealth * (1 + value), 1);
  return Array.from({ length: Math.max(0, returns.length - horizon + 1) }, (_, start) => {
    const each = Array.from(
      { length: parts },
      (_, j) => (growth(cash, start, start + j) * growth(returns, start + j, start + horizon)) / parts,
    );
    return [growth(returns, start, start + horizon), each.reduce((sum, value) => sum + value, 0)];
  });
}

/** The US market from French's factors: excess and cash. */
function market(to: string): { readonly stocks: ReturnSeries; readonly bills: ReturnSeries } {
  const { three, riskFree } = frenchFactors();
  const excess = slice(three, { to }).returns('Mkt-RF');
  const bills = slice(fromSeries(riskFree), { to }).returns(riskFree.name);
  const values = excess.values.slice().map((value, row) => value + bills.values[row]!);
  return { stocks: makeReturnSeries('US market', excess.calendar, values), bills };
}

describe('dollarCostAveraging', () => {
  it('puts one part in at the start and one at the end of each next period', () => {
    // 50 %, −50 %, 50 %; two parts. First window: 1.5 · 0.5 = 0.75 against (0.75 + 0.5) · 0.5 = 0.625. Second: 0.75 against (0.25 + 0.5) · 1.5 = 1.125.
    const found = dollarCostAveraging(series('annual', [0.5, -0.5, 0.5]), { parts: 2 });
    expect(found).toMatchObject({
      windows: 2,
      separateWindows: 1,
      leftOut: 0,
      lumpSumAhead: 1,
      partsAhead: 1,
      ties: 0,
      lumpSumAheadShare: 0.5,
      meanDifference: -0.125,
      medianDifference: -0.125,
      lowestLumpSum: 0.75,
      lowestParts: 0.625,
      firstStart: '2019-12-31',
      lastStart: '2020-12-31',
      horizon: 2,
      cash: null,
    });
  });

  it('lets the waiting money earn cash', () => {
    // Three parts over three rows, R = 10, 20, 30 %, cash 5 %: 1.1·1.2·1.3/3 + 1.05·1.2·1.3/3 + 1.05²·1.3/3.
    const [stocks, cash] = [series('annual', [0.1, 0.2, 0.3]), series('annual', [0.05, 0.05, NaN], 'Cash')];
    const { meanDifference, windows } = dollarCostAveraging(stocks, { parts: 3, cash });
    const parts = (1.1 * 1.2 * 1.3 + 1.05 * 1.2 * 1.3 + 1.05 ** 2 * 1.3) / 3;
    expect(windows).toBe(1);
    expect(meanDifference).toBeCloseTo(1.1 * 1.2 * 1.3 - parts, 14);
  });

  it('is a tie where waiting money earns what the rest does', () => {
    const stocks = series('annual', [0.1, -0.2, 0.3, 0.05]);
    expect(dollarCostAveraging(stocks, { parts: 3, cash: stocks })).toMatchObject({
      windows: 2,
      ties: 2,
      lumpSumAheadShare: 0,
    });
  });

  it('finds the two thirds of Vanguard’s study in the US market up to 2011, and what another program counts', () => {
    const { stocks, bills } = market('2011-12');
    const year = dollarCostAveraging(stocks, { parts: 12, cash: bills });
    // Shtekhman, Tasopoulos and Wimmer (2012), 1926 to 2011: about two thirds of the time.
    expect(year.lumpSumAheadShare).toBeCloseTo(2 / 3, 2);
    // Python, plain loops over the same file.
    expect(year).toMatchObject({ windows: 1015, lumpSumAhead: 677, separateWindows: 85 });
    expect(year.medianDifference).toBeCloseTo(0.04018903769103788, 10);
    expect(year.meanDifference).toBeCloseTo(0.038978946994613135, 10);
    expect(year.lowestLumpSum).toBeCloseTo(0.34260254823743774, 10);
    expect(year.lowestParts).toBeCloseTo(0.5235904527078256, 10);
    const decade = dollarCostAveraging(stocks, { parts: 12, cash: bills, horizon: 120 });
    expect(decade).toMatchObject({ windows: 907, lumpSumAhead: 599, separateWindows: 8 });
    expect(decade.medianDifference).toBeCloseTo(0.08531987337098634, 10);
  });

  it('is what the definition gives, window by window', () => {
    const value = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const rows = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 2, max: 6 }), fc.integer({ min: 0, max: 4 }), (pairs, parts, more) => {
        const [returns, cash] = [pairs.map(([r]) => r), pairs.map(([, c]) => c)];
        const found = dollarCostAveraging(series('annual', returns), {
          parts,
          cash: series('annual', cash, 'Cash'),
          horizon: parts + more,
        });
        const windows = slowly(returns, cash, parts, parts + more);
        expect(found.windows).toBe(windows.length);
        expect(found.separateWindows).toBe(Math.floor(returns.length / (parts + more)));
        if (windows.length === 0) return;
        const mean = windows.reduce((sum, [lump, spread]) => sum + lump! - spread!, 0) / windows.length;
        expect(found.meanDifference).toBeCloseTo(mean, 10);
        expect(found.lowestParts).toBeCloseTo(Math.min(...windows.map(([, spread]) => spread!)), 10);
      }),
    );
  });

  it('leaves out windows with a missing return, and says how many', () => {
    const found = dollarCostAveraging(series('annual', [NaN, 0.1, 0.2, NaN, 0.1, 0.1, 0.3]), { parts: 2 });
    expect(found).toMatchObject({ windows: 3, leftOut: 2, separateWindows: 2 });
    expect(found.notes.join(' ')).toContain('2 starts are left out');
    const cash = series('annual', [0.01, NaN, NaN, NaN, 0.01, 0.01, 0.01], 'Cash');
    expect(
      dollarCostAveraging(series('annual', [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]), { parts: 2, cash }),
    ).toMatchObject({
      windows: 3,
      leftOut: 3,
    });
  });

  it('is NaN where the series is shorter than the horizon', () => {
    const none = dollarCostAveraging(series('annual', [0.1]), { parts: 2 });
    expect(none).toMatchObject({
      windows: 0,
      firstStart: null,
      lumpSumAheadShare: NaN,
      medianDifference: NaN,
      lowestParts: NaN,
    });
    expect(String(none)).toContain('Windows');
  });

  it('prints a table that says how few windows are apart, and names proxy rows', () => {
    const long = splice(series('annual', [0.1, 0.2, 0.3], 'Index'), series('annual', [NaN, NaN, 0.25], 'Fund'));
    const text = String(dollarCostAveraging(long, { parts: 2 })).replaceAll(/\s+/g, ' ');
    expect(text).toContain('Fund spliced: a lump sum against 2 parts');
    expect(text).toContain('only 1 of 2 have no year in common');
    expect(text).toContain('Fund spliced: 2 of 3 rows are of a proxy: Index');
  });

  it('refuses parts and horizons that are none, excess returns, and other frequencies', () => {
    const stocks = series('annual', [0.1, 0.2]);
    expectInputError('option.range', ['parts', '1'], () => dollarCostAveraging(stocks, { parts: 1 }));
    expectInputError('option.type', ['parts', 'undefined'], () => dollarCostAveraging(stocks, {} as never));
    expectInputError('option.range', ['horizon', '2', '3'], () =>
      dollarCostAveraging(stocks, { parts: 3, horizon: 2 }),
    );
    expectInputError('option.unknown', ['month'], () => dollarCostAveraging(stocks, { parts: 2, month: 1 } as never));
    const excess = makeReturnSeries('E', stocks.calendar, stocks.values.slice(), { kind: 'excess', net: false });
    expectInputError('series.invalid', ['"E"', 'excess'], () => dollarCostAveraging(excess, { parts: 2 }));
    expectInputError('series.invalid', ['"cash"', '"E"'], () =>
      dollarCostAveraging(stocks, { parts: 2, cash: excess }),
    );
    expectInputError('calendar.mismatch', ['monthly', 'annual'], () =>
      dollarCostAveraging(stocks, { parts: 2, cash: series('monthly', [0.1]) }),
    );
  });
});
