import {
  annually,
  backtest,
  type BacktestResult,
  defineStrategy,
  explain,
  fixedMix,
  monthly,
  once,
  slice,
  whenDrifted,
} from 'backtilt';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';
import { randomCase } from './oracle-cases.js';

const text = (result: BacktestResult, date: string): string => explain(result, date).sentences.join('\n');

describe('explain, on a day of a trade', () => {
  const panel = months({ A: [0.1, 0.2, -0.1, 0.05], B: [0, 0.1, 0.1, -0.05] });
  const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually({ month: 2 }) }), {
    costs: { tradingBps: 100 },
    flows: { initial: 1000 },
  });

  it('the first purchase: what was answered, bought for how much, and what it cost', () => {
    const found = explain(run, '2019-12-31');
    expect(found.sentences).toEqual([
      'Decided on this day and traded at its close (decides annually in February).',
      'The strategy answered: A 50.00 %, B 50.00 %.',
      'Before the trade all was in cash.',
      'It bought A for 500.00 (0.00 % to 50.00 %), B for 500.00 (0.00 % to 50.00 %).',
      'Held after the trade: A 50.00 %, B 50.00 %.',
      'This was the first purchase. One-way turnover: 100.00 %; the trade cost 1.0000 % of wealth.',
    ]);
    expect([...found.table]).toEqual([
      { asset: 'A', before: 0, after: 0.5, bought: 500 },
      { asset: 'B', before: 0, after: 0.5, bought: 500 },
      { asset: 'Cash', before: 1, after: 0, bought: null },
    ]);
  });

  it('a later one: what was held before and after, and what the period earned and cost', () => {
    // Of 990: A 495 × 1.1 × 1.2 = 653.4, B 495 × 1.1 = 544.5, of 1197.9: 54.55 % and 45.45 %; 54.45 goes from A to B, at 1 %.
    expect(explain(run, '2020-02-29').sentences).toEqual([
      'Decided on this day and traded at its close (decides annually in February).',
      'The strategy answered: A 50.00 %, B 50.00 %.',
      'Held before the trade: A 54.55 %, B 45.45 %.',
      'It bought B for 54.45 (45.45 % to 50.00 %); sold A for 54.45 (54.55 % to 50.00 %).',
      'Held after the trade: A 50.00 %, B 50.00 %.',
      'One-way turnover: 4.55 %; the trade cost 0.0909 % of wealth.',
      // 1197.9 / (990 × 1.05) − 1, and 1197.9 (1 − 0.0909 %) over that.
      'The period that ended on it returned 15.24 % before costs and 15.13 % after. Of the wealth there was, it cost: trading 0.0909 %.',
    ]);
  });

  it('a day without one: the trades before and after, and what was held', () => {
    expect(explain(run, '2020-01-31').sentences).toEqual([
      'No trade on this day: decides annually in February; the last trade before it was on 2019-12-31 (decision), the next one on 2020-02-29 (decision).',
      'Held in the period from 2019-12-31 to it, at its start: A 50.00 %, B 50.00 %.',
      'The period that ended on it returned 5.00 % before costs and 3.95 % after. Of the wealth there was, it cost: trading 1.0000 % with the trades at the base.',
    ]);
    expect(text(run, '2020-03')).toContain('none after it');
  });

  it('a day between rows means the row before it, and it says so; a month its last row', () => {
    const found = explain(run, '2020-03-15');
    expect(found.date).toBe('2020-02-29');
    expect(found.sentences[0]).toBe('2020-03-15 is no row of the result; the row before it is 2020-02-29.');
    expect(explain(run, '2020-03').date).toBe('2020-03-31');
    expect(explain(run, '2020-04').sentences.at(-1)).toBe(
      'The result ends on this day. The strategy would hold from now on (Fixed mix 50 % A, 50 % B): A 50.00 %, B 50.00 %.',
    );
  });

  it('a day outside the run is refused with its span', () => {
    for (const date of ['2019-11-30', '2020-05-01', '2020-05'])
      expectInputError('option.range', ['explain', date, '2019-12-31', '2020-04-30'], () => explain(run, date));
    expectInputError('date.impossible', ['2020-02-31'], () => explain(run, '2020-02-31'));
    expectInputError('series.invalid', ['explain'], () => explain(panel as never, '2020-02'));
  });

  it('the base of a slice is outside it: its trades belong to the row before', () => {
    const part = slice(run, { from: '2020-03' });
    expectInputError('option.range', ['2020-02-29', '2020-03-31'], () => explain(part, '2020-02-29'));
    expect(explain(part, '2020-03').sentences[0]).toContain('the result has no trade before it');
  });
});

