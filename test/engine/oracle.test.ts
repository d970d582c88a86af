import {
  annually,
  backtest,
  once,
  daily,
  everyPeriods,
  fromReturns,
  monthly,
  quarterly,
  type Schedule,
  type Strategy,
} from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monthsFrom, weekdaysFrom } from './made-panel.js';
import { oracle, type OracleInput, type OracleSight } from './oracle.js';

/** Numbers from 0 to 1 that follow from a seed alone. */
function draws(seed: number): () => number {
  let state = (seed * 2654435761 + 12345) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
}

/** A number from 0 to 1 that follows from a text alone. */
function textDraw(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
  const draw = draws(hash);
  draw();
  return draw();
}

const scenario = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  frequency: fc.constantFrom('daily' as const, 'monthly' as const),
  rows: fc.integer({ min: 8, max: 90 }),
  assets: fc.integer({ min: 1, max: 5 }),
  universe: fc.boolean(),
  lookback: fc.integer({ min: 0, max: 4 }),
  lag: fc.integer({ min: 0, max: 3 }),
  schedule: fc.constantFrom<Schedule>(
    once(),
    daily(),
    monthly(),
    quarterly(),
    annually(),
    annually({ month: 6 }),
    everyPeriods(1),
    everyPeriods(5),
  ),
  costs: fc.constantFrom('none', 'one', 'each'),
  cash: fc.constantFrom('none', 'series', 'asset'),
  invested: fc.constantFrom('full', 'part', 'some'),
  window: fc.boolean(),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

/** Weights that follow from what is seen: by chance from the day and the name, more for what rose, in whole, in part or in one name. */
function decideBy({ seed, lookback, invested }: Scenario) {
  return (sight: OracleSight): Record<string, number> => {
    const { asOf } = sight;
    const raw = sight.listed.map((name) => {
      const past = lookback === 0 ? [] : Array.from(sight.returns(name, lookback));
      const risen = past.some((value) => value > 0.01) ? 2 : 1;
      const held = (sight.holdings[name] ?? 0) > 0.3 ? 0.5 : 1;
      return [name, risen * held * textDraw(`${seed} ${asOf} ${name}`)] as const;
    });
    const sum = raw.reduce((total, [, weight]) => total + weight, 0);
    if (sum === 0) return {};
    if (invested === 'some') {
      const best = raw.reduce((a, b) => (b[1] > a[1] ? b : a));
      return best[1] < 0.4 ? {} : { [best[0]]: 0.9 };
    }
    const share = invested === 'full' ? 1 : textDraw(`${seed} ${asOf}`);
    return Object.fromEntries(raw.map(([name, weight]) => [name, (weight / sum) * share]));
  };
}

function build(s: Scenario): { input: OracleInput; run: () => ReturnType<typeof backtest> } {
  const draw = draws(s.seed);
  draw();
  const names = Array.from({ length: s.assets }, (_, index) => `A${index}`);
  const dates = s.frequency === 'daily' ? weekdaysFrom('2019-12-02', s.rows) : monthsFrom('2019-03', s.rows);
  const column = (begins: number, ends: number): (number | null)[] =>
    dates.map((_, row) => (row < begins || row > ends ? null : Math.round((draw() * 0.4 - 0.19) * 1e6) / 1e6));
  const middle = Math.floor(s.rows / 3);
  const late = (): number => (draw() < 0.5 ? 0 : Math.floor(draw() * middle));
  const ended = (): number => (draw() < 0.5 ? s.rows - 1 : s.rows - 1 - Math.floor(draw() * middle));
  const returns = Object.fromEntries(names.map((name) => [name, column(late(), ended())]));
  const cash = dates.map(() => (s.cash === 'none' ? 0 : Math.round(draw() * 3e4) / 1e6));
  const panel = fromReturns({
    frequency: s.frequency,
    dates,
    returns: s.cash === 'asset' && !s.universe ? { ...returns, CASH: cash } : returns,
    units: 'fraction',
  });
  const cashSeries = fromReturns({ frequency: s.frequency, dates, returns: { Bill: cash } }).returns('Bill');
  const costOf = names.map(() => Math.floor(draw() * 60));
  const bps = Object.fromEntries(
    names.map((name, index) => [name, s.costs === 'none' ? 0 : s.costs === 'one' ? 25 : costOf[index]!]),
  );
  const rowDates = Array.from(dates, (_, row) => panel.calendar.date(row));
  const window = s.window ? { from: rowDates[Math.floor(middle / 2)]!, to: rowDates[s.rows - 2]! } : {};
  const decide = decideBy(s);
  const lookback = s.lookback;
  const schedule = s.schedule;
  const strategy: Strategy = {
    name: 'random',
    assets: s.universe ? 'all' : names,
    lookback,
    schedule,
    decide: (view) =>
      decide({
        asOf: view.asOf,
        listed: Array.from(view.listed, (position) => view.assets[position]!),
        holdings: view.holdings,
        returns: (asset, periods) => view.returns(asset, periods),
      }),
  };
  return {
    input: {
      base: panel.calendar.date(-1),
      dates: rowDates,
      returns,
      assets: s.universe ? 'all' : names,
      lookback,
      schedule,
      lag: s.lag,
      bps,
      cash,
      decide,
      ...window,
    },
    run: () =>
      backtest(panel, strategy, {
        executionLag: s.lag,
        ...(s.costs === 'none' ? {} : { costs: { tradingBps: s.costs === 'one' ? 25 : bps } }),
        ...(s.cash === 'none' ? {} : { cash: s.cash === 'asset' && !s.universe ? 'CASH' : cashSeries }),
        ...(s.window ? { window } : {}),
      }),
  };
}

