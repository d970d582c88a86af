import { describe, expect, it } from 'vitest';
import { fallsOn } from './oracle-calendar.js';
import type { Numbers, OracleInput, OracleResult, OracleSchedule, OracleSight } from './oracle-input.js';
import { oracle } from './oracle.js';

/** Month ends of 2020; the base is the last day of 2019. */
const MONTHS = '01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31'
  .split(' ')
  .map((day) => `2020-${day}`);

type Rest = Partial<Omit<OracleInput, 'returns' | 'decide'>>;

/** A run over months of 2020 that trades every month; `{ A: … }` is what it always wants, a list what it wants in turn. */
function run(
  returns: OracleInput['returns'],
  wants: Numbers | readonly Numbers[] | ((sight: OracleSight) => Numbers),
  rest: Rest = {},
): OracleResult {
  let asked = 0;
  return oracle({
    frequency: 'monthly',
    base: '2019-12-31',
    dates: MONTHS.slice(0, Object.values(returns)[0]!.length),
    returns,
    assets: Object.keys(returns),
    lookback: 0,
    schedule: { kind: 'monthly' },
    lag: 0,
    decide: (sight) => {
      if (typeof wants === 'function') return wants(sight);
      const list = (Array.isArray(wants) ? wants : [wants]) as readonly Numbers[];
      return list[Math.min(asked++, list.length - 1)]!;
    },
    ...rest,
  });
}

const ONCE: OracleSchedule = { kind: 'once' };
const half = { A: 0.5, B: 0.5 };

/** Equal but for rounding. */
function near(found: readonly number[] | Numbers, expected: readonly number[] | Numbers): void {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  for (const [key, value] of Object.entries(expected)) {
    expect(Math.abs((found as Numbers)[key]! - value), `${String((found as Numbers)[key])} for ${value}`).toBeLessThan(
      1e-12 * Math.max(1, Math.abs(value)),
    );
  }
}

const closings = ({ money }: OracleResult): number[] => money.map(({ closing }) => closing);

