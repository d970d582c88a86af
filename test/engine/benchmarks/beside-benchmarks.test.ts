import {
  addIndicator,
  backtest,
  besideBenchmarks,
  cagr,
  constantMixOf,
  firstCuts,
  fixedMix,
  monthsSince,
  postFirstCutRotation,
  randomEntryBenchmark,
  rollingWindows,
} from 'backtilt';
import { usFunds, usPolicyRate } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../../support/expect-input-error.js';
import { fromDays, near, years } from '../by-hand.js';

const costs = { tradingBps: 10 };
const funds = addIndicator(usFunds(), 'since', monthsSince(firstCuts(usPolicyRate())));
const rotated = backtest(funds, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since' }), { costs });
const beside = besideBenchmarks(funds, rotated, { seed: 1, draws: 49, costs });
const window = { from: rotated.settings.from, to: rotated.settings.to };

describe('a strategy beside its benchmarks', () => {
  it('stands before the constant mix of its exposure and each of its assets, over the same rows', () => {
    expect(beside.lines.map(({ what }) => what)).toEqual(['strategy', 'constant mix', 'buy and hold', 'buy and hold']);
    for (const { returns } of beside.lines) {
      expect(returns.calendar.date(0)).toBe(rotated.calendar.date(0));
      expect(returns.calendar.length).toBe(rotated.calendar.length);
    }
  });

  it('is what the single functions give', () => {
    const mix = backtest(funds, constantMixOf(rotated), { costs, window });
    expect(Array.from(beside.lines[1]!.returns.values)).toEqual(Array.from(mix.values));
    expect(beside.lines[0]!.cagr).toBe(cagr(rotated));
    expect(beside.lines[0]!.windowsAhead).toBe(rollingWindows(rotated, mix, { months: 12 }).share);
    expect(beside.randomEntry?.share).toBe(randomEntryBenchmark(funds, rotated, { seed: 1, draws: 49, costs }).share);
  });

  it('counts windows ahead of the mix by hand', () => {
    // A and B by turns: A, A, B. Average weights 2/3 and 1/3: the mix earns .2/3 + 0/3, 0, .1 × 2/3 + .3/3.
    const panel = years({ A: [0.2, 0, 0.1], B: [0, 0, 0.3] });
    const result = backtest(panel, fromDays(['A', 'B'], { '2019-12-31': { A: 1 }, '2021-12-31': { B: 1 } }));
    const found = besideBenchmarks(panel, result, { seed: 1, draws: 5 });
    const [own, mix, A, B] = found.lines;
    near(own!.returns.values, [0.2, 0, 0.3]);
    near(mix!.returns.values, [0.4 / 3, 0, (0.2 + 0.3) / 3]);
    expect([own!.windowsAhead, A!.windowsAhead, B!.windowsAhead]).toEqual([2 / 3, 1 / 3, 1 / 3]);
    expect([own!.windows, mix!.windowsAhead]).toEqual([3, NaN]);
  });

  it('has no random entries where there is nothing to draw', () => {
    const panel = years({ A: [0.2, 0, 0.1], B: [0, 0, 0.3] });
    const still = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }));
    const found = besideBenchmarks(panel, still, { seed: 1 });
    expect(found.randomEntry).toBeNull();
    expect(found.notes.join(' ')).toContain('No random entries');
  });

  it('shows ten assets at most, and says how many it left out', () => {
    const names = Array.from({ length: 12 }, (_, index) => `A${index}`);
    const panel = years(Object.fromEntries(names.map((name, index) => [name, [index / 100, 0.01]])));
    const all = backtest(panel, fixedMix({ weights: Object.fromEntries(names.map((name) => [name, 1 / 12])) }));
    const found = besideBenchmarks(panel, all, { seed: 1 });
    expect(found.lines).toHaveLength(2 + 10);
    expect(found.notes).toContain('2 more assets that it held are not shown.');
  });

  it('shows itself with the base rate explained', () => {
    for (const words of [
      'beside its benchmarks',
      'Random entries, median',
      'base rate',
      'seed 1',
      'Windows of 12 months',
    ])
      expect(beside.toString()).toContain(words);
  });

  it.each([
    [{ seed: 1.5 }, 'option.range', ['"seed"']],
    [{ months: 0, seed: 1, costs }, 'option.range', ['"months"']],
    [
      { seed: 1, draws: 5, costs: { tradingBps: 90 } },
      'option.range',
      ['Give the panel and the options of the result'],
    ],
    [{ seed: 1, window }, 'option.unknown', ['window']],
  ] as const)('refuses %j', (options, code, facts) => {
    expectInputError(code, facts, () => besideBenchmarks(funds, rotated, options as never));
  });
});