/** Equal to 1e-12, relative to what lies near 1 and to larger numbers. */
function close(found: number, expected: number, what: string): void {
  const gap = Math.abs(found - expected);
  if (!(gap <= 1e-12 * Math.max(1, Math.abs(expected)))) {
    throw new Error(`${what}: the engine has ${found}, the oracle ${expected}`);
  }
}

function closeRecord(
  found: Readonly<Record<string, number | undefined>>,
  expected: Record<string, number>,
  what: string,
): void {
  for (const name of new Set([...Object.keys(found), ...Object.keys(expected)])) {
    close(found[name] ?? 0, expected[name] ?? 0, `${what} of ${name}`);
  }
}

function compare(s: Scenario): void {
  const { input, run } = build(s);
  const expected = oracle(input);
  const waiting = input.lag > 0 && expected.decisions.every(({ tradedOn }) => tradedOn === null);
  const found = run();
  expect(found.warnings.some((warning) => warning.startsWith('Nothing was traded'))).toBe(waiting);
  expect(Array.from(found.values, (_, row) => found.calendar.date(row))).toEqual(expected.dates);
  let wealth = 1;
  expected.net.forEach((net, row) => {
    close(found.values[row]!, net, `net return ${expected.dates[row]!}`);
    close(found.gross.values[row]!, expected.gross[row]!, `gross return ${expected.dates[row]!}`);
    wealth *= 1 + found.values[row]!;
    close(wealth / expected.wealth[row]!, 1, `wealth ${expected.dates[row]!}`);
  });
  expect(found.decisions.map(({ decidedOn, tradedOn }) => ({ decidedOn, tradedOn }))).toEqual(
    expected.decisions.map(({ decidedOn, tradedOn }) => ({ decidedOn, tradedOn })),
  );
  expected.decisions.forEach((decision, index) => {
    const other = found.decisions[index]!;
    const place = `decision ${decision.decidedOn}`;
    closeRecord(other.target, decision.target, `${place}, target`);
    closeRecord(other.drifted, decision.drifted, `${place}, drifted weight`);
    close(other.traded, decision.traded, `${place}, traded`);
    close(other.turnover, decision.turnover, `${place}, turnover`);
    close(other.cost, decision.cost, `${place}, cost`);
  });
  expect(found.nextTarget.decidedOn).toBe(expected.next.decidedOn);
  closeRecord(found.nextTarget.weights, expected.next.weights, 'next target');
  for (const [name, weights] of Object.entries(expected.weights)) {
    found.weights(name).forEach((weight, row) => {
      close(weight, weights[row]!, `weight of ${name} in row ${expected.dates[row]!}`);
    });
  }
}

const always: Scenario = {
  seed: 7,
  frequency: 'monthly',
  rows: 60,
  assets: 4,
  universe: true,
  lookback: 2,
  lag: 1,
  schedule: quarterly(),
  costs: 'each',
  cash: 'series',
  invested: 'part',
  window: false,
};

describe('the engine and a slow loop over money say the same, to 1e-12', () => {
  it('on 1,000 random panels: late listings, ended assets, every schedule, lags 0 to 3, costs per asset, cash, windows', () => {
    fc.assert(fc.property(scenario, compare), { numRuns: 1000, seed: 20251121 });
  });

  it.each(['monthly', 'daily'] as const)('on a long %s panel with everything at once', (frequency) => {
    for (let seed = 1; seed <= 10; seed++)
      compare({ ...always, frequency, seed, rows: frequency === 'daily' ? 900 : 240 });
  });
});

describe('the oracle itself', () => {
  // 100 bp of a purchase at the base: 0.99 of wealth grows by 10 %, then by −10 %; half of the rest buys B at the second close.
  it('gives the hand-computed path of one asset', () => {
    const result = oracle({
      base: '2019-12-31',
      dates: ['2020-01-31', '2020-02-29'],
      returns: { A: [0.1, -0.1] },
      assets: ['A'],
      lookback: 0,
      schedule: { kind: 'once' },
      lag: 0,
      bps: { A: 100 },
      cash: [0, 0],
      decide: () => ({ A: 1 }),
    });
    expect(result.wealth[0]).toBeCloseTo(0.99 * 1.1, 15);
    expect(result.wealth[1]).toBeCloseTo(0.99 * 1.1 * 0.9, 15);
    expect(result.gross[0]).toBeCloseTo(0.1, 15);
    expect(result.decisions[0]?.cost).toBeCloseTo(0.01, 15);
  });
});
