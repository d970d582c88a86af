import {
  addField,
  addIndicator,
  annually,
  backtest,
  bottomFraction,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  screenedPortfolio,
  type Strategy,
  sweep,
  weighBy,
} from 'backtilt';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { askStrategy } from '../../src/engine/ask-strategy.js';
import { factFromObservations } from '../../src/panel/fact.js';
import { weekdays } from '../../bench/data/weekdays.js';

vi.mock(import('../../src/engine/ask-strategy.js'), async (original) => {
  const module = await original();
  return { ...module, askStrategy: vi.fn(module.askStrategy) };
});
vi.mock(import('../../src/panel/fact.js'), async (original) => {
  const module = await original();
  return {
    ...module,
    factFromObservations: vi.fn((...facts: Parameters<typeof module.factFromObservations>) =>
      vi.fn(module.factFromObservations(...facts)),
    ),
  };
});
beforeEach(() => {
  vi.clearAllMocks();
});

const [base = '', ...dates] = weekdays(601).dates;
const waves = (length: number): Float64Array => Float64Array.from(dates, (_, row) => Math.sin(row / length) / 100);
const panel = fromReturns({ frequency: 'daily', base, dates, returns: { A: waves(7), B: waves(31) } });

/** A strategy of one's own that counts how often it was asked. */
function counting(): { readonly strategy: Strategy<'A' | 'B'>; readonly asked: () => number } {
  let asked = 0;
  const strategy = defineStrategy({
    name: 'The stronger',
    assets: ['A', 'B'],
    lookback: 20,
    schedule: monthly(),
    decide: ({ totalReturn }) => {
      asked++;
      return totalReturn('A', 20) > totalReturn('B', 20) ? { A: 1 } : { B: 1 };
    },
  });
  return { strategy, asked: () => asked };
}

describe('work is done as often as it must be', () => {
  it('a backtest asks a strategy once per decision, and once for what to hold next', () => {
    const { strategy, asked } = counting();
    const { decisions } = backtest(panel, strategy);
    // The 600 weekdays end on 2002-04-22: 27 months end within, and the twentieth return is that of the last day of the first.
    expect(decisions).toHaveLength(27);
    expect(asked()).toBe(27 + 1);
  });

  it('a sweep asks once per decision and variant, and for nothing more', () => {
    const { strategy, asked } = counting();
    sweep(panel, { list: [{ k: 1 }, { k: 2 }, { k: 3 }], strategy: () => strategy, metrics: ['cagr', 'sharpeRatio'] });
    expect(asked()).toBe(3 * 27);
  });

  it('weights that never change are never asked for in a sweep', () => {
    const found = sweep(panel, {
      grid: { a: [0, 0.25, 0.5, 1] },
      strategy: ({ a }) => fixedMix({ weights: { A: a, B: 1 - a } }),
      metrics: ['cagr', 'maxDrawdown'],
    });
    expect(found.trials).toBe(4);
    expect(askStrategy).not.toHaveBeenCalled();
  });

  it('a strategy of a sweep is made once per variant; the first once more, to see what kind the variants are', () => {
    const make = vi.fn(({ a }: { a: number }) => fixedMix({ weights: { A: a, B: 1 - a } }));
    sweep(panel, { grid: { a: [0, 0.25, 0.5, 1] }, strategy: make, metrics: ['cagr'] });
    expect(make.mock.calls.map(([{ a }]) => a)).toEqual([0, 0, 0.25, 0.5, 1]);
  });

  it('a field is joined to the calendar once per panel and asset, however many backtests and variants read it', () => {
    const sized = addField(panel, 'size', {
      A: [{ knownOn: '2000-01-03', value: 1 }],
      B: [{ knownOn: '2000-01-03', value: 2 }],
    });
    const joins = vi.mocked(factFromObservations).mock.results.map(({ value }) => vi.mocked(value as () => unknown));
    const smaller = (share: number): ReturnType<typeof screenedPortfolio<'size', 'size'>> =>
      screenedPortfolio({
        name: 'The smaller',
        screens: [bottomFraction('size', share)],
        weighting: weighBy('size'),
        schedule: annually({ month: 6 }),
      });
    backtest(sized, smaller(0.5));
    backtest(sized, smaller(1));
    sweep(sized, { grid: { share: [0.5, 0.75, 1] }, strategy: ({ share }) => smaller(share), metrics: ['cagr'] });
    expect(joins.map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('an indicator is asked once per row of the panel, the base among them', () => {
    const valueOn = vi.fn(() => 1);
    const dated = addIndicator(panel, 'mood', { name: 'Mood', usesHindsight: false, valueOn });
    const strategy = defineStrategy({
      name: 'By mood',
      assets: ['A', 'B'],
      indicators: ['mood'],
      schedule: monthly(),
      decide: ({ indicator }) => (indicator('mood') > 0 ? { A: 1 } : { B: 1 }),
    });
    backtest(dated, strategy);
    sweep(dated, { grid: { k: [1, 2, 3] }, strategy: () => strategy, metrics: ['cagr'] });
    expect(valueOn).toHaveBeenCalledTimes(600 + 1);
  });
});