describe('the oracle, by hand: when it decides and trades', () => {
  it('weights drift, and a monthly schedule trades them back: 1.05² against half of 1.21 and half of 1', () => {
    const rows = { A: [0.1, 0.1], B: [0, 0] };
    near(closings(run(rows, half)), [1.05, 1.05 ** 2]);
    near(closings(run(rows, half, { schedule: ONCE })), [1.05, 0.5 * 1.21 + 0.5]);
    near(run(rows, half, { schedule: ONCE }).weights['A']!, [0.5, 0.55 / 1.05]);
  });

  it('a lag postpones the purchase by its rows, and a trade that would fall on the last row is none', () => {
    const late = run({ A: [0.01, 0.02, 0.04] }, { A: 1 }, { lag: 2, schedule: ONCE });
    near(late.net, [0, 0, 0.04]);
    expect(late.decisions.map(({ decidedOn, tradedOn }) => [decidedOn, tradedOn])).toEqual([['2019-12-31', MONTHS[1]]]);
    expect(run({ A: [0.01, 0.02] }, { A: 1 }, { lag: 2 }).decisions[0]?.tradedOn).toBeNull();
  });

  it('a lookback of 2 waits for two rows and sees them, oldest first', () => {
    const seen: number[][] = [];
    const result = run({ A: [0.01, 0.02, 0.03] }, (sight) => (seen.push(Array.from(sight.returns('A', 2))), { A: 1 }), {
      lookback: 2,
    });
    expect(seen).toEqual([
      [0.01, 0.02],
      [0.02, 0.03],
    ]);
    near(result.net, [0.03]);
  });

  it('is listed on the row before the first return, on rows with a return, and not in a hole', () => {
    const listed: string[][] = [];
    const rows = { A: [0, 0, 0, 0, 0, 0], B: [null, 0.1, null, 0.1, null, null] };
    run(rows, ({ listed: there }) => (listed.push([...there]), {}), { assets: 'all' });
    expect(listed.map((names) => names.includes('B'))).toEqual([false, true, true, false, true, false, false]);
  });

  it('the window is the rows of all named assets, of any under a policy, and what from and to leave of it', () => {
    const rows = { A: [null, 0, 0, 0, 0], B: [0, 0, 0, 0, null] };
    expect(run(rows, {}).dates).toEqual(MONTHS.slice(1, 4));
    expect(run(rows, {}, { rules: { missing: 'cash' } }).dates).toEqual(MONTHS.slice(0, 5));
    expect(run(rows, {}, { from: '2020-03-01', to: '2020-04-15' }).dates).toEqual(MONTHS.slice(2, 3));
  });

  it.each<[OracleSchedule, string]>([
    [{ kind: 'once' }, '-1'],
    [{ kind: 'quarterly' }, '-1 2 5'],
    [{ kind: 'annually', month: 6 }, '5'],
    [{ kind: 'everyPeriods', periods: 3 }, '-1 2 5'],
    [{ kind: 'everyPeriods', periods: 3, offset: 1 }, '-1 0 3 6'],
    [{ kind: 'whenTargetChanges', check: { kind: 'annually', month: 3 } }, '2'],
  ])('%o falls on the rows %s of months from the base on', (schedule, rows) => {
    const input = { frequency: 'monthly', base: '2019-12-31', dates: MONTHS.slice(0, 7) } as const;
    const found = [-1, 0, 1, 2, 3, 4, 5, 6].filter((row) => fallsOn(schedule, input, row, -1));
    expect(found.join(' ')).toBe(rows);
  });

  it('a month of days ends before a day of the next, and on the last row where no weekday is left in it', () => {
    // Friday 28 February and Monday 2 March 2020; Friday 29 May 2020 is the last weekday of May, Thursday 28 is not.
    const ends = (dates: string[]): boolean[] =>
      dates.map((_, row) => fallsOn({ kind: 'monthly' }, { frequency: 'daily', base: '2020-01-02', dates }, row, -1));
    expect(ends(['2020-02-27', '2020-02-28', '2020-03-02'])).toEqual([false, true, false]);
    expect(ends(['2020-05-28', '2020-05-29'])).toEqual([false, true]);
    expect(ends(['2020-05-27', '2020-05-28'])).toEqual([false, false]);
  });

  it('whenTargetChanges trades only where the answer is another one', () => {
    const schedule: OracleSchedule = { kind: 'whenTargetChanges', check: { kind: 'monthly' } };
    const result = run({ A: [0.1, 0.1, 0.1], B: [0, 0, 0] }, [half, half, { A: 1 }], { schedule });
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31', MONTHS[1]]);
    near(closings(result), [1.05, 1.105, 1.105 * 1.1]);
  });
});

describe('the oracle, by hand: bands', () => {
  // After one month of +50 % A has 0.6, B and C 0.2 each of 1.25; bands of 0.05 around a half and two quarters: all but none are touched.
  const rows = { A: [0.5, 0], B: [0, 0], C: [0, 0] };
  const wants = { A: 0.5, B: 0.25, C: 0.25 };
  const drift = (rest: Partial<OracleSchedule>): OracleSchedule => ({
    kind: 'whenDrifted',
    check: { kind: 'monthly' },
    trade: 'all',
    to: 'target',
    ...rest,
  });
  const after = (rest: Partial<OracleSchedule>): Numbers | undefined =>
    run(rows, wants, { schedule: drift(rest) }).decisions[1]?.weights;

  it('inside the band nothing is traded: 0.6 lies 0.1 from 0.5', () => {
    expect(after({ band: 0.11 })).toBeUndefined();
    expect(after({ relative: 0.21 })).toBeUndefined();
    expect(after({ band: 0.5, relative: 0.19 })).toEqual(wants);
  });

  it('all to target goes the whole way, all to edge the share that brings the worst to its edge', () => {
    near(after({ band: 0.08 })!, wants);
    // A is 0.1 off and may be 0.08: a fifth of the way. B and C go a fifth of theirs.
    near(after({ band: 0.08, to: 'edge' })!, { A: 0.58, B: 0.21, C: 0.21 });
  });

  it('only what drifted goes to target or edge; the rest shares what is left in proportion, inside its band', () => {
    near(after({ band: 0.08, trade: 'drifted' })!, { A: 0.5, B: 0.25, C: 0.25 });
    near(after({ band: 0.08, trade: 'drifted', to: 'edge' })!, { A: 0.58, B: 0.21, C: 0.21 });
    // B falls too: A 0.75, B 0.2, C 0.25 of 1.2. A goes to 0.5, which leaves a half for B and C that hold 1/6 and 5/24:
    // in proportion 2/9 and 5/18, both within 0.1 of a quarter.
    const fell = run({ A: [0.5, 0], B: [-0.2, 0], C: [0, 0] }, wants, {
      schedule: drift({ band: 0.1, trade: 'drifted' }),
    });
    near(fell.decisions[1]!.drifted, { A: 0.75 / 1.2, B: 0.2 / 1.2, C: 0.25 / 1.2 });
    near(fell.decisions[1]!.weights, { A: 0.5, B: 2 / 9, C: 5 / 18 });
  });

  it('a share that would leave its band stays at the edge, and the others take the rest', () => {
    // 0.26, 0.12 and 0.62 of 1: A is more than a quarter off 0.2. B and C would have 0.8 / 0.74 of what they have; B would be at
    // 0.1297, above 1.25 × 0.1, and stops there.
    const result = run(
      { A: [0.3, 0], B: [0.2, 0], C: [-0.08 / 0.7, 0] },
      { A: 0.2, B: 0.1, C: 0.7 },
      { schedule: drift({ relative: 0.25, trade: 'drifted' }) },
    );
    near(result.decisions[1]!.weights, { A: 0.2, B: 0.125, C: 0.675 });
  });
});

