import {
  addField,
  addIndicator,
  backtest,
  defineStrategy,
  equalWeight,
  everyPeriods,
  fixedMix,
  monthly,
  screenedPortfolio,
  topFraction,
  weighBy,
  withTrendFilter,
  type Observation,
  type Strategy,
  type View,
  type Weights,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/* With two closes the filter is on where the market rose: on at the ends of January, March and April, off in February. */
const panel = months({
  A: [0.01, 0.02, 0.03, 0.01, 0],
  B: [0, 0.01, 0, 0.01, 0],
  Market: [0.1, -0.1, 0.1, 0.1, 0],
  Bills: [0.001, 0.001, 0.001, 0.001, 0.001],
});
const mix = fixedMix({ weights: { A: 0.5, B: 0.2 } });

describe('a trend filter on a strategy', () => {
  it('leaves its answer alone while the filter is on, and moves what it invests while it is off', () => {
    const { decisions } = backtest(panel, withTrendFilter(mix, { on: 'Market', periods: 2, otherwise: 'Bills' }));
    expect(decisions.map(({ decidedOn, target }) => [decidedOn.slice(0, 7), target])).toEqual([
      ['2020-01', { A: 0.5, B: 0.2 }],
      ['2020-02', { Bills: 0.7 }],
      ['2020-03', { A: 0.5, B: 0.2 }],
      ['2020-04', { A: 0.5, B: 0.2 }],
    ]);
  });

  it('into cash where nothing else is named', () => {
    const { decisions } = backtest(panel, withTrendFilter(mix, { on: 'Market', periods: 2 }));
    expect(decisions[1]!.target).toEqual({});
  });

  it('may watch an asset that the strategy holds', () => {
    const filtered = withTrendFilter(mix, { on: 'A', periods: 2, otherwise: 'B' });
    expect(filtered.assets).toEqual(['A', 'B']);
    expect(backtest(panel, filtered).decisions[0]!.target).toEqual({ A: 0.5, B: 0.2 });
  });

  it('keeps fields, indicators, the mark of hindsight, the schedule and the longer lookback', () => {
    const inner = defineStrategy({
      name: 'inner',
      assets: ['A', 'B'],
      fields: ['size'],
      indicators: ['rate'],
      lookback: 9,
      schedule: everyPeriods(3),
      params: { level: 2 },
      usesHindsight: true,
      decide: () => ({ A: 1 }),
    });
    const short = withTrendFilter(inner, { on: 'Market', periods: 4, otherwise: 'Bills' });
    expect(short).toMatchObject({
      name: 'inner, while Market is above its 4-period average, otherwise Bills',
      assets: ['A', 'B', 'Market', 'Bills'],
      fields: ['size'],
      indicators: ['rate'],
      lookback: 9,
      schedule: everyPeriods(3),
      params: { on: 'Market', periods: 4, otherwise: 'Bills', strategy: 'inner', strategyParams: { level: 2 } },
      usesHindsight: true,
    });
    const long = withTrendFilter(inner, { on: 'Market', periods: 20, schedule: monthly() });
    expect([long.lookback, long.schedule]).toEqual([19, monthly()]);
    expect('usesHindsight' in withTrendFilter(mix, { on: 'Market', periods: 2 })).toBe(false);
  });

  it('shows the strategy its own assets only, with what is really held of them', () => {
    const seen: unknown[] = [];
    const sized = addField(addIndicator(panel, 'rate', [{ knownOn: '2019-12-31', value: 3 }]), 'size', {
      ...sizes({ A: 1, B: 2, Market: 3, Bills: 4 }),
    });
    const curious = defineStrategy({
      name: 'curious',
      assets: ['B', 'A'],
      fields: ['size'],
      indicators: ['rate'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        const { A = 0, ...others } = view.holdings;
        seen.push([view.assets, [...view.listed], [...view.field('size')], A.toFixed(4), Object.keys(others)]);
        expect([...view.indicatorHistory('rate', 2), view.indicator('rate')]).toEqual([3, 3, 3]);
        expect(view.totalReturn('A', 1)).toBeCloseTo(view.returns('A', 1)[0]!, 14);
        return { A: 0.5 };
      },
    });
    backtest(sized, withTrendFilter(curious, { on: 'Market', periods: 2, otherwise: 'Bills' }));
    const own = [
      ['B', 'A'],
      [0, 1],
      [2, 1],
    ];
    expect(seen.slice(0, 3)).toEqual([
      // It begins in February, off: half in bills. In March nothing of it is held; the filter is on, so half is, and grows by 1 %.
      [...own, '0.0000', []],
      [...own, '0.0000', []],
      [...own, (0.505 / 1.005).toFixed(4), []],
    ]);
  });

  it('lets the strategy read its own assets and its own lookback only, as in a backtest of its own', () => {
    const reading = (read: (view: View<'A', never, 'rate'>) => unknown, assets: readonly ['A'] | 'all' = ['A']) => {
      const inner = {
        ...{ name: 'nosy', assets, indicators: ['rate'] as const, lookback: 1, schedule: monthly() },
        decide: (view: View<'A', never, 'rate'>) => {
          read(view);
          return { A: 1 };
        },
      };
      const rated = addIndicator(panel, 'rate', [{ knownOn: '2019-12-31', value: 3 }]);
      const run = (strategy: object) => (): unknown => backtest(rated, strategy as Strategy<'A', never, 'rate'>);
      return [run(inner), run(withTrendFilter(inner as Strategy<'A', never, 'rate'>, { on: 'Market', periods: 4 }))];
    };
    const inA = (asset: string): 'A' => asset as 'A';
    for (const act of reading((view) => view.returns(inA('Market'), 1)))
      expectInputError('strategy.undeclared', ['view.returns', '"nosy"', '"Market"', '(A)'], act);
    for (const act of reading((view) => view.totalReturn(inA('Market'), 1)))
      expectInputError('strategy.undeclared', ['view.totalReturn', '"Market"'], act);
    for (const act of reading((view) => view.returns(inA('AA'), 1)))
      expectInputError('asset.unknown', ['"AA"', '"nosy"'], act);
    for (const assets of [['A'], 'all'] as const) {
      for (const act of reading((view) => view.returns('A', 3), assets))
        expectInputError('strategy.lookback', ['asked for 3', '"nosy"', 'lookback 1'], act);
      for (const act of reading((view) => view.indicatorHistory('rate', 2), assets))
        expectInputError('strategy.lookback', ['view.indicatorHistory', 'asked for 2'], act);
    }
    for (const act of reading((view) => view.totalReturn('A', 0))) expectInputError('option.range', ['"periods"'], act);
  });

  it('refuses an answer of other assets than the strategy’s own, on or off', () => {
    const answering = (answer: object, periods: number) => () => {
      const decide = (): Weights<'A'> => answer;
      const inner = defineStrategy({ name: 'astray', assets: ['A'], schedule: monthly(), decide });
      return backtest(panel, withTrendFilter(inner, { on: 'Market', periods, otherwise: 'Bills' }), {
        window: { from: '2020-03', to: '2020-03' },
      });
    };
    // At the end of February the market is below its two-period average; over three closes, 1, 1.1 and 0.99, it is as well.
    expectInputError('asset.unknown', ['"astray" on 2020-02-29', '"ZZZ"'], answering({ A: -3, ZZZ: 4 }, 2));
    expectInputError('asset.unknown', ['"Bills"'], answering({ Bills: 1 }, 2));
    expectInputError('weights.invalid', ['position', '1'], answering({ members: [1], weights: [1] }, 2));
    expectInputError('weights.invalid', ['position', '0'], answering({ members: [0, 0], weights: [0.5, 0.5] }, 2));
    expectInputError('strategy.no-weights', [], answering(new Map([['A', 1]]), 2));
    expect(answering({ members: [0], weights: [0.5] }, 2)().decisions[0]!.target).toEqual({ Bills: 0.5 });
    const always = defineStrategy({
      name: 'on',
      assets: ['A'],
      schedule: monthly(),
      decide: () => ({ Bills: 1 }) as object,
    });
    expectInputError('asset.unknown', ['"on" on 2020-01-31', '"Bills"'], () =>
      backtest(panel, withTrendFilter(always, { on: 'Market', periods: 2, otherwise: 'Bills' })),
    );
  });

  it('takes a strategy on all assets, whose answer is positions', () => {
    const filtered = withTrendFilter(equalWeight({ assets: 'all' }), { on: 'Market', periods: 2, otherwise: 'Bills' });
    const { decisions } = backtest(panel, filtered);
    expect(filtered.assets).toBe('all');
    expect(decisions[0]!.target).toEqual({ A: 0.25, B: 0.25, Market: 0.25, Bills: 0.25 });
    expect(decisions[1]!.target).toEqual({ Bills: 1 });
  });

  it('takes a screen of named fields', () => {
    const stocks = addField(panel, 'size', sizes({ A: 1, B: 2, Market: 3, Bills: 4 }));
    const screen = screenedPortfolio({
      name: 'biggest',
      screens: [topFraction('size', 0.25)],
      weighting: weighBy('equal'),
      schedule: monthly(),
    });
    const { decisions } = backtest(stocks, withTrendFilter(screen, { on: 'Market', periods: 2 }));
    expect(decisions.slice(0, 2).map(({ target }) => target)).toEqual([{ Bills: 1 }, {}]);
  });

  it('puts no more than all and no less than nothing elsewhere, whatever the strategy borrows or sells short', () => {
    const rules = { leverage: { max: 4, borrowSpread: 0, shortFee: 0 } };
    const after = (weights: Readonly<Record<'A' | 'B', number>>) => {
      const answer = defineStrategy({ name: 'x', assets: ['A', 'B'], schedule: monthly(), decide: () => weights });
      const filtered = withTrendFilter(answer, { on: 'Market', periods: 2, otherwise: 'Bills' });
      return backtest(panel, filtered, { rules, cash: 'Bills' }).decisions[1]!.target;
    };
    expect(after({ A: 1.5, B: 0 })).toEqual({ Bills: 1 });
    expect(after({ A: 1, B: -0.25 })).toEqual({ Bills: 0.75 });
    expect(after({ A: 0.5, B: -1 })).toEqual({});
  });

  it('leaves what is no answer to the engine, which names the day', () => {
    const broken = (answer: unknown) =>
      withTrendFilter(
        defineStrategy({ name: 'broken', assets: ['A'], schedule: monthly(), decide: () => answer as { A: number } }),
        { on: 'Market', periods: 2, schedule: monthly() },
      );
    for (const answer of [undefined, null, 'A'])
      expectInputError('strategy.no-weights', ['broken', '2020-01-31'], () => backtest(panel, broken(answer)));
    expectInputError('weights.invalid', ['NaN'], () => backtest(panel, broken({ A: NaN })));
    const offOnly = defineStrategy({
      name: 'late',
      assets: ['A'],
      schedule: monthly(),
      decide: ({ asOf }) => (asOf > '2020-02' ? { A: '1' as unknown as number } : { A: 1 }),
    });
    expectInputError('weights.invalid', ['2020-02-29', '"1"'], () =>
      backtest(panel, withTrendFilter(offOnly, { on: 'Market', periods: 2 })),
    );
  });

  it.each([
    [mix, { on: 'Market', periods: 1 }, 'option.range', ['"periods"', '1']],
    [mix, { periods: 2 }, 'option.type', ['"on"', 'undefined']],
    [mix, { on: 'Market', periods: 2, otherwise: null }, 'option.type', ['"otherwise"', 'null']],
    [mix, { on: 'Market', periods: 2, lookback: 2 }, 'option.unknown', ['"lookback"']],
    [mix, undefined, 'option.type', ['withTrendFilter', 'undefined']],
    [{ assets: ['A'] }, { on: 'Market', periods: 2 }, 'option.type', ['withTrendFilter', '"name"']],
    [{ name: 'x', assets: ['A'], schedule: monthly() }, { on: 'A', periods: 2 }, 'strategy.invalid', ['"decide"']],
  ] as const)('refuses %j with %j', (strategy, options, code, facts) => {
    expectInputError(code, facts, () => withTrendFilter(strategy as never, options as never));
  });
});

/** A field whose values are known from the base on. */
function sizes<Asset extends string>(values: Readonly<Record<Asset, number>>): Record<Asset, Observation[]> {
  return Object.fromEntries(
    Object.entries<number>(values).map(([asset, value]) => [asset, [{ knownOn: '2019-12-31', value }]]),
  ) as Record<Asset, Observation[]>;
}