describe('explain says why', () => {
  const panel = months({ A: [0.1, 0.2, -0.1, 0.05], B: [0, 0.1, 0.1, -0.05], C: [0, 0, 0, 0] });
  const all = fixedMix({ weights: { A: 0.6, B: 0.3, C: 0.1 } });

  it('rules: which bound, on what, and what became of the answer', () => {
    const run = backtest(panel, all, {
      rules: { maxHoldings: 2, groups: [{ name: 'Risky', assets: ['A', 'B'], max: 0.8 }], maxTurnover: 0.01 },
    });
    expect(text(run, '2019-12-31')).toContain(
      'Only the 2 largest weights were kept (maxHoldings): C 10.00 % answered, 0.00 % held.',
    );
    expect(text(run, '2019-12-31')).toContain('The group "Risky" was above its limit of 80.00 %: A');
    expect(text(run, '2020-01')).toContain('The trade stopped short at a one-way turnover of 1.00 % (maxTurnover)');
    const capped = backtest(panel, all, { rules: { maxWeight: 0.5, minTrade: 0.05 } });
    expect(text(capped, '2019-12')).toContain(
      'A weight was above its limit (maxWeight): A 60.00 % answered, 50.00 % held',
    );
    expect(text(capped, '2020-01')).toContain('A change smaller than 5.00 % was not made (minTrade)');
    expect(text(capped, '2020-01')).toContain('That moved nothing.');
  });

  it('the execution lag: the day of the decision and the day of the trade name each other', () => {
    const run = backtest(panel, fixedMix({ weights: { A: 1 }, schedule: annually({ month: 2 }) }), { executionLag: 1 });
    expect(text(run, '2020-02')).toContain('The strategy decided on this day: A 100.00 %; traded on 2020-03-31.');
    expect(text(run, '2020-03')).toContain(
      'Decided on 2020-02-29 and traded on 2020-03-31 (execution lag 1; decides annually in February).',
    );
    const late = backtest(panel, fixedMix({ weights: { A: 1 }, schedule: monthly() }), { executionLag: 2 });
    expect(text(late, '2020-03')).toContain('the run ended before it could be traded');
  });

  it('flows: what the investor brought or took, and the trades for it', () => {
    const run = backtest(panel, fixedMix({ weights: { A: 1 }, schedule: annually({ month: 12 }) }), {
      flows: {
        initial: 1000,
        contributions: { amount: 50, schedule: ['2020-01-31'] },
        withdrawals: { amount: 20, schedule: ['2020-02-29'] },
      },
    });
    expect(text(run, '2020-01')).toContain('The investor brought 50.00.');
    expect(text(run, '2020-01')).toContain('in proportion to what was held: it bought A for 50.00');
    expect(text(run, '2020-02')).toContain('The investor took 20.00.');
    expect(text(run, '2020-02')).toContain('it sold A for 20.00');
  });

  it('membership and delistings', () => {
    const lives = months({ A: [0.1, 0.1, null, null], B: [0, 0, 0, 0], C: [null, null, 0.1, 0.1] });
    const mix = fixedMix({ weights: { A: 0.4, B: 0.3, C: 0.3 }, schedule: annually({ month: 12 }) });
    const renewed = backtest(lives, mix, { rules: { missing: 'renormalise' } });
    expect(text(renewed, '2020-02')).toContain(
      "An asset came or went, so the last answer was traded anew (missing: 'renormalise'): it bought C",
    );
    const spread = backtest(lives, mix, { rules: { missing: 'cash', delisting: { proceeds: 'spread' } } });
    expect(text(spread, '2020-02')).toContain('The proceeds of what ended were divided among what is still held');
    const ends = backtest(lives, mix, { rules: { missing: 'hold' } });
    expect(text(ends, '2019-12')).toContain(
      "Not all of it could be traded where returns are missing (missing: 'hold'): C 30.00 % answered, 0.00 % held",
    );
  });

  it('ruin and depletion, on the day on which they came', () => {
    const ruined = backtest(months({ A: [0.1, -1, 0] }), fixedMix({ weights: { A: 1 } }));
    expect(text(ruined, '2020-02')).toContain('All wealth was lost on this day');
    const emptied = backtest(panel, fixedMix({ weights: { A: 1 } }), {
      flows: { initial: 10, withdrawals: { amount: 100, schedule: ['2020-02-29'] } },
    });
    expect(text(emptied, '2020-02')).toContain('took all that there was');
  });

  it('a band that was not left: no trade, and the rule in words', () => {
    const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: whenDrifted({ band: 0.2 }) }));
    expect(text(run, '2020-01')).toContain('No trade on this day: decides when a weight has drifted by 20 points');
  });
});