describe('the oracle, by hand: costs', () => {
  it('a purchase of everything at 100 bp takes 1 %, and a full switch at 10 bp takes 20 bp', () => {
    const bought = run({ A: [0.1, -0.1] }, { A: 1 }, { schedule: ONCE, costs: { tradingBps: 100 } });
    near(closings(bought), [0.99 * 1.1, 0.99 * 1.1 * 0.9]);
    near(bought.gross, [0.1, -0.1]);
    near(bought.trading, [0.01, 0]);
    const switched = run({ A: [0, 0], B: [0, 0] }, [{ A: 1 }, { B: 1 }], { costs: { tradingBps: { A: 10, B: 10 } } });
    expect(switched.decisions[1]).toMatchObject({ traded: 2, turnover: 1 });
    near(closings(switched), [0.999 * 0.998, 0.999 * 0.998]);
  });

  it('a dated cost is that of the latest day on or before the trade', () => {
    const tradingBps = [
      { from: '2000-01', bps: 100 },
      { from: '2020-01-31', bps: 50 },
    ];
    near(closings(run({ A: [0, 0], B: [0, 0] }, [{ A: 1 }, { B: 1 }], { costs: { tradingBps } })), [
      0.99 * 0.99,
      0.99 * 0.99,
    ]);
  });

  it('money per trade counts the assets whose weight changes', () => {
    const costs = { perTrade: 10 };
    const result = run({ A: [0, 0], B: [0, 0] }, [half, { A: 0.5, B: 0.25 }], { costs, flows: { initial: 1000 } });
    near(closings(result), [1000 - 20 - 10, 970]);
    expect(result.money[0]).toMatchObject({ opening: 1000, trading: 30 });
  });

  it('impact is coefficient × σ × √(traded money / volume) per unit', () => {
    const fields = { volume: { A: [10000, 10000] }, sigma: { A: [0.02, 0.02] } };
    const impact = { volume: 'volume', volatility: 'sigma', coefficient: 0.5 };
    // Half of 800 is 400; √(400 / 10000) = 0.2; 0.5 × 0.02 × 0.2 × 0.5 = 0.001.
    near(closings(run({ A: [0] }, { A: 0.5 }, { fields, costs: { impact }, flows: { initial: 800 } })), [800 * 0.999]);
  });

  it('participation cuts a purchase to its share of the volume, and a purchase whose sale was cut finds less money', () => {
    const fields = { volume: { A: [1000, 100, 100], B: [9000, 9000, 9000] } };
    const impact = { volume: 'volume', volatility: 0, maxParticipation: 0.5 };
    const result = run({ A: [0, 0], B: [0, 0] }, [{ A: 1 }, { B: 1 }], {
      fields,
      costs: { impact },
      flows: { initial: 1000 },
    });
    // At most 500 of A; then only 50 of it can be sold, and B is bought with the 500 in cash and those 50.
    near(result.decisions[0]!.weights, { A: 0.5, B: 0 });
    near(result.decisions[1]!.weights, { A: 0.45, B: 0.55 });
  });

  it('self-consistent: a purchase of everything at 10 % leaves 1 / 1.1', () => {
    const costs = { tradingBps: 1000, solution: 'selfConsistent' } as const;
    const result = run({ A: [0] }, { A: 1 }, { costs });
    near(closings(result), [1 / 1.1]);
    expect(result.decisions[0]?.traded).toBeCloseTo(1 / 1.1, 14);
  });

  it('expense ratios run by twelfths of a year in months and by days in weeks; gross is before them', () => {
    const result = run({ A: [0.1], B: [0] }, half, { costs: { expenseRatios: { A: 0.02, B: { rate: 0.01 } } } });
    near(closings(result), [0.5 * 1.1 * 0.98 ** (1 / 12) + 0.5 * 0.99 ** (1 / 12)]);
    near(result.gross, [0.05]);
    const weekly = { frequency: 'weekly', base: '2020-01-03', dates: ['2020-01-10'] } as const;
    near(closings(run({ A: [0] }, { A: 1 }, { ...weekly, costs: { expenseRatios: { A: 0.02 } } })), [
      0.98 ** (7 / 365.25),
    ]);
  });

  it('the portfolio fee is taken from everything alike, after flows at the end and before flows at the start', () => {
    const costs = { portfolioFee: 0.12 };
    const keep = 0.88 ** (1 / 12);
    const flow = { amount: 100, schedule: { kind: 'monthly' } } as const;
    const end = run({ A: [0, 0] }, { A: 0.5 }, { costs, flows: { initial: 1000, contributions: flow } });
    near(closings(end), [1100 * keep, (1100 * keep + 100) * keep]);
    near(end.net, [keep - 1, keep - 1]);
    const start = run(
      { A: [0, 0] },
      { A: 0.5 },
      { costs, flows: { initial: 1000, contributions: { ...flow, at: 'start' } } },
    );
    near(closings(start), [1100 * keep + 100, (1100 * keep + 100) * keep]);
  });
});

