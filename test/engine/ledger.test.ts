import { backtest, fixedMix, monthly, quarterly, type BacktestOptions, type BacktestResult } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { everyRow, fromDays, near, years } from './by-hand.js';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

/** Runs with many features at once, none of those by which the engine is compared with the oracle. */
const RUNS = Array.from({ length: 150 }, (_, index) => 50_001 + index);
const random = (seed: number): { result: BacktestResult; options: BacktestOptions } => {
  const { panel, strategy, options } = randomCase(seed);
  return { result: backtest(panel, strategy, options as BacktestOptions), options: options as BacktestOptions };
};
const runs = RUNS.map(random);
const each = (check: (result: BacktestResult, options: BacktestOptions) => void): void => {
  runs.forEach(({ result, options }, index) => {
    try {
      check(result, options);
    } catch (error) {
      throw new Error(`case ${RUNS[index]}: ${(error as Error).message}`, { cause: error });
    }
  });
};
const largest = ({ ledger }: BacktestResult): number => Math.max(...ledger.opening, ...ledger.closing);

describe('the ledger of random runs with many features', () => {
  it('covers what it is about: financing, fees, trading, flows, ends', () => {
    const some = (key: 'financing' | 'fees' | 'trading' | 'flows'): number =>
      runs.filter(({ result }) => result.ledger[key].some((value) => value !== 0)).length;
    for (const key of ['financing', 'fees', 'trading', 'flows'] as const) expect(some(key)).toBeGreaterThan(20);
    expect(new Set(runs.map(({ result }) => result.end)).size).toBe(3);
  });

  it('opening + assets + cash − financing − fees − trading + flows is closing, to 1e-10 of the largest wealth', () => {
    each((result) => {
      const { opening, assets, cash, financing, fees, trading, flows, closing } = result.ledger;
      const made = Array.from(opening, (value, row) => {
        const earned = value + assets[row]! + cash[row]!;
        return (earned - financing[row]! - fees[row]! - trading[row]! + flows[row]! - closing[row]!) / largest(result);
      });
      near(
        made,
        made.map(() => 0),
        1e-10,
      );
    });
  });

  it('what a row closes with is what the next opens with, to the last bit; the first opens with the initial money', () => {
    each((result, { flows }) => {
      const { opening, closing } = result.ledger;
      expect(Array.from(opening).slice(1)).toEqual(Array.from(closing).slice(0, -1));
      expect(opening[0]).toBe(flows?.initial ?? 1);
    });
  });

  it('1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading), to 1e-12', () => {
    each((result) => {
      const { financing, fees, trading } = result.costs;
      const made = Array.from(
        result.gross.values,
        (gross, row) => (1 + gross) * (1 - financing[row]!) * (1 - fees[row]!) * (1 - trading[row]!) - 1,
      );
      near(made, result.values.slice());
      for (const value of result.values) expect(value).toBeGreaterThanOrEqual(-1);
    });
  });

  it('flows of the ledger are those of the list, by day', () => {
    each((result) => {
      const listed = new Float64Array(result.calendar.length);
      for (const { date, amount } of result.flows) {
        const row = Array.from(listed.keys()).findIndex((entry) => result.calendar.date(entry) === date);
        listed[Math.max(0, row)]! += amount / largest(result);
      }
      near(
        listed,
        Array.from(result.ledger.flows, (amount) => amount / largest(result)),
      );
    });
  });

  it('the trades of a decision add up to what it traded, and their money is that share of one wealth', () => {
    each((result, { costs }) => {
      for (const { tradedOn, traded, cost, weights, drifted } of result.decisions) {
        const lines = result.trades.filter(({ date, reason }) => date === tradedOn && reason === 'decision');
        // Self-consistent costs leave 1 − cost of each unit, and the target is a share of that.
        const left = costs?.solution === 'selfConsistent' ? 1 - cost : 1;
        const changeOf = (asset: string): number => left * (weights[asset] ?? 0) - (drifted[asset] ?? 0);
        const changes = result.assets.map(changeOf);
        near([changes.reduce((sum, change) => sum + Math.abs(change), 0)], [traded], 1e-10);
        for (const { asset, from, to } of lines) near([from, to], [drifted[asset] ?? 0, weights[asset] ?? 0]);
        const money = lines.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
        const listed = lines.reduce((sum, { asset }) => sum + Math.abs(changeOf(asset)), 0);
        near(
          lines.map(({ amount }) => amount / money),
          lines.map(({ asset }) => changeOf(asset) / listed),
          1e-9,
        );
        // What is not in the list kept its weight.
        const kept = result.assets.filter((asset) => lines.every((line) => line.asset !== asset));
        near(
          kept.map((asset) => (tradedOn === null ? 0 : (weights[asset] ?? 0) - (drifted[asset] ?? 0))),
          kept.map(() => 0),
        );
      }
    });
  });

  it('trading costs of the ledger are the shares that the trades took, in money', () => {
    each((result) => {
      const { trading, closing } = result.ledger;
      const made = Array.from(closing, (value, row) => {
        const share = result.costs.trading[row]!;
        // In the first row the purchase at the base took its share of another wealth; where all is lost there is no wealth to divide by.
        if (row === 0 || share === 1 || value === 0) return 0;
        return ((value / (1 - share)) * share - trading[row]!) / largest(result);
      });
      near(
        made.slice(1),
        made.slice(1).map(() => 0),
        1e-10,
      );
    });
  });
});

