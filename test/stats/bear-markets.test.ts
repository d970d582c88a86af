import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../src/panel/index.js';
import { arithmeticMean, bearMarkets, conditionalStatistics, drawdowns } from '../../src/stats/index.js';
import { usFunds } from '../../src/data/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dated, hasReference, reference, series, weekdaysAfter } from './support.js';

describe('bearMarkets', () => {
  it('go from the last close at the peak to the first at the trough: 1.1, 0.88, 0.792 is a fall of 28 %', () => {
    const found = bearMarkets(series('monthly', [0.1, -0.2, -0.1, 0.3]));
    expect(found.markets).toHaveLength(1);
    expect(found.markets[0]).toMatchObject({ peak: '2020-01-31', trough: '2020-03-31', periods: 2 });
    expect(found.markets[0]?.fall).toBeCloseTo(-0.28, 14);
    expect(
      (['2020-01-31', '2020-02-29', '2020-03-31', '2020-04-30'] as const).map((day) => found.valueOn(day)),
    ).toEqual([0, 1, 1, 0]);
    expect(found.usesHindsight).toBe(true);
  });

  it('of an S&P 500 fund at month ends are the two that Ibbotson’s yearbook lists for large stocks after 1987, and 2022', () => {
    // Stocks, Bonds, Bills, and Inflation: September 2000 to September 2002 −44.7 %, November 2007 to February 2009 −50.9 %.
    const [first, second, third, ...more] = bearMarkets(usFunds().returns('SPY')).markets;
    expect(more).toEqual([]);
    expect(first).toMatchObject({ peak: '2000-08-31', trough: '2002-09-30' });
    expect(first?.fall).toBeCloseTo(-0.447, 3);
    expect(second).toMatchObject({ peak: '2007-10-31', trough: '2009-02-28' });
    expect(Math.abs(second!.fall + 0.509)).toBeLessThan(0.0025);
    expect(third).toMatchObject({ peak: '2021-12-31', trough: '2022-09-30' });
  });

  it('count a fall of exactly the threshold, and none of less', () => {
    expect(bearMarkets(series('annual', [0.1, -0.2])).markets).toHaveLength(1);
    expect(bearMarkets(series('annual', [0.1, -0.1999])).markets).toHaveLength(0);
    expect(bearMarkets(series('annual', [0.1, -0.1]), { threshold: 0.1 }).markets).toHaveLength(1);
  });

  it('begin at the base where the first period lost, and end with a loss of everything', () => {
    const [bear] = bearMarkets(series('annual', [-0.5, 1])).markets;
    expect(bear).toMatchObject({ peak: '2019-12-31', trough: '2020-12-31', periods: 1, fall: -0.5 });
    expect(bearMarkets(series('annual', [-0.5, -1, 0])).markets).toEqual([
      { peak: '2019-12-31', trough: '2021-12-31', fall: -1, periods: 2 },
    ]);
  });

  it('begin anew after a rise of the threshold, though the old peak is not regained, as in 1937', () => {
    // 1 | 0.5, 0.75, 0.375, 0.41, 0.36, 0.8: two falls by half; the rise of 9 % ends nothing.
    const found = bearMarkets(series('annual', [-0.5, 0.5, -0.5, 0.41 / 0.375 - 1, 0.36 / 0.41 - 1, 0.8 / 0.36 - 1]));
    expect(found.markets.map(({ peak, trough }) => [peak.slice(0, 4), trough.slice(0, 4)])).toEqual([
      ['2019', '2020'],
      ['2021', '2024'],
    ]);
    expect(found.markets[1]?.fall).toBeCloseTo(0.36 / 0.75 - 1, 14);
  });

  it('answer for any day in the data, by its period, and NaN outside', () => {
    const months = bearMarkets(series('monthly', [0.1, -0.5, 0.5]));
    expect([months.valueOn('2020-02-01'), months.valueOn('2020-02-28'), months.valueOn('2020-03-01')]).toEqual([
      1, 1, 0,
    ]);
    expect([months.valueOn('2019-12-31'), months.valueOn('2020-04-01')]).toEqual([NaN, NaN]);
    const dates = weekdaysAfter('2024-01-01', '2024-01-09');
    const days = bearMarkets(dated('daily', dates, [0.1, 0, 0, -0.5, 0.5, 0]));
    // The fall is Friday's; Saturday the 6th lies in Monday's period, which rose.
    expect(dates[3]).toBe('2024-01-05');
    expect((['2024-01-04', '2024-01-05', '2024-01-06', '2024-01-08'] as const).map((day) => days.valueOn(day))).toEqual(
      [0, 1, 0, 0],
    );
    expect([days.valueOn('2023-12-29'), days.valueOn('2024-01-10')]).toEqual([NaN, NaN]);
  });

  it('are a regime that says how many there were', () => {
    const { regimes } = conditionalStatistics(
      usFunds().returns('IWM'),
      { bear: bearMarkets(usFunds().returns('SPY')) },
      { mean: arithmeticMean },
    );
    expect(regimes[1]).toMatchObject({ periods: 50, spells: 3, usesHindsight: true });
    expect(regimes[1]!.values.mean).toBeLessThan(-0.2);
  });

  it('lose the threshold and more each, lie apart, and hold the deepest drawdown if that is deep enough', () => {
    const values = fc.array(
      fc.integer({ min: -40, max: 40 }).map((percent) => percent / 100),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(values, (returns) => {
        const one = series('monthly', returns);
        const { markets } = bearMarkets(one);
        expect(markets.every(({ fall }) => fall <= -0.2 + 1e-11)).toBe(true);
        for (let k = 1; k < markets.length; k++) expect(markets[k]!.peak > markets[k - 1]!.trough).toBe(true);
        const deepest = drawdowns(one)[0]?.depth ?? 0;
        expect(markets.length > 0).toBe(deepest <= -0.2 + 1e-13);
        // Missing rows at the ends change nothing.
        expect(bearMarkets(series('monthly', [...returns, NaN])).markets).toEqual(markets);
      }),
      { numRuns: 60 },
    );
  });

  it('show themselves and refuse holes and thresholds that are none', () => {
    const found = bearMarkets(series('monthly', [0.1, -0.2, -0.1, 0.3]));
    expect(String(found)).toMatch(/2020-01-31\s+2020-03-31\s+-28\.00 %\s+2/);
    expectInputError('returns.hole', ['bearMarkets', '2020-02-29'], () =>
      bearMarkets(series('monthly', [0.1, NaN, 0.1])),
    );
    const one = slice(usFunds().returns('SPY'), { from: '2020-01' });
    expectInputError('option.range', ['"threshold" is 20', '0.2'], () => bearMarkets(one, { threshold: 20 }));
    expectInputError('option.unknown', ['treshold', 'threshold'], () => bearMarkets(one, { treshold: 0.1 } as never));
    expectInputError('series.invalid', ['bearMarkets'], () => bearMarkets('SPY' as never));
    expectInputError('date.format', ['bearMarkets'], () => found.valueOn('soon' as never));
  });

  it.skipIf(!hasReference)('of big US stocks since 1926 are the twelve that the filter written in Python finds', () => {
    const { markets } = bearMarkets(reference('french_size_vw_192607_202406.csv', 'Hi30'));
    expect(
      markets.map(({ peak, trough, fall }) => `${peak.slice(0, 7)} ${trough.slice(0, 7)} ${fall.toFixed(4)}`),
    ).toEqual([
      '1929-08 1932-06 -0.8313',
      '1932-08 1933-02 -0.2745',
      '1937-02 1938-03 -0.4768',
      '1940-03 1942-04 -0.2845',
      '1946-05 1947-05 -0.2209',
      '1961-12 1962-06 -0.2293',
      '1968-11 1970-06 -0.2911',
      '1972-12 1974-09 -0.4426',
      '1987-08 1987-11 -0.2895',
      '2000-08 2002-09 -0.4616',
      '2007-10 2009-02 -0.4972',
      '2021-12 2022-09 -0.2447',
    ]);
  });

  it.skipIf(!hasReference)(
    'are not the drawdowns of 20 %, of which the same stocks had nine: 1932, 1937 and 1940 lie in that of 1929',
    () => {
      const big = reference('french_size_vw_192607_202406.csv', 'Hi30');
      expect(drawdowns(big).filter(({ depth }) => depth <= -0.2)).toHaveLength(9);
      expect(bearMarkets(big).markets).toHaveLength(12);
    },
  );
});