describe('the oracle, by hand: cash, leverage, ruin', () => {
  const leverage = { max: 3, borrowSpread: 0.12, shortFee: 0.24 };

  it('what is not invested earns the cash series', () => {
    near(run({ A: [0.1] }, { A: 0.25 }, { cash: [0.02] }).net, [0.25 * 0.1 + 0.75 * 0.02]);
  });

  it('debt pays the cash rate and the spread: 2 × 10 % − 1 % − 1 %', () => {
    const result = run({ A: [0.1] }, { A: 2 }, { cash: [0.01], rules: { leverage } });
    near(result.net, [0.2 - 0.01 - 0.01]);
    near(result.gross, [0.19]);
    near(result.financing, [0.01 / 1.19]);
    near(result.contributions['(financing)']!, [-0.01]);
  });

  it('a short position pays its fee, and its collateral earns cash: 0.5 × 10 % + 1.5 × 1 % − 0.5 × 2 %', () => {
    near(run({ A: [-0.1] }, { A: -0.5 }, { cash: [0.01], rules: { leverage } }).net, [0.05 + 0.015 - 0.01]);
  });

  it('where nothing is left the run ends with −100 %, never less', () => {
    const result = run({ A: [0.1, -0.5, 0.3] }, { A: 3 }, { rules: { leverage } });
    expect([result.end, result.net.length, result.net[1], result.money[1]!.closing]).toEqual(['ruined', 2, -1, 0]);
    expect(result.next.weights).toEqual({});
  });
});

