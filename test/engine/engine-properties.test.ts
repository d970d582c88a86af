import {
  addField,
  backtest,
  everyPeriods,
  fromReturns,
  once,
  quarterly,
  totalReturn,
  whenDrifted,
  type BacktestOptions,
  type BacktestResult,
} from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { near, nearWeights } from './by-hand.js';
import {
  ABC,
  columnsOf,
  flowsOf,
  holding,
  leverage,
  market,
  optionsOf,
  panelOf,
  weightsOf,
  type Market,
} from './made-market.js';
import { monthsFrom } from './made-panel.js';

const few = { numRuns: 30 };
const holds = (check: (m: Market) => void): void => {
  fc.assert(fc.property(market, check), few);
};
/** Rows that both runs lived, so that a depletion or a ruin that came earlier in one of them is no difference. */
const common = (one: BacktestResult, other: BacktestResult): number =>
  Math.min(
    one.calendar.length - (one.end === 'complete' ? 0 : 1),
    other.calendar.length - (other.end === 'complete' ? 0 : 1),
  );

describe('properties of the engine with all its features', () => {
  it('the order of the assets does not matter', () => {
    holds((m) => {
      const weights = weightsOf(m);
      const rules = {
        ...(m.levered ? { leverage } : {}),
        maxHoldings: 2,
        maxWeight: 0.7,
        maxTurnover: 0.3,
        minTrade: 0.0123,
      };
      const options = { ...optionsOf(m), rules };
      const forward = backtest(panelOf(columnsOf(m)), holding(weights, everyPeriods(m.every)), options);
      const { A, B, C } = weights;
      const turned = panelOf({ Bill: m.Bill, C: m.C, B: m.B, A: m.A });
      const backward = backtest(turned, holding({ C, B, A }, everyPeriods(m.every)), options);
      near(backward.values.slice(), forward.values.slice(), 1e-9);
      for (const name of ABC) near(backward.weights(name), forward.weights(name), 1e-9);
    });
  });

  it('zero costs make net equal gross, with flows, limits and leverage too', () => {
    holds((m) => {
      const rules = { ...(m.levered ? { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } } : {}), maxTurnover: 0.2 };
      const options = { cash: 'Bill', executionLag: m.lag, flows: flowsOf(m), rules };
      const result = backtest(panelOf(columnsOf(m)), holding(weightsOf(m), everyPeriods(m.every)), options);
      near(result.values.slice(), result.gross.values.slice());
      // Of a wealth of nothing no share can be lost.
      if (result.end !== 'ruined') expect(result.costs.total).toBeCloseTo(0, 12);
    });
  });

  it('costs of any kind never raise wealth, at any close', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 0, max: 3 }), (m, kind) => {
        const panel = panelOf(columnsOf(m));
        const options = optionsOf(m);
        const spread = { ...leverage, borrowSpread: 0.06, shortFee: 0.06 };
        const dearer: BacktestOptions = [
          { ...options, costs: { ...options.costs, tradingBps: m.bps + 50 } },
          { ...options, costs: { ...options.costs, portfolioFee: m.fee + 0.03 } },
          { ...options, costs: { ...options.costs, perTrade: 1 } },
          { ...options, rules: m.levered ? { leverage: spread } : {} },
        ][kind]!;
        const strategy = holding(weightsOf(m), everyPeriods(m.every));
        const [cheap, dear] = [options, dearer].map((given) => backtest(panel, strategy, given).ledger.closing);
        dear!.forEach((value, row) => {
          expect(value).toBeLessThanOrEqual((cheap![row] ?? 0) * (1 + 1e-12));
        });
      }),
      few,
    );
  });

  it('an expense ratio never raises the wealth of who holds what bears it', () => {
    holds((m) => {
      const strategy = holding({ A: 0.6, B: 0.3 }, everyPeriods(m.every));
      const path = (ratio: number) =>
        backtest(panelOf(columnsOf(m)), strategy, { costs: { expenseRatios: { A: ratio } } }).ledger.closing;
      const [none, some] = [path(0), path(0.02)];
      some.forEach((value, row) => {
        expect(value).toBeLessThanOrEqual(none[row]! * (1 + 1e-12));
      });
    });
  });

  it('splitting an asset in two changes nothing: proportional costs, fees, flows, turnover limits, relative bands', () => {
    holds((m) => {
      const { A, B, C } = weightsOf(m);
      const { B: b, C: c, Bill } = columnsOf(m);
      const schedule = m.every > 2 ? whenDrifted({ relative: 0.1 }) : everyPeriods(m.every);
      const rules = {
        ...(m.levered ? { leverage } : {}),
        maxTurnover: 0.15,
        groups: [{ name: 'G', assets: ['B'], max: 0.3 }],
      };
      const options = { ...optionsOf(m), rules };
      const whole = backtest(panelOf(columnsOf(m)), holding({ A, B, C }, schedule), options);
      const costs = { ...options.costs, expenseRatios: { A1: m.ratio, A2: m.ratio } };
      const panel = panelOf({ A1: m.A, A2: m.A, B: b, C: c, Bill });
      const split = backtest(panel, holding({ A1: A / 2, A2: A / 2, B, C }, schedule), { ...options, costs });
      near(split.values.slice(), whole.values.slice(), 1e-9);
      near(
        split.decisions.map(({ turnover }) => turnover),
        whole.decisions.map(({ turnover }) => turnover),
        1e-9,
      );
    });
  });

  it('a thousand times the money is a thousand times every amount, and no other return', () => {
    holds((m) => {
      const volumes = (unit: number) =>
        addField(panelOf(columnsOf(m)), 'volume', {
          knownOn: ['2019-12-31'],
          values: { A: [3000 * unit], B: [2000 * unit], C: [4000 * unit] },
        });
      const run = (unit: number) =>
        backtest(volumes(unit), holding(weightsOf(m), everyPeriods(m.every)), {
          ...optionsOf(m),
          flows: flowsOf(m, unit),
          costs: {
            ...optionsOf(m).costs,
            perTrade: 0.5 * unit,
            impact: { volume: 'volume', volatility: 0.01, maxParticipation: 0.2 },
          },
        });
      const [one, thousand] = [run(1), run(1000)];
      near(thousand.values.slice(), one.values.slice(), 1e-9);
      for (const key of ['assets', 'cash', 'financing', 'fees', 'trading', 'flows', 'closing'] as const) {
        near(
          thousand.ledger[key].map((money) => money / 1e6),
          one.ledger[key].map((money) => money / 1e3),
          1e-9,
        );
      }
    });
  });

  it('cut at a decision and chained, the pieces are the whole: fees, financing, limits on weights, no trading costs', () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 0, max: 20 }), (m, place) => {
        const panel = panelOf(columnsOf(m));
        const strategy = holding(weightsOf(m), quarterly());
        const rules = { ...(m.levered ? { leverage } : {}), maxWeight: 0.6, maxHoldings: 2 };
        const options = { cash: 'Bill', costs: { portfolioFee: m.fee, expenseRatios: { A: m.ratio } }, rules };
        const whole = backtest(panel, strategy, options);
        const cuts = whole.decisions.slice(1).map(({ decidedOn }) => decidedOn);
        fc.pre(cuts.length > 0);
        const cut = cuts[place % cuts.length]!;
        const row = Array.from(whole.values).findIndex((_, entry) => whole.calendar.date(entry) === cut);
        const head = backtest(panel, strategy, { ...options, window: { to: cut } });
        const tail = backtest(panel, strategy, { ...options, window: { from: whole.calendar.date(row + 1) } });
        near([...head.values, ...tail.values], whole.values.slice());
        nearWeights(tail.decisions[0]!.weights, head.nextTarget.weights);
      }),
      few,
    );
  });

  it('rows before any asset is listed change nothing, under any policy', () => {
    fc.assert(
      fc.property(market, fc.constantFrom('error', 'hold', 'cash', 'renormalise'), (m, missing) => {
        const options = { ...optionsOf(m), rules: { ...(m.levered ? { leverage } : {}), missing: missing as 'hold' } };
        const strategy = holding(weightsOf(m), everyPeriods(m.every));
        const plain = backtest(panelOf(columnsOf(m)), strategy, options);
        const dates = monthsFrom('2019-08', m.A.length + 5);
        const padded = Object.fromEntries(
          Object.entries(columnsOf(m)).map(([name, column]) => [name, [null, null, null, null, null, ...column]]),
        );
        const late = backtest(
          fromReturns({ frequency: 'monthly', dates, returns: padded }),
          strategy,
          options as never,
        );
        expect(Array.from(late.values)).toEqual(Array.from(plain.values));
        expect(late.flows).toEqual(plain.flows);
        expect(late.settings.from).toBe(plain.settings.from);
      }),
      few,
    );
  });

  it('time-weighted returns without trading costs do not see flows, whenever the strategy decides', () => {
    fc.assert(
      fc.property(market, fc.boolean(), (m, holder) => {
        const schedule = holder && !m.levered ? once() : everyPeriods(m.every);
        const options = { ...optionsOf(m), costs: { portfolioFee: m.fee, expenseRatios: { A: m.ratio } } };
        const panel = panelOf(columnsOf(m));
        const moved = backtest(panel, holding(weightsOf(m), schedule), options);
        const still = backtest(panel, holding(weightsOf(m), schedule), { ...options, flows: undefined });
        const rows = common(moved, still);
        near(moved.values.slice(0, rows), still.values.slice(0, rows), 1e-9);
        for (const name of ABC) near(moved.weights(name).slice(0, rows), still.weights(name).slice(0, rows), 1e-9);
      }),
      few,
    );
  });

  it('takes its options frozen, and leaves them and the panel as they are', () => {
    const frozen = <T>(value: T): T => {
      if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
      Object.values(value).forEach(frozen);
      return Object.freeze(value);
    };
    holds((m) => {
      const panel = panelOf(columnsOf(m));
      const before = JSON.stringify(panel);
      const rules = { ...(m.levered ? { leverage } : {}), maxWeight: { A: 0.5 }, delisting: { return: { B: -0.3 } } };
      const options = frozen({ ...optionsOf(m), rules });
      const text = JSON.stringify(options);
      const strategy = frozen(holding(frozen({ ...weightsOf(m) }), frozen(everyPeriods(m.every))));
      const first = JSON.stringify(backtest(panel, strategy, options));
      expect(JSON.stringify(backtest(panel, strategy, options))).toBe(first);
      expect([JSON.stringify(panel), JSON.stringify(options)]).toEqual([before, text]);
    });
  });

  it('0 is a number everywhere: each numeric option takes it, and means it', () => {
    holds((m) => {
      const panel = addField(panelOf(columnsOf(m)), 'volume', {
        knownOn: ['2019-12-31'],
        values: { A: [1], B: [1], C: [1] },
      });
      const weights = weightsOf({ ...m, levered: false });
      const strategy = holding(weights, everyPeriods(m.every));
      const none = { amount: 0, schedule: everyPeriods(1), inflation: 0 };
      const zeros: BacktestOptions = {
        cash: 'Bill',
        executionLag: 0,
        costs: {
          ...{ tradingBps: 0, perTrade: 0, portfolioFee: 0, expenseRatios: { A: 0 } },
          impact: { volume: 'volume', volatility: 0, coefficient: 0 },
        },
        flows: { initial: 1, contributions: none, withdrawals: [none, { share: 0, schedule: everyPeriods(1) }] },
        rules: { minTrade: 0, delisting: { return: 0 }, leverage: { max: 1, borrowSpread: 0, shortFee: 0 } },
      };
      const plain = backtest(panel, strategy, { cash: 'Bill' });
      near(backtest(panel, strategy, zeros).values.slice(), plain.values.slice());
      // Limits of nothing allow nothing: all lies in cash.
      const bills = m.Bill.reduce((growth, value) => growth * (1 + value), 1) - 1;
      const group = { name: 'All', assets: ['A', 'B', 'C'], max: 0 };
      const impact = { volume: 'volume', volatility: 0, maxParticipation: 0 };
      const allCash: BacktestOptions[] = [
        { rules: { maxWeight: 0 } },
        { rules: { maxWeight: { A: 0, B: 0, C: 0 } } },
        { rules: { groups: [group] } },
        { costs: { impact }, flows: { initial: 1 } },
      ];
      for (const options of allCash) {
        near([totalReturn(backtest(panel, strategy, { ...options, cash: 'Bill' }))], [bills]);
      }
      // A turnover of nothing leaves the first purchase.
      const bought = backtest(panel, strategy, { cash: 'Bill', rules: { maxTurnover: 0 } });
      near(bought.values.slice(), backtest(panel, holding(weights, once()), { cash: 'Bill' }).values.slice());
    });
  });
});
