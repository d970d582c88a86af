import { backtest, contributions, type BacktestOptions, type BacktestResult } from 'backtilt';
import { expect } from 'vitest';
import { randomCase, type Case } from './oracle-cases.js';
import type { OracleMoney, OracleResult } from './oracle-input.js';
import { oracle } from './oracle.js';

/** Equal to 1e-12, relative to what lies near 1 and to larger numbers. */
function close(found: number, expected: number, what: string): void {
  const gap = Math.abs(found - expected);
  if (!(gap <= 1e-12 * Math.max(1, Math.abs(expected)))) {
    throw new Error(`${what}: the engine has ${found}, the oracle ${expected}`);
  }
}

function closeAll(found: ArrayLike<number>, expected: readonly number[], what: string, dates: readonly string[]): void {
  expect(found.length, what).toBe(expected.length);
  expected.forEach((value, row) => {
    close(found[row]!, value, `${what} in row ${row} (${dates[row]!})`);
  });
}

type Found = Readonly<Record<string, number | undefined>>;

function closeRecord(found: Found, expected: Found, what: string): void {
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    close(found[name] ?? 0, expected[name] ?? 0, `${what} of ${name}`);
  }
}

const MONEY = ['opening', 'assets', 'cash', 'financing', 'fees', 'trading', 'flows', 'closing'] as const;

const sumOf = (money: Found, keys: readonly string[]): number => keys.reduce((sum, key) => sum + money[key]!, 0);

function compareRows(found: BacktestResult, expected: OracleResult): void {
  const { dates } = expected;
  expect(found.end).toBe(expected.end);
  expect(Array.from(found.values, (_, row) => found.calendar.date(row))).toEqual(dates);
  Object.entries(expected.weights).forEach(([name, weights]) => {
    closeAll(found.weights(name), weights, `weight of ${name}`, dates);
  });
  closeAll(found.gross.values, expected.gross, 'gross return', dates);
  closeAll(found.costs.financing, expected.financing, 'financing', dates);
  closeAll(found.costs.fees, expected.fees, 'fees', dates);
  closeAll(found.costs.trading, expected.trading, 'trading', dates);
  closeAll(found.values, expected.net, 'net return', dates);
  const largest = Math.max(1, ...expected.money.map(({ closing }) => closing));
  for (const key of MONEY) {
    const column = (money: OracleMoney): number => money[key] / largest;
    closeAll(
      Array.from(found.ledger[key], (value) => value / largest),
      expected.money.map(column),
      `${key} money`,
      dates,
    );
  }
  for (const name of found.assets) {
    closeAll(found.contributions(name), expected.contributions[name]!, `contribution of ${name}`, dates);
  }
  const parts = contributions(found);
  const { contributions: part } = expected;
  closeAll(parts.cash, part['(cash)']!, 'contribution of cash', dates);
  closeAll(parts.financing, part['(financing)']!, 'contribution of financing', dates);
  const fees = part['(expenses)']!.map((value, row) => value + part['(fee)']![row]!);
  closeAll(parts.fees, fees, 'contribution of fees', dates);
  closeAll(parts.trading, part['(trading)']!, 'contribution of trading', dates);
  dates.forEach((date, row) => {
    const all = [
      ...found.assets.map((name) => parts.assets[name]!),
      parts.cash,
      parts.financing,
      parts.fees,
      parts.trading,
    ];
    if (found.values[row] === -1) return;
    close(
      all.reduce((sum, column) => sum + column[row]!, 0),
      found.values[row]!,
      `sum of contributions in row ${row} (${date})`,
    );
    const money = Object.fromEntries(MONEY.map((key) => [key, found.ledger[key][row]! / largest]));
    const left = sumOf(money, ['opening', 'assets', 'cash', 'flows']) - sumOf(money, ['financing', 'fees', 'trading']);
    close(left, money['closing']!, `reconciled money in row ${row} (${date})`);
  });
}

function compareDecisions(found: BacktestResult, expected: OracleResult): void {
  expect(found.decisions.map(({ decidedOn, tradedOn }) => [decidedOn, tradedOn])).toEqual(
    expected.decisions.map(({ decidedOn, tradedOn }) => [decidedOn, tradedOn]),
  );
  expected.decisions.forEach((decision, index) => {
    const other = found.decisions[index]!;
    const place = `decision ${decision.decidedOn}`;
    closeRecord(other.target, decision.target, `${place}, target`);
    closeRecord(other.drifted, decision.drifted, `${place}, drifted weight`);
    closeRecord(other.weights, decision.weights, `${place}, weight`);
    close(other.traded, decision.traded, `${place}, traded`);
    close(other.turnover, decision.turnover, `${place}, turnover`);
    close(other.cost, decision.cost, `${place}, cost`);
  });
  if (found.end === 'complete') {
    const waiting = expected.decisions.every(({ tradedOn }) => tradedOn === null);
    expect(found.warnings.some((warning) => warning.startsWith('Nothing was traded'))).toBe(waiting);
  }
  expect(found.nextTarget.decidedOn).toBe(expected.next.decidedOn);
  closeRecord(found.nextTarget.target, expected.next.answer, 'next answer');
  closeRecord(found.nextTarget.weights, expected.next.weights, 'next target');
}

function compareTrades({ trades }: BacktestResult, expected: OracleResult): void {
  expect(trades.map(({ date, reason, asset }) => `${date} ${reason} ${asset}`)).toEqual(
    expected.trades.map(({ date, reason, asset }) => `${date} ${reason} ${asset}`),
  );
  expected.trades.forEach(({ date, asset, from, to }, index) => {
    close(trades[index]!.from, from, `weight of ${asset} before the trade of ${date}`);
    close(trades[index]!.to, to, `weight of ${asset} after the trade of ${date}`);
  });
}

const runEngine = ({ panel, strategy, options }: Case): BacktestResult =>
  backtest(panel, strategy, options as BacktestOptions);

/** Runs a case on both sides; what differs is told with the seed. Gives what was drawn, and how the run ended. */
export function compare(seed: number, rows?: number): readonly string[] {
  const made = randomCase(seed, rows);
  try {
    const expected = oracle(made.input);
    const found = runEngine(made);
    compareDecisions(found, expected);
    compareRows(found, expected);
    compareTrades(found, expected);
    return [...made.features, expected.end, ...new Set(expected.trades.map(({ reason }) => `traded for ${reason}`))];
  } catch (error) {
    throw new Error(`case ${seed} (${made.features.join(', ')}): ${(error as Error).message}`, { cause: error });
  }
}
