import { describe, expect, it } from 'vitest';
import * as stats from '../../src/stats/index.js';
import { summarize } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { series } from './support.js';

const returns = Array.from({ length: 40 }, (_, row) => 0.03 * Math.sin(row * row) + 0.004);
const fund = series('monthly', returns, 'Fund');
const benchmark = series(
  'monthly',
  returns.map((value, row) => 0.8 * value + 0.01 * Math.cos(row)),
  'Index',
);
const riskFree = series(
  'monthly',
  returns.map((_, row) => 0.001 + row * 1e-5),
  'Bills',
);

describe('summarize', () => {
  it('has in every field what the function of that name gives', () => {
    const found = summarize(fund, { benchmark, riskFree });
    for (const name of ['totalReturn', 'cagr', 'volatility', 'sortinoRatio', 'maxDrawdown', 'calmarRatio'] as const)
      expect(found[name], name).toBe(stats[name](fund));
    expect(found.marRatio).toBe(stats.marRatio(fund));
    expect(found.sharpeRatio).toBe(stats.sharpeRatio(fund, { riskFree }));
    expect(found.deepestDrawdown).toEqual(stats.drawdowns(fund)[0]);
    expect([found.bestYear, found.worstYear]).toEqual([stats.bestYear(fund), stats.worstYear(fund)]);
    const pair = found.benchmark!;
    for (const name of ['trackingError', 'informationRatio', 'hitRate', 'correlation'] as const)
      expect(pair[name], name).toBe(stats[name](fund, benchmark));
    for (const name of ['beta', 'alpha'] as const)
      expect(pair[name], name).toBe(stats[name](fund, benchmark, { riskFree }));
    expect(pair).toMatchObject(stats.hitCounts(fund, benchmark));
  });

  it('says what the figures were computed from', () => {
    expect(summarize(fund, { benchmark, riskFree })).toMatchObject({
      name: 'Fund',
      base: '2019-12-31',
      from: '2020-01-31',
      to: '2023-04-30',
      frequency: 'monthly',
      periodsPerYear: 12,
      periods: 40,
      holes: 0,
      years: 40 / 12,
      riskFree: 'Bills',
      excessPeriods: 40,
      benchmark: { name: 'Index', periods: 40, excessPeriods: 40 },
    });
    expect(summarize(fund)).toMatchObject({ riskFree: null, benchmark: null });
  });

  it('counts holes, skips them in sample statistics and leaves path statistics undefined', () => {
    const found = summarize(series('monthly', [NaN, ...returns.slice(0, 20), NaN, ...returns.slice(20), NaN]));
    expect(found).toMatchObject({ periods: 40, holes: 1, from: '2020-02-29', years: 41 / 12 });
    expect(found).toMatchObject({ cagr: NaN, totalReturn: NaN, maxDrawdown: NaN, deepestDrawdown: null });
    expect(found.volatility).toBe(stats.volatility(fund));
  });

  it('of a series without returns is undefined throughout, without an error', () => {
    const found = summarize(series('monthly', [NaN, NaN]), { benchmark, riskFree });
    expect(found).toMatchObject({ from: null, to: null, base: null, periods: 0, years: 0, bestYear: null });
    expect(found).toMatchObject({ cagr: NaN, volatility: NaN, sharpeRatio: NaN, maxDrawdown: NaN, calmarRatio: NaN });
    expect(found.benchmark).toMatchObject({ periods: 0, beta: NaN, hitRate: NaN });
  });

  it('is frozen and keeps its meaning in JSON, where undefined is null', () => {
    const found = summarize(fund, { benchmark });
    expect(
      [found, found.returns, found.risk, found.drawdown, found.ratios, found.benchmark].every((part) =>
        Object.isFrozen(part),
      ),
    ).toBe(true);
    const undefinedIsNull = (_: string, value: unknown): unknown => (Number.isNaN(value) ? null : value);
    const back = JSON.parse(JSON.stringify(found)) as typeof found;
    expect(back).toEqual(JSON.parse(JSON.stringify({ ...found }, undefinedIsNull)));
    expect(back.returns).toEqual({ ...found.returns, fiveYears: null, tenYears: null });
    expect([back.risk, back.drawdown, back.ratios, back.benchmark]).toEqual([
      found.risk,
      found.drawdown,
      found.ratios,
      found.benchmark,
    ]);
    expect(JSON.parse(JSON.stringify(summarize(series('monthly', [0.01]))))).toMatchObject({ cagr: null, periods: 1 });
  });

  it('refuses what it does not know', () => {
    expectInputError('option.unknown', ['summarize', 'bench', 'benchmark'], () =>
      summarize(fund, { bench: fund } as never),
    );
    expectInputError('series.invalid', ['summarize', '"benchmark"', '"SPY"'], () =>
      summarize(fund, { benchmark: 'SPY' as never }),
    );
    expectInputError('series.invalid', ['summarize', 'the series'], () => summarize(null as never));
  });
});