describe('explain, of what nothing traded', () => {
  const panel = months({ A: [0.1, 0.2, 0.1, 0], B: [0, 0, 0, 0], C: [0.05, 0.1, 0.05, 0] });
  const mix = fixedMix({ weights: { A: 0.35, B: 0.35, C: 0.3 } });
  const run = backtest(panel, mix, { rules: { minTrade: 0.01 }, costs: { tradingBps: 100 } });

  it('a holding that the rules left alone is shown as it was held, on the last row of a slice too', () => {
    // C grows with the portfolio (5 %, 10 %, 5 %), so it is 30 % before every trade; A and B drift from 35 % to 0.385 / 1.05 and 0.35 / 1.05.
    for (const result of [run, slice(run, { to: '2020-03' })]) {
      const lines = [...explain(result, '2020-03').table];
      expect(lines.map(({ asset }) => asset)).toEqual(['A', 'B', 'C', 'Cash']);
      expect(lines.map(({ before }) => before)).toEqual([0.385 / 1.05, 0.35 / 1.05, 0.3, 0].map((w) => about(w, 12)));
      // 3.33 % of wealth is traded at 1 %; what is not traded is a little more of what the cost leaves, and is shown as the decision has it.
      const decided = run.decisions.find(({ tradedOn }) => tradedOn === '2020-03-31')!;
      expect(lines[2]!['after']).toBe(decided.weights.C);
      expect(lines[3]!['after']).toBeCloseTo(0, 12);
    }
  });

  it('at the end of a result what is held there is shown', () => {
    // Nothing is traded on the last row, whose returns are 0.
    const lines = [...explain(run, '2020-04').table];
    expect(lines.map(({ after }) => after)).toEqual([0.35, 0.35, 0.3, 0].map((weight) => about(weight, 3)));
    const part = slice(backtest(panel, fixedMix({ weights: { A: 1 }, schedule: annually() })), { to: '2020-02' });
    expect([...explain(part, '2020-02').table].map(({ after }) => after)).toEqual([1, 0]);
  });

  const lives = months({ A: [0.1, 0.1, 0.1, 0.1], B: [0.1, null, 0.1, 0.1], D: [0.1, 0.1, null, null] });
  const held = fixedMix({ weights: { A: 0.25, B: 0.5, D: 0.25 }, schedule: once() });

  it('what has no return to come became cash, free of cost, and so did what ended', () => {
    const cash = backtest(lives, held, { rules: { missing: 'cash' }, costs: { tradingBps: 100 } });
    const why = "because it ended or has no return in the next period (missing: 'cash')";
    expect(text(cash, '2020-01')).toContain(`Became cash at this close, free of cost, ${why}: B.`);
    // All earned 10 %, so B is still one half, which is cash from then on.
    expect([...explain(cash, '2020-01').table].at(-1)).toMatchObject({ before: about(0), after: about(0.5) });
    expect(text(cash, '2020-02')).toContain(`Became cash at this close, free of cost, ${why}: D.`);
    expect(text(cash, '2020-03')).not.toContain('Became cash');
    expect(cash.costs.trading.slice(1)).toEqual(new Float64Array(3));
  });

  it("under missing: 'hold' it lay still, and what ended became cash", () => {
    const run = backtest(lives, held, { rules: { missing: 'hold' } });
    expect(text(run, '2020-01')).not.toContain('Returned exactly 0');
    expect(text(run, '2020-02')).toContain(
      "Returned exactly 0 in the period that ended on this day: B. What has no return of its own lies still at its last value (missing: 'hold').",
    );
    expect(text(run, '2020-02')).toContain('Became cash at this close, free of cost, because it ended: D.');
  });

  it('what lost all of its value did not become cash, nor what was sold', () => {
    const lost = backtest(
      months({ A: [-1, 0], B: [0, 0] }),
      fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: once() }),
      {
        costs: { tradingBps: 100 },
        rules: { missing: 'cash' },
      },
    );
    expect(text(lost, '2020-01')).not.toContain('Became cash');
    const sold = defineStrategy({
      name: 'Sells',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: ({ asOf }) => (asOf < '2020-01-31' ? { A: 1 } : { B: 1 }),
    });
    expect(text(backtest(lives, sold, { rules: { missing: 'cash' } }), '2020-03')).not.toContain('Became cash');
  });

  it('a withdrawal before a trade is owed, not borrowed; a levered portfolio has debt', () => {
    const flows = { initial: 100, withdrawals: { amount: 5, schedule: ['2020-02-29'] } };
    const taken = backtest(panel, fixedMix({ weights: { B: 0.5, C: 0.5 } }), { flows });
    // B 50, C 50 × 1.05: 102.5, halved; then B 51.25 and C 56.375 of 107.625, of which 5 are owed: 5 / 102.625 = 4.87 %.
    expect(text(taken, '2020-02')).toContain(
      'Held before the trade: C 54.93 %, B 49.94 %, owed to the withdrawal 4.87 %.',
    );
    // 100 × 1.15 holds A 172.5, which grows to 207 against a debt of 57.5; 5 are taken: 207 / 144.5 = 143.25 %.
    const levered = backtest(
      panel,
      defineStrategy({ name: 'Levered', assets: ['A'], schedule: monthly(), decide: () => ({ A: 1.5 }) }),
      { flows, rules: { leverage: { max: 2, borrowSpread: 0, shortFee: 0 } } },
    );
    expect(text(levered, '2020-02')).toContain('Held before the trade: A 143.25 %, debt 43.25 %.');
  });
});