describe('the oracle, by hand: flows', () => {
  const monthly = { kind: 'monthly' } as const;

  it('money at the end does not earn the month, money at the start does; returns do not see it', () => {
    const flow = { amount: 100, schedule: monthly };
    const end = run({ A: [0.1, 0.1] }, { A: 1 }, { flows: { initial: 1000, contributions: flow } });
    near(closings(end), [1200, 1420]);
    near(end.net, [0.1, 0.1]);
    expect(end.money[1]).toMatchObject({ opening: 1200, flows: 100 });
    const start = run(
      { A: [0.1, 0.1] },
      { A: 1 },
      { flows: { initial: 1000, contributions: { ...flow, at: 'start' } } },
    );
    near(closings(start), [1100 * 1.1 + 100, (1100 * 1.1 + 100) * 1.1]);
    expect(start.money[0]).toMatchObject({ opening: 1000, flows: 200 });
  });

  it('a share is of the wealth of that moment, contributions before withdrawals', () => {
    const flows = {
      initial: 1000,
      withdrawals: { share: 0.1, schedule: monthly },
      contributions: { share: 0.5, schedule: monthly },
    };
    near(closings(run({ A: [0.1] }, { A: 1 }, { flows })), [1100 * 1.5 * 0.9]);
  });

  it('between decisions a flow is traded at the weights before it, and costs what it trades', () => {
    const flows = { initial: 1000, contributions: { amount: 100, schedule: ['2020-01-15'] } };
    const result = run(
      { A: [0, 0], B: [0, 0] },
      { A: 0.5, B: 0.25 },
      { schedule: ONCE, flows, costs: { tradingBps: 100 } },
    );
    // 1000 less 7.5 for the purchase; 100 come; three quarters of them are bought at 1 %.
    near(closings(result).slice(0, 1), [992.5 + 100 - 0.75]);
    near(result.weights['A']!, [0.5, 0.5]);
    near(result.trading, [1 - 0.9925 * (1 - 0.75 / 1092.5), 0]);
  });

  it('amounts grow with a rate by elapsed years, or with an index as it was known', () => {
    const flow = { amount: 100, schedule: monthly, inflation: 0.12 };
    const grown = run({ A: [0, 0] }, {}, { flows: { initial: 1000, contributions: flow } });
    near(closings(grown), [1000 + 100 * 1.12 ** (1 / 12), 1000 + 100 * 1.12 ** (1 / 12) + 100 * 1.12 ** (2 / 12)]);
    const indexed = run(
      { A: [0, 0] },
      {},
      {
        flows: { initial: 1000, contributions: { ...flow, inflation: 'cpi', at: 'start' } },
        indicators: { cpi: [200, 202, 210] },
      },
    );
    near(closings(indexed), [1000 + 100 + 101, 1201]);
  });

  it('from and to bound the days of a flow', () => {
    const flow = { amount: 1, schedule: monthly, from: '2020-02-01', to: '2020-03-31' };
    near(closings(run({ A: [0, 0, 0, 0] }, {}, { flows: { initial: 10, contributions: flow } })), [10, 11, 12, 12]);
  });

  it('a withdrawal of all there is ends the run', () => {
    const result = run(
      { A: [0.1, 0, 0, 0] },
      { A: 1 },
      {
        flows: { initial: 1000, withdrawals: { amount: 600, schedule: monthly } },
      },
    );
    expect(result.end).toBe('depleted');
    near(closings(result), [500, 0]);
    near(result.net, [0.1, 0]);
    near([result.money[1]!.flows], [-500]);
  });
});