describe('one row of a ledger by hand', () => {
  it('with debt, a short position, an expense ratio, a portfolio fee, a flow and a trade', () => {
    const panel = years({ A: [0.1, 0], B: [0.05, 0], Bill: [0.02, 0.02] });
    const result = backtest(panel, fromDays(['A', 'B'], { '2019-12-31': { A: 1.4, B: -0.2 } }, everyRow), {
      cash: 'Bill',
      costs: { tradingBps: 50, expenseRatios: { A: 0.01 }, portfolioFee: 0.02 },
      rules: { leverage: { max: 1.6, borrowSpread: 0.01, shortFee: 0.03 } },
      flows: { initial: 1000, withdrawals: { amount: 50, schedule: everyRow } },
    });
    // Base: 1.6 is traded, 8: 992. A 1,388.8; B −198.4; debt −198.4.
    const base = 992;
    const [a, b, debt] = [base * 1.4 * 1.1 * 0.99, base * -0.2 * 1.05, base * -0.2 * (1.02 + 0.01) - base * 0.2 * 0.03];
    const before = a + b + debt;
    const fee = (before - 50) * 0.02;
    const rest = before - 50 - fee;
    const drifted = [(a * 0.98) / rest, (b * 0.98) / rest];
    const trading = 0.005 * (Math.abs(1.4 - drifted[0]!) + Math.abs(-0.2 - drifted[1]!)) * rest;
    const { ledger } = result;
    near([ledger.opening[0]!, ledger.assets[0]!, ledger.cash[0]!], [1000, base * (0.14 - 0.01), base * -0.004]);
    near([ledger.financing[0]!, ledger.fees[0]!], [base * (0.002 + 0.006), base * 1.4 * 1.1 * 0.01 + fee]);
    near([ledger.trading[0]!, ledger.flows[0]!, ledger.closing[0]!], [8 + trading, -50, rest - trading]);
  });

  it('without flows counts in units of the wealth at the base', () => {
    const result = backtest(months({ A: [0.1, 0.1] }), fixedMix({ weights: { A: 1 }, schedule: monthly() }));
    near(result.ledger.opening.slice(), [1, 1.1]);
    near(result.ledger.assets.slice(), [0.1, 0.11]);
  });

  it('is the same whether rows are walked in one stride or stopped at', () => {
    const panel = months({ A: [0.1, -0.2, 0.3, 0.1, 0, 0.05], B: [0, 0.1, 0, 0.1, 0.2, 0] });
    const mix = fixedMix({ weights: { A: 0.5, B: 0.3 }, schedule: quarterly() });
    const costs = { expenseRatios: { A: 0.1 }, portfolioFee: 0.1, tradingBps: 10 };
    const stride = backtest(panel, mix, { costs });
    // A flow of nothing stops the run at every row.
    const flows = { initial: 1, contributions: { amount: 0, schedule: monthly() } };
    const stopped = backtest(panel, mix, { costs, flows });
    for (const key of ['opening', 'assets', 'cash', 'fees', 'trading', 'closing'] as const) {
      near(stopped.ledger[key].slice(), stride.ledger[key].slice());
    }
    near(stopped.weights('A'), stride.weights('A'));
  });
});