describe('explain, on any day of any run', () => {
  it('has sentences that end, weights that sum to 1, and the money of the trade list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
        const { panel, strategy, options } = randomCase(seed);
        const run: BacktestResult = backtest(panel, strategy, options as never);
        const row = Math.floor(share * (run.calendar.length + 1)) - 1;
        const found = explain(run, run.calendar.date(Math.min(row, run.calendar.length - 1)));
        for (const sentence of found.sentences) expect(sentence).toMatch(/^[A-Z0-9].*[^.]\.$/);
        expect(found.sentences.join(' ')).not.toMatch(/NaN|undefined|null/);
        const traded = run.trades.filter(({ date }) => date === found.date);
        const rows = [...found.table] as { asset: string; before: number; after: number; bought?: number | null }[];
        expect(rows.reduce((sum, { before }) => sum + before, 0)).toBeCloseTo(1, 9);
        if (traded.length > 0 && rows.length < 30) {
          const bought = rows.reduce((sum, line) => sum + (line.bought ?? 0), 0);
          expect(bought).toBeCloseTo(
            traded.reduce((sum, { amount }) => sum + amount, 0),
            6,
          );
        }
        expect(String(found)).toContain(found.date);
        expect(Object.isFrozen(found) && Object.isFrozen(found.sentences)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('answers of a custom strategy that holds nothing', () => {
    const strategy = defineStrategy({ name: 'Nothing', assets: ['A'], schedule: monthly(), decide: () => ({}) });
    expect(text(backtest(months({ A: [0.1, 0.1] }), strategy), '2020-01')).toContain(
      'The strategy answered: cash 100.00 %.',
    );
  });
});
