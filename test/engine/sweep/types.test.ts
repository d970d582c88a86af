import {
  annually,
  backtest,
  cagr,
  fixedMix,
  maxDrawdown,
  smallCapTilt,
  sweep,
  type Panel,
  type SweepExecutor,
  type SweepResult,
} from 'backtilt';
import { describe, expect, expectTypeOf, it } from 'vitest';

/*
 * Promises of the types about sweeps: the type check reads this file, and an "@ts-expect-error" without an error is one. The functions are written
 * down, not called.
 */
const held: Record<string, (...values: never[]) => unknown> = {};

type Funds = Panel<'SPY' | 'IWM' | 'BIL'>;

const tilt = ({ weight, month }: { readonly weight: number; readonly month: number }) =>
  smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) });

held['parameters and names of figures are known from the grid and the metrics'] = (funds: Funds): unknown => {
  const result = sweep(funds, {
    grid: { weight: [0, 0.3], month: [6, 12] },
    strategy: ({ weight, month }) => {
      expectTypeOf(weight).toEqualTypeOf<number>();
      return tilt({ weight, month });
    },
    metrics: { cagr, worst: maxDrawdown, half: (one) => cagr(one) / 2 },
  });
  const best = result.best('worst');
  return [
    expectTypeOf(result).toEqualTypeOf<SweepResult<{ weight: number; month: number }, 'cagr' | 'worst' | 'half'>>(),
    expectTypeOf(best?.params.month).toEqualTypeOf<number | undefined>(),
    result.top(3, 'half', { lowest: true })[0]?.metrics.cagr,
    result.pivot({ rows: 'weight', columns: 'month', metric: 'cagr' }).values[0],
    result.parameters.weight.map((weight) => weight * 2),
    result.toJSON().metrics.worst[0],
    // @ts-expect-error a misspelt figure
    result.best('cgar'),
    // @ts-expect-error nobody asked for it
    result.metrics.volatility,
    // @ts-expect-error no figure of the sweep
    result.quantile('sharpeRatio', 0.5),
    // @ts-expect-error no parameter of the sweep
    result.pivot({ rows: 'weight', columns: 'year', metric: 'cagr' }),
    // @ts-expect-error there may be none: every figure may be undefined
    best.params,
    // @ts-expect-error the columns are for reading
    (result.metrics.cagr[0] = 1),
  ];
};

held['parameters of a list and of a sample are known too'] = (funds: Funds) => {
  const strategy = ({ weight }: { readonly weight: number }) => fixedMix({ weights: { SPY: 1 - weight, IWM: weight } });
  const listed = sweep(funds, { list: [{ weight: 0.1 }], strategy, metrics: { cagr } });
  const drawn = sweep(funds, {
    sample: { count: 9, seed: 1, draw: (random) => ({ weight: random.uniform(), name: 'drawn' }) },
    strategy,
    metrics: { cagr },
  });
  return [
    expectTypeOf(listed.variant(0).params.weight).toEqualTypeOf<number>(),
    expectTypeOf(drawn.variant(0).metrics).toEqualTypeOf<Readonly<Record<'cagr', number>>>(),
    // @ts-expect-error the strategy wants a number
    sweep(funds, { list: [{ weight: 'much' }], strategy, metrics: { cagr } }),
  ];
};

held['figures may be named where they are the common ones'] = (funds: Funds) => {
  const grid = { weight: [0, 0.3], month: [12] };
  const named = sweep(funds, { grid, strategy: tilt, metrics: ['cagr', 'sharpeRatio'] });
  return [
    named.best('sharpeRatio')?.metrics.cagr,
    // @ts-expect-error not among those asked for
    named.best('volatility'),
    // @ts-expect-error no common figure
    sweep(funds, { grid, strategy: tilt, metrics: ['omega'] }),
    // @ts-expect-error a figure is a number
    sweep(funds, { grid, strategy: tilt, metrics: { cagr, name: () => 'much' } }),
    // @ts-expect-error kept by what is not asked for
    sweep(funds, { grid, strategy: tilt, metrics: { cagr }, keep: { best: 3, by: 'worst' } }),
  ];
};

held['strategies, and costs, are of assets that the panel has'] = (bonds: Panel<'AGG' | 'BIL'>, funds: Funds) => {
  const grid = { weight: [0, 0.3], month: [12] };
  return [
    sweep(funds, {
      grid,
      strategy: tilt,
      metrics: { cagr },
      backtest: { costs: { tradingBps: { IWM: 9 } }, cash: 'BIL' },
    }),
    // @ts-expect-error neither SPY nor IWM
    sweep(bonds, { grid, strategy: tilt, metrics: { cagr } }),
    // @ts-expect-error neither SPY nor IWM, as for one backtest
    backtest(bonds, tilt({ weight: 0.1, month: 6 })),
    // @ts-expect-error cash is no asset of the panel
    sweep(funds, { grid, strategy: tilt, metrics: { cagr }, backtest: { cash: 'SHY' } }),
  ];
};

held['on other threads it is a promise'] = (funds: Funds, threads: SweepExecutor) => {
  const result = sweep(funds, {
    grid: { weight: [0, 0.3] },
    strategy: { builtIn: 'smallCapTilt', options: { core: 'SPY', smallCap: 'IWM' } },
    metrics: { cagr },
    on: threads,
  });
  return expectTypeOf(result).toEqualTypeOf<Promise<SweepResult<{ weight: number }, 'cagr'>>>();
};

describe('types of sweeps', () => {
  it.each(Object.keys(held))('%s (checked by the compiler)', (promise) => {
    expect(held[promise]).toBeTypeOf('function');
  });
});