describe('the oracle, by hand: what is missing', () => {
  const monthly: OracleSchedule = { kind: 'monthly' };
  const rows = { A: [0, 0.1, 0.1], B: [0, null, 0.1] };
  const trade = { schedule: ONCE, cash: [0.01, 0.01, 0.01] };

  it('hold keeps the value through a hole; cash and renormalise sell before it and earn cash in it', () => {
    near(closings(run(rows, half, { ...trade, rules: { missing: 'hold' } })), [1, 1.05, 1.05 * 1.1]);
    near(closings(run(rows, half, { ...trade, rules: { missing: 'cash' } })), [1, 1.055, 0.605 + 0.505 * 1.01]);
    // In the hole the half in cash buys A; after it B is back, and a half of A is sold for it.
    near(closings(run(rows, half, { ...trade, rules: { missing: 'renormalise' } })), [1, 1.055, 1.055 * 1.1]);
  });

  it('renormalise trades anew when one comes: all in A, then a half each', () => {
    const late = { A: [0.2, 0.1, 0.1], B: [null, null, 0.3] };
    const result = run(late, half, { schedule: ONCE, rules: { missing: 'renormalise' } });
    near(result.weights['A']!, [1, 1, 0.5]);
    near(result.net, [0.2, 0.1, 0.2]);
  });

  it('hold leaves what has no price at its weight and scales the others into the rest', () => {
    // A half each; A doubles: 2/3 and 1/3. B is in a hole and stays at 1/3; A's half becomes 1 − 1/3 of a sum of 1.
    const result = run({ A: [0, 1, 0], B: [0, null, 0] }, half, { rules: { missing: 'hold' } });
    near(result.decisions[2]!.weights, { A: 2 / 3, B: 1 / 3 });
    expect(result.decisions[2]!.traded).toBeCloseTo(0, 14);
  });

  it('nothing trades what lies still: neither a repair of the others, nor a limit, nor a flow', () => {
    // A is 0.52 of 1.12 and B 0.3 of it; B keeps 0.268, and the others share the rest as 0.4 : 0.15 : 0.15.
    const schedule: OracleSchedule = {
      kind: 'whenDrifted',
      band: 0.04,
      check: monthly,
      trade: 'drifted',
      to: 'target',
    };
    const wants = { A: 0.4, B: 0.3, C: 0.15, D: 0.15 };
    const all = { assets: 'all', from: '2020-01-01', rules: { missing: 'hold' } } as const;
    const back = { A: [0, 0.3, 0, 0], B: [0, null, null, 0], C: [0, 0, 0, 0], D: [0, 0, 0, 0] };
    const rest = 1 - 0.3 / 1.12;
    near(run(back, wants, { ...all, schedule }).decisions[1]!.weights, {
      A: (rest * 4) / 7,
      B: 0.3 / 1.12,
      C: (rest * 1.5) / 7,
      D: (rest * 1.5) / 7,
    });
    const flows = { initial: 100, contributions: { amount: 50, schedule: ['2020-02-29'] } };
    const flowing = run(
      { A: [0, 0, 0, 0], B: [0, null, null, 0] },
      { A: 0.25, B: 0.5 },
      { ...all, schedule: ONCE, flows },
    );
    // 50 come to 25 of A, 50 of B and 25 of cash: B keeps its 50, a third; A and cash had a half and have two thirds.
    near(flowing.weights['A']!.slice(2), [1 / 3, 1 / 3]);
    near(flowing.weights['B']!.slice(2), [1 / 3, 1 / 3]);
  });

  it('what ended lies in cash from the close of its last row, or earns its delisting return in the row after', () => {
    const ended = { A: [0, 0, 0], B: [0.1, null, null] };
    const rest = { schedule: ONCE, assets: 'all', cash: [0, 0.02, 0.02] } as const;
    near(closings(run(ended, half, rest)), [1.05, 0.5 + 0.55 * 1.02, 0.5 + 0.55 * 1.02 ** 2]);
    const delisting = { return: -0.3 };
    near(closings(run(ended, half, { ...rest, rules: { delisting } })), [1.05, 0.5 + 0.385, 0.5 + 0.385 * 1.02]);
  });

  it('proceeds are spread over what is still held, whose purchase costs', () => {
    const ended = { A: [0, 0.1, 0], B: [0, null, null] };
    const costs = { tradingBps: 100 };
    const delisting = { proceeds: 'spread' } as const;
    const result = run(ended, half, { schedule: ONCE, assets: 'all', costs, rules: { delisting } });
    near(closings(result), [0.99 * 0.995, 0.99 * 0.995 * 1.1, 0.99 * 0.995 * 1.1]);
    const late = run(ended, half, {
      schedule: ONCE,
      assets: 'all',
      rules: { delisting: { return: -0.2, ...delisting } },
    });
    // B falls to 0.4 in the second row beside 0.55 of A, and is all in A from then on.
    near(closings(late).slice(1), [0.95, 0.95]);
    near(late.weights['A']!, [0.5, 0.5, 1]);
  });
});

