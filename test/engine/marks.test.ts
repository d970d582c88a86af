import { addIndicator, backtest, constantMixOf, defineStrategy, fixedMix, fromSeries, monthly } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months } from './made-panel.js';

const panel = months({ A: [0.01, 0.02, 0.03], B: [0.02, 0.01, 0.02] });
const prophet = defineStrategy({
  name: 'prophet',
  assets: ['A'],
  schedule: monthly(),
  usesHindsight: true,
  decide: () => ({ A: 1 }),
});

describe('the mark of hindsight', () => {
  const marked = backtest(panel, prophet);

  it('travels from a result into a backtest that holds it', () => {
    const next = backtest(fromSeries(marked), fixedMix({ weights: { prophet: 1 } }));
    expect(next.usesHindsight).toBe(true);
    expect(next.warnings).toEqual([
      'Uses hindsight (the series "prophet"): nobody could have traded this at the time.',
    ]);
  });

  it('travels from a result that is used as cash', () => {
    const next = backtest(panel, fixedMix({ weights: { B: 0.5 } }), { cash: marked });
    expect(next.usesHindsight).toBe(true);
    expect(next.warnings[0]).toContain('the cash series');
  });

  it('is true or false and nothing else', () => {
    expectInputError('option.type', ['usesHindsight', '"yes"'], () =>
      defineStrategy({ ...prophet, assets: ['A'], usesHindsight: 'yes' as unknown as boolean }),
    );
  });
});

describe('what a reader must be told', () => {
  it('that a strategy never held anything, and that its indicator was never known', () => {
    const late = addIndicator(panel, 'rate', [{ knownOn: '2030-01-01', value: 1 }]);
    const waiting = defineStrategy({
      name: 'waiting',
      assets: ['A'],
      indicators: ['rate'],
      schedule: monthly(),
      decide: (view): { A?: number } => (view.indicator('rate') > 0 ? { A: 1 } : {}),
    });
    expect(backtest(late, waiting).warnings).toEqual([
      'Never held anything: every decision was all cash.',
      'Indicator "rate" was not known at any decision: the rule saw NaN throughout.',
    ]);
  });

  it('that cash is of another kind than what is held, and that excess returns cannot be held alone', () => {
    const price = months({ P: [0.01, 0.01, 0.01] }, '2020-01', 'price');
    const excess = months({ F: [0.01, 0.01, 0.01] }, '2020-01', 'excess');
    expect(backtest(panel, fixedMix({ weights: { A: 0.5 } }), { cash: price.returns('P') }).warnings[0]).toContain(
      'Mixes total and price returns',
    );
    expect(backtest(excess, fixedMix({ weights: { F: 1 } })).warnings[0]).toContain('Holds excess returns');
  });
});

describe('options that would do nothing', () => {
  const mix = fixedMix({ weights: { A: 1 } });

  it('are refused: empty costs, a misspelt schedule, a mix of nothing', () => {
    expectInputError('option.missing', ['costs', 'tradingBps'], () => backtest(panel, mix, { costs: {} }));
    expectInputError('option.unknown', ['shedule', 'schedule'], () =>
      constantMixOf(backtest(panel, mix), { shedule: monthly() } as never),
    );
    const idle = defineStrategy({ name: 'idle', assets: ['A'], schedule: monthly(), decide: () => ({}) });
    expectInputError('strategy.invalid', ['constantMixOf', '"idle"', 'all cash'], () =>
      constantMixOf(backtest(panel, idle)),
    );
    expectInputError('series.invalid', ['constantMixOf', 'backtest(panel, strategy)'], () =>
      constantMixOf(panel as never),
    );
  });

  it('or told: a lag that outlasts the run', () => {
    expect(backtest(panel, mix, { executionLag: 3 }).warnings).toEqual([
      'Nothing was traded: the execution lag outlasts the run, and all stayed in cash.',
    ]);
  });

  it('but one table of costs may serve every strategy of a panel', () => {
    const costs = { tradingBps: { A: 10, B: 20 } };
    // 10 bp of the purchase: 0.999 × 1.01 − 1.
    expect(backtest(panel, mix, { costs }).values[0]).toBeCloseTo(0.999 * 1.01 - 1, 15);
    expectInputError('asset.unknown', ['"C"'], () =>
      backtest(panel, mix, { costs: { tradingBps: { A: 1, C: 1 } as never } }),
    );
  });
});

describe('what is handed out is no one else’s', () => {
  it('numbers written in plain JavaScript change no later answer', () => {
    const [first, second] = [panel.returns('A').values, panel.returns('A').values];
    (first as Float64Array)[0] = 9;
    expect([second[0], panel.returns('A').values[0]]).toEqual([0.01, 0.01]);
  });

  it('a view may be taken apart, and its list of assets cannot be changed', () => {
    const apart = defineStrategy({
      name: 'apart',
      assets: ['A', 'B'],
      lookback: 1,
      schedule: monthly(),
      decide: ({ totalReturn, assets }): { A: number } | { B: number } => {
        expect(() => (assets as string[]).reverse()).toThrow(TypeError);
        return totalReturn('A', 1) > totalReturn('B', 1) ? { A: 1 } : { B: 1 };
      },
    });
    expect(backtest(panel, apart).decisions.map(({ target }) => target)).toEqual([{ B: 1 }, { A: 1 }]);
  });
});
