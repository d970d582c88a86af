import { backtest, contributions, type BacktestResult } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { leanCase } from './lean-cases.js';
import type { OracleResult } from './oracle-input.js';
import { oracle } from './oracle.js';

/** Equal to 1e-12, relative where numbers are larger than 1. */
function close(found: number | undefined, expected: number | undefined, what: string): void {
  const [one, other] = [found ?? 0, expected ?? 0];
  if (Math.abs(one - other) <= 1e-12 * Math.max(1, Math.abs(other))) return;
  throw new Error(`${what}: the engine has ${one}, the oracle ${other}`);
}

function closeAll(found: ArrayLike<number>, expected: readonly number[], what: string): void {
  expect(found.length, what).toBe(expected.length);
  expected.forEach((value, row) => {
    close(found[row], value, `${what} in row ${row}`);
  });
}

type Named = Readonly<Record<string, number | undefined>>;

function closeNames(found: Named, expected: Named, what: string): void {
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    close(found[name], expected[name], `${what} of ${name}`);
  }
}

function compareRows(found: BacktestResult, expected: OracleResult, unit: number): void {
  expect(Array.from(found.values, (_, row) => found.calendar.date(row))).toEqual(expected.dates);
  closeAll(found.values, expected.net, 'net return');
  closeAll(found.gross.values, expected.gross, 'gross return');
  closeAll(found.costs.trading, expected.trading, 'trading');
  for (const name of found.assets) {
    closeAll(found.weights(name), expected.weights[name]!, `weight of ${name}`);
    closeAll(found.contributions(name), expected.contributions[name]!, `contribution of ${name}`);
  }
  const parts = contributions(found);
  closeAll(parts.cash, expected.contributions['(cash)']!, 'contribution of cash');
  closeAll(parts.trading, expected.contributions['(trading)']!, 'contribution of trading');
  for (const key of ['opening', 'assets', 'cash', 'trading', 'closing'] as const) {
    const money = expected.money.map((row) => row[key] / unit);
    closeAll(
      Array.from(found.ledger[key], (value) => value / unit),
      money,
      `${key} money`,
    );
  }
}

function compareDecisions(found: BacktestResult, expected: OracleResult): void {
  expect(found.decisions.map(({ decidedOn }) => decidedOn)).toEqual(
    expected.decisions.map(({ decidedOn }) => decidedOn),
  );
  expected.decisions.forEach((decision, index) => {
    const other = found.decisions[index]!;
    const place = `decision ${decision.decidedOn}`;
    expect(other.tradedOn).toBe(decision.tradedOn);
    closeNames(other.target, decision.target, `${place}, target`);
    closeNames(other.drifted, decision.drifted, `${place}, drifted weight`);
    closeNames(other.weights, decision.weights, `${place}, weight`);
    close(other.traded, decision.traded, `${place}, traded`);
    close(other.turnover, decision.turnover, `${place}, turnover`);
    close(other.cost, decision.cost, `${place}, cost`);
  });
  expect(found.trades.map(({ date, asset }) => `${date} ${asset}`)).toEqual(
    expected.trades.map(({ date, asset }) => `${date} ${asset}`),
  );
  expected.trades.forEach(({ date, asset, from, to }, index) => {
    close(found.trades[index]!.from, from, `weight of ${asset} before the trade of ${date}`);
    close(found.trades[index]!.to, to, `weight of ${asset} after the trade of ${date}`);
  });
  closeNames(found.nextTarget.target, expected.next.answer, 'next answer');
  closeNames(found.nextTarget.weights, expected.next.weights, 'next target');
}

describe('the lean path', () => {
  it('says what a slow loop over money says, to 1e-12, on 600 random markets', () => {
    const drawn = new Map<string, number>();
    for (let seed = 1; seed <= 600; seed++) {
      const made = leanCase(seed);
      try {
        const found = backtest(made.panel, made.strategy, made.options);
        expect(found.diagnostics).toEqual({ path: 'lean' });
        const expected = oracle(made.input);
        compareRows(found, expected, made.input.flows?.initial ?? 1);
        compareDecisions(found, expected);
      } catch (error) {
        throw new Error(`case ${seed} (${made.features.join(', ')}): ${(error as Error).message}`, { cause: error });
      }
      for (const feature of made.features) drawn.set(feature, (drawn.get(feature) ?? 0) + 1);
    }
    // Nothing is held by a handful of cases only.
    expect([...drawn].filter(([, count]) => count < 40)).toEqual([]);
    expect(drawn.size).toBe(29);
  });
});