describe('the oracle, by hand: limits', () => {
  const flat = { A: [0], B: [0], C: [0], D: [0] };
  const wants = { A: 0.4, B: 0.3, C: 0.2, D: 0.1 };
  const limited = (rules: OracleInput['rules'], wished: Numbers = wants): Numbers =>
    run(flat, wished, { ...(rules === undefined ? {} : { rules }) }).decisions[0]!.weights;

  it('the largest stay and share what was dropped; of equals the first', () => {
    near(limited({ maxHoldings: 2 }), { A: 4 / 7, B: 3 / 7, C: 0, D: 0 });
    near(limited({ maxHoldings: 1 }, { B: 0.5, C: 0.5 }), { A: 0, B: 1, C: 0, D: 0 });
  });

  it('a weight above its limit is cut, the others share it, and are cut in turn; then cash is left', () => {
    // 0.35 for A leaves 0.65 for 0.3 : 0.2 : 0.1.
    near(limited({ maxWeight: { A: 0.35 } }), { A: 0.35, B: 0.325, C: 0.65 / 3, D: 0.65 / 6 });
    // A is cut to 0.32; B would get 0.34 and is cut too; C and D share 0.36 as 2 : 1.
    near(limited({ maxWeight: 0.32 }), { A: 0.32, B: 0.32, C: 0.24, D: 0.12 });
    near(limited({ maxWeight: 0.2 }), { A: 0.2, B: 0.2, C: 0.2, D: 0.2 });
  });

  it('a group above its limit is scaled to it, and the others share what it leaves', () => {
    const groups = [{ name: 'small', assets: ['C', 'D'], max: 0.15 }];
    near(limited({ groups }), { A: (0.85 * 4) / 7, B: (0.85 * 3) / 7, C: 0.1, D: 0.05 });
  });

  it('a group keeps its max where its members are at their own limits already', () => {
    // A and B are cut to 0.3 each, which is 0.6 in a group of 0.4: 0.2 each. C is cut to 0.3, and the rest is cash.
    const groups = [{ name: 'pair', assets: ['A', 'B'], max: 0.4 }];
    near(limited({ maxWeight: 0.3, groups }, { A: 0.5, B: 0.4, C: 0.1 }), { A: 0.2, B: 0.2, C: 0.3, D: 0 });
  });

  it('with short positions weights and groups are only cut', () => {
    const leverage = { max: 2, borrowSpread: 0, shortFee: 0 };
    const groups = [{ name: 'pair', assets: ['A', 'B'], max: 0.6 }];
    near(limited({ leverage, maxWeight: 0.5, groups }, { A: 0.8, B: -0.4, C: 0.1 }), {
      A: (0.5 * 0.6) / 0.9,
      B: (-0.4 * 0.6) / 0.9,
      C: 0.1,
      D: 0,
    });
  });

  it('turnover above its limit goes the same share of every way, but for the first purchase', () => {
    const result = run({ A: [0, 0], B: [0, 0] }, [{ A: 1 }, { B: 1 }], { rules: { maxTurnover: 0.25 } });
    near(result.decisions[0]!.weights, { A: 1, B: 0 });
    near(result.decisions[1]!.weights, { A: 0.75, B: 0.25 });
  });

  it('changes below the smallest trade are not made, and purchases then have less money', () => {
    const turn = [
      { A: 0.5, B: 0.3, C: 0.2 },
      { A: 0.46, B: 0.28, C: 0.26 },
    ];
    const result = run({ A: [0, 0], B: [0, 0], C: [0, 0] }, turn, { rules: { minTrade: 0.03 } });
    // B's −0.02 is not made: C finds the 0.04 of A instead of 0.06.
    near(result.decisions[1]!.weights, { A: 0.46, B: 0.3, C: 0.24 });
  });

  it('the next target has gone through the rules, as far as nobody needs to trade for it', () => {
    const result = run(flat, wants, { rules: { maxHoldings: 2, maxWeight: 0.5 } });
    near(result.next.weights, { A: 0.5, B: 0.5, C: 0, D: 0 });
    expect(result.next.answer).toEqual(wants);
  });
});
