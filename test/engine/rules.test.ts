import {
  addField,
  addIndicator,
  annually,
  backtest,
  buyAndHold,
  defineStrategy,
  fixedMix,
  fromReturns,
  monthly,
  wealth,
  type View,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months, weekdaysFrom } from './made-panel.js';

const all = <A extends string>(asset: A, schedule = monthly()) =>
  fixedMix({ weights: { [asset]: 1 } as Record<A, number>, schedule });

describe('rule 1: the first decision', () => {
  const panel = months({ A: [0.1, -0.05, 0.02, 0.04] });

  it('falls on the base, whatever the schedule says, and the result begins with the row after it', () => {
    for (const schedule of [monthly(), annually({ month: 6 }), buyAndHold()]) {
      const result = backtest(panel, all('A', schedule));
      expect(result.decisions[0]?.decidedOn).toBe('2019-12-31');
      expect(result.decisions[0]?.tradedOn).toBe('2019-12-31');
      expect(result.calendar.date(-1)).toBe('2019-12-31');
      expect(Array.from(result.values)).toEqual([0.1, -0.05, 0.02, 0.04].map((value) => expect.closeTo(value, 15)));
    }
  });

  it('a one-asset portfolio earns exactly that asset’s returns', () => {
    const result = backtest(panel, all('A', buyAndHold()));
    expect(wealth(result).at(-1)).toBeCloseTo(1.1 * 0.95 * 1.02 * 1.04, 15);
    expect(Array.from(result.weights('A'))).toEqual([1, 1, 1, 1]);
  });

  it('waits for the lookback: with lookback 2 it falls on the second row and reads both', () => {
    const seen: [string, number[]][] = [];
    const strategy = defineStrategy({
      name: 'reader',
      assets: ['A'],
      lookback: 2,
      schedule: buyAndHold(),
      decide: (view) => {
        seen.push([view.asOf, Array.from(view.returns('A', 2))]);
        return { A: 1 };
      },
    });
    const result = backtest(panel, strategy);
    expect(seen).toEqual([
      ['2020-02-29', [0.1, -0.05]],
      // On the last row it is asked for the next target.
      ['2020-04-30', [0.02, 0.04]],
    ]);
    expect(Array.from(result.values)).toEqual([expect.closeTo(0.02, 15), expect.closeTo(0.04, 15)]);
    expect(result.calendar.date(-1)).toBe('2020-02-29');
  });

  it('lookback 1 falls on the first row: one return is there', () => {
    const strategy = defineStrategy({
      name: 'one',
      assets: ['A'],
      lookback: 1,
      schedule: monthly(),
      decide: (view) => (view.totalReturn('A', 1) > 0 ? { A: 1 } : {}),
    });
    expect(backtest(panel, strategy).decisions.map(({ decidedOn }) => decidedOn)).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-03-31',
    ]);
  });

  it('waits for the declared fields, but not for indicators, which are NaN until they have a value', () => {
    const sized = addField(months({ A: [0.01, 0.02, 0.03, 0.04], B: [0, 0, 0, 0] }), 'size', {
      A: [{ knownOn: '2020-01-15', value: 3 }],
      B: [{ knownOn: '2020-02-10', value: 4 }],
    });
    const withRate = addIndicator(sized, 'rate', [{ knownOn: '2020-03-05', value: 0.01 }]);
    const rates: number[] = [];
    const strategy = defineStrategy({
      name: 'sized',
      assets: ['A', 'B'],
      fields: ['size'],
      indicators: ['rate'],
      schedule: monthly(),
      decide: (view) => {
        rates.push(view.indicator('rate'));
        const [a = 0, b = 0] = view.field('size');
        return { A: a / (a + b) };
      },
    });
    const result = backtest(withRate, strategy);
    expect(result.decisions[0]?.decidedOn).toBe('2020-02-29');
    expect(result.decisions[0]?.target).toEqual({ A: 3 / 7 });
    expect(rates).toEqual([NaN, 0.01, 0.01]);
  });

  it('on all names it waits only until some name has the field', () => {
    const sized = addField(months({ A: [0.01, 0.02, 0.03, 0.04], B: [0, 0, 0, 0] }), 'size', {
      A: [{ knownOn: '2020-01-15', value: 3 }],
    });
    const strategy = defineStrategy({
      name: 'universe',
      assets: 'all',
      fields: ['size'],
      schedule: monthly(),
      decide: (view) => ({ members: [0], weights: [view.field('size')[0]! / 3] }),
    });
    expect(backtest(sized, strategy).decisions[0]?.decidedOn).toBe('2020-01-31');
  });

  it('falls on the row before the window, and may read history from before it', () => {
    const seen: number[][] = [];
    const strategy = defineStrategy({
      name: 'history',
      assets: ['A'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        seen.push(Array.from(view.returns('A', 2)));
        return { A: 1 };
      },
    });
    const result = backtest(panel, strategy, { window: { from: '2020-04' } });
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2020-03-31']);
    expect(seen[0]).toEqual([-0.05, 0.02]);
    expect(result.calendar.length).toBe(1);
  });
});

describe('rule 1: the last row', () => {
  it('decides without trading: nothing is charged, and the answer is the next target', () => {
    const flip = defineStrategy({
      name: 'flip',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view) => (Number(view.asOf.slice(5, 7)) % 2 === 0 ? { A: 1 } : { B: 1 }),
    });
    const result = backtest(months({ A: [0.1, 0.1], B: [0.05, 0.05] }), flip, { costs: { tradingBps: 100 } });
    // December: all in A for 1 %. January: A for B, 2 %. February is the last row: it would be A again.
    expect(wealth(result).at(-1)).toBeCloseTo(0.99 * 1.1 * 0.98 * 1.05, 15);
    expect(result.decisions.length).toBe(2);
    expect(result.nextTarget).toEqual({ decidedOn: '2020-02-29', weights: { A: 1 }, scheduled: true });
  });

  it('says when the schedule does not fall on it', () => {
    const result = backtest(months({ A: [0.1, 0.1] }), all('A', annually({ month: 12 })));
    expect(result.nextTarget).toEqual({ decidedOn: '2020-02-29', weights: { A: 1 }, scheduled: false });
    const daily = fromReturns({ frequency: 'daily', dates: ['2020-01-30', '2020-01-31'], returns: { A: [0, 0] } });
    expect(backtest(daily, all('A')).nextTarget.scheduled).toBe(true);
  });

  it('leaves a trade that would fall on it undone, and says so', () => {
    const result = backtest(months({ A: [0.1, 0.2, 0.3] }), all('A'), {
      executionLag: 1,
      costs: { tradingBps: 100 },
    });
    // Decided at the base, traded in January for 1 %: February and March earn. March's trade would fall on the last row.
    expect(result.decisions.map(({ tradedOn }) => tradedOn)).toEqual(['2020-01-31', '2020-02-29', null]);
    expect(Array.from(result.values)).toEqual([-0.01, 0.2, 0.3].map((value) => expect.closeTo(value, 15)));
    expect(result.warnings).toEqual(['Decided on 2020-02-29, but the run ended before the trade.']);
    expect(result.decisions[2]).toMatchObject({ drifted: {}, traded: 0, turnover: 0, cost: 0 });
  });
});

describe('rule 2: a trade at a close lowers the wealth of that close', () => {
  it('a purchase at the base leaves 1 at the base and lowers the first net return', () => {
    const result = backtest(months({ A: [0.1, 0.1] }), all('A', buyAndHold()), { costs: { tradingBps: 50 } });
    expect(wealth(result).at(0)).toBe(1);
    expect(result.values.at(0)).toBeCloseTo(0.995 * 1.1 - 1, 15);
    expect(result.values.at(1)).toBeCloseTo(0.1, 15);
    expect(result.gross.values.at(0)).toBeCloseTo(0.1, 15);
    expect(result.costs.firstPurchase).toBeCloseTo(0.005, 15);
    expect(result.costs.trading.at(0)).toBeCloseTo(0.005, 15);
  });

  it('a later trade lowers the net return of its own row, not of the next one', () => {
    const result = backtest(months({ A: [0.1, 0, 0.1], B: [-0.1, 0, 0.1] }), fixedMix({ weights: { A: 0.5, B: 0.5 } }), {
      costs: { tradingBps: 100 },
    });
    // January: 0.99 × (0.55 + 0.45) = 0.99; drifted 0.55 and 0.45; trades 0.05 + 0.05; costs 0.1 × 1 % = 0.1 %.
    expect(result.values.at(0)).toBeCloseTo(0.99 * 0.999 - 1, 15);
    expect(result.values.at(1)).toBeCloseTo(0, 15);
    expect(result.values.at(2)).toBeCloseTo(0.1, 15);
    expect(result.decisions[1]).toMatchObject({
      decidedOn: '2020-01-31',
      drifted: { A: expect.closeTo(0.55, 15) as number, B: expect.closeTo(0.45, 15) as number },
      traded: expect.closeTo(0.1, 15) as number,
      turnover: expect.closeTo(0.05, 15) as number,
      cost: expect.closeTo(0.001, 15) as number,
    });
  });
});

describe('rule 3: the default window', () => {
  const panel = months({
    A: [0.01, 0.02, 0.03, 0.04, 0.05],
    B: [null, 0.02, 0.03, 0.04, null],
    BIL: [null, null, 0.001, 0.001, 0.001],
  });

  it('is the rows on which all named assets are listed, printed with the asset that limits it', () => {
    const result = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }));
    expect([result.calendar.date(-1), result.calendar.date(0), result.calendar.date(2)]).toEqual([
      '2020-01-31',
      '2020-02-29',
      '2020-04-30',
    ]);
    expect(result.settings).toMatchObject({ from: '2020-02-29', to: '2020-04-30', startLimitedBy: ['B'], endLimitedBy: ['B'] });
    expect(result.assumptions[0]).toBe('Window: 2020-02 to 2020-04 (3 months; B begins last; B ends first).');
  });

  it('is the whole panel for a strategy on all names', () => {
    const anyone = defineStrategy({
      name: 'anyone',
      assets: 'all',
      schedule: monthly(),
      decide: (view) => ({ members: view.listed.slice(), weights: view.listed.slice().fill(0) }),
    });
    expect(backtest(panel, anyone).calendar.length).toBe(5);
  });

  it('is not shortened by cash, and never holding cash needs no return of it', () => {
    const result = backtest(panel, fixedMix({ weights: { A: 1 } }), { cash: 'BIL' });
    expect(result.calendar.length).toBe(5);
    expect(result.settings.cash).toBe('BIL');
    expect(wealth(result).at(-1)).toBeCloseTo(1.01 * 1.02 * 1.03 * 1.04 * 1.05, 14);
  });

  it('three thirds sum to one only after rounding, and that crumb of cash needs no return either', () => {
    const thirds = months({ A: [0.01, 0.01], B: [0.01, 0.01], C: [0.01, 0.01], BIL: [null, 0.001] });
    const mix = fixedMix({ weights: { A: 1 / 3, B: 1 / 3, C: 1 - 2 / 3 } });
    expect(wealth(backtest(thirds, mix, { cash: 'BIL' })).at(-1)).toBeCloseTo(1.01 ** 2, 14);
  });

  it('needing cash where it has no return is an error that names the row, the share and the source', () => {
    const error = expectInputError(
      'cash.missing',
      ['25.00 %', 'row 0', '2020-01-31', '"BIL"', 'later window'],
      () => backtest(panel, fixedMix({ weights: { A: 0.75 } }), { cash: 'BIL' }),
    );
    expect(error.details).toMatchObject({ row: 0, date: '2020-01-31', cash: 'BIL' });
  });

  it('the share in that error is the share on the row, moved there by returns', () => {
    // Half in A, half in cash, bought at the base. A doubles in January, cash earns 0: February begins with 1/3 in cash.
    const holder = months({ A: [1, 0.5, 0.5], BIL: [0, null, 0] });
    expectInputError('cash.missing', ['33.33 %', 'row 1', '2020-02-29'], () =>
      backtest(holder, fixedMix({ weights: { A: 0.5 }, schedule: buyAndHold() }), { cash: 'BIL' }),
    );
  });

  it('an explicit window is kept inside it', () => {
    const result = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), { window: { from: '2020-03' } });
    expect(result.settings).toMatchObject({ from: '2020-03-31', to: '2020-04-30', startLimitedBy: [], endLimitedBy: ['B'] });
  });

  it('an empty one is an error that says what there is', () => {
    expectInputError('panel.empty-window', ['2020-05', 'on which all its assets are listed', '2020-02-29 to 2020-04-30'], () =>
      backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), { window: { from: '2020-05' } }),
    );
  });
});

describe('rule 4: schedules', () => {
  const dates = weekdaysFrom('2020-01-27', 30); // to Friday 2020-03-06; the last weekday of February is the 28th
  const panel = fromReturns({ frequency: 'daily', dates, returns: { A: dates.map(() => 0.001) } });

  it('a month ends on the last row whose next row lies in another month', () => {
    const result = backtest(panel, all('A'));
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2020-01-24', '2020-01-31', '2020-02-28']);
  });

  it('on a monthly calendar every row is a month end', () => {
    expect(backtest(months({ A: [0, 0, 0] }), all('A')).decisions.length).toBe(3);
  });

  it('12 periods with skip 1 are the 11 returns before the last one', () => {
    const returns = [0.5, 0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.1, 0.9, 0];
    let seen: number[] = [];
    const strategy = defineStrategy({
      name: 'momentum',
      assets: ['A'],
      lookback: 12,
      schedule: buyAndHold(),
      decide: (view) => {
        seen = [...seen, view.totalReturn('A', 12, { skip: 1 }), view.totalReturn('A', 12)];
        return { A: 1 };
      },
    });
    backtest(months({ A: returns }), strategy);
    const eleven = 1.5 * 1.01 * 1.02 * 1.03 * 1.04 * 1.05 * 1.06 * 1.07 * 1.08 * 1.09 * 1.1;
    expect(seen[0]).toBeCloseTo(eleven - 1, 13);
    expect(seen[1]).toBeCloseTo(eleven * 1.9 - 1, 13);
  });
});

describe('rule 6: holes', () => {
  const panel = months({ A: [0.01, 0.02, 0.03, 0.04], B: [0.01, null, 0.03, 0.04] });

  it('are accepted and listed by the panel, and do not disturb who does not hold the asset', () => {
    expect(panel.holes).toEqual([{ asset: 'B', from: '2020-02-29', to: '2020-02-29', rows: 1 }]);
    const avoider = defineStrategy({
      name: 'avoider',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view): { A: number } | { B: number } => (view.asOf === '2020-01-31' ? { A: 1 } : { B: 1 }),
    });
    expect(wealth(backtest(panel, avoider)).at(-1)).toBeCloseTo(1.01 * 1.02 * 1.03 * 1.04, 14);
  });

  it('held without a policy are an error that names the asset, the row and the date', () => {
    expectInputError('returns.hole', ['holds "B"', 'row 1', '2020-02-29', 'Fill the hole'], () =>
      backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } })),
    );
  });

  it('a missing return inside what is read makes the compounded return NaN, never 0', () => {
    const read: number[] = [];
    const reader = defineStrategy({
      name: 'reader',
      assets: ['A', 'B'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        read.push(view.totalReturn('B', 2));
        return { A: 1 };
      },
    });
    backtest(panel, reader);
    expect(read).toEqual([NaN, NaN, expect.closeTo(1.03 * 1.04 - 1, 15)]);
  });
});

describe('rule 9: what ends lies in cash until the next decision', () => {
  const panel = months({ A: [0, 0, 0, 0, 0, 0, 0], B: [0.1, -0.5, null, null, null, null, null] });
  const half = defineStrategy({
    name: 'halves',
    assets: 'all',
    schedule: annually({ month: 6 }),
    decide: (view) => ({ members: view.listed.slice(), weights: Array.from(view.listed, () => 1 / view.listed.length) }),
  });
  const bill = months({ bill: [0, 0, 0.01, 0.01, 0.01, 0.01, 0.01] }).returns('bill');

  it('the proceeds earn cash, uncharged, and are invested again at the next decision', () => {
    const result = backtest(panel, half, { cash: bill, costs: { tradingBps: { A: 100, B: 100 } } });
    // Base: half and half for 1 %. February: 0.99 × (0.5 + 0.5 × 1.1 × 0.5) = 0.99 × 0.775. B ended there.
    // March to June its 0.99 × 0.275 earn 1 % a month; in June (four months) they buy A for 1 %.
    const cash = 0.275 * 1.01 ** 4;
    const june = 0.99 * (0.5 + cash);
    expect(wealth(result).at(2)).toBeCloseTo(0.99 * 0.775, 14);
    const bought = cash / (0.5 + cash);
    expect(wealth(result).at(6)).toBeCloseTo(june * (1 - 0.01 * bought), 14);
    expect(result.decisions[1]).toMatchObject({
      decidedOn: '2020-06-30',
      target: { A: 1 },
      drifted: { A: expect.closeTo(0.5 / (0.5 + cash), 14) as number },
      traded: expect.closeTo(bought, 14) as number,
      turnover: expect.closeTo(bought, 14) as number,
    });
    expect(result.weights('B').slice(0, 3)).toEqual(Float64Array.of(0.5, 0.55 / 1.05, 0));
    expect(result.warnings).toEqual([
      'Ended while held: B (2020-02-29). The proceeds lay in cash until the next decision.',
    ]);
  });

  it('an asset that ended while its trade was waiting is not bought, and costs nothing', () => {
    const result = backtest(panel, half, { executionLag: 2, costs: { tradingBps: 100 } });
    // Decided at the base, traded at the end of February, B's last day with a price: bought. It ends after it.
    expect(result.decisions[0]).toMatchObject({ tradedOn: '2020-02-29', traded: 1 });
    const later = backtest(panel, half, { executionLag: 3, costs: { tradingBps: 100 } });
    expect(later.decisions[0]).toMatchObject({ tradedOn: '2020-03-31', target: { A: 0.5, B: 0.5 }, traded: 0.5, turnover: 0.5 });
    expect(later.decisions[0]?.cost).toBeCloseTo(0.005, 15);
    expect(later.warnings).toContain('Chosen on 2019-12-31 but ended before the trade: B. That part stayed in cash.');
  });
});

describe('what a view shows', () => {
  const panel = addField(months({ A: [0.1, 0.2, 0.3], B: [null, 0.2, 0.3], C: [0.1, null, null] }), 'size', {
    A: [{ knownOn: '2019-12-31', value: 1 }],
    B: [{ knownOn: '2019-12-31', value: 2 }],
    C: [{ knownOn: '2019-12-31', value: 3 }],
  });

  it('lists an asset from the row before its first return to the row of its last, and hides the fields of others', () => {
    const seen: unknown[] = [];
    const strategy = defineStrategy({
      name: 'looker',
      assets: 'all',
      fields: ['size'],
      lookback: 1,
      schedule: monthly(),
      decide: (view) => {
        seen.push([view.asOf, Array.from(view.listed), Array.from(view.field('size'))]);
        return {};
      },
    });
    backtest(panel, strategy);
    expect(seen).toEqual([
      ['2020-01-31', [0, 1, 2], [1, 2, 3]],
      ['2020-02-29', [0, 1], [1, 2, NaN]],
      ['2020-03-31', [0, 1], [1, 2, NaN]],
    ]);
  });

  it('gives copies: writing to what it answered changes neither the data nor the run', () => {
    const vandal = defineStrategy({
      name: 'vandal',
      assets: ['A'],
      lookback: 1,
      schedule: monthly(),
      decide: (view: View<'A'>) => {
        const returns = view.returns('A', 1);
        expect(returns.buffer.byteLength, 'no more than what was asked for').toBe(8);
        returns.fill(9);
        (view.listed as Int32Array).fill(7);
        return { A: 1 };
      },
    });
    expect(Array.from(backtest(panel, vandal).values)).toEqual([expect.closeTo(0.2, 15), expect.closeTo(0.3, 15)]);
    expect(panel.returns('A').values.at(0)).toBe(0.1);
  });

  it('shows holdings after the day’s returns and before the trade that is being decided', () => {
    const held: unknown[] = [];
    const strategy = defineStrategy({
      name: 'holder',
      assets: ['A', 'C'],
      schedule: monthly(),
      decide: (view) => {
        held.push(view.holdings);
        return { A: 0.5 };
      },
    });
    backtest(months({ A: [1, 0, 0], C: [0, 0, 0] }), strategy);
    // Half in A doubles: 1 of 1.5. Then traded back to a half.
    expect(held).toEqual([{}, { A: 1 / 1.5 }, { A: 0.5 }, { A: 0.5 }]);
  });

  it('keeps indicators as they were known, today’s last', () => {
    const rated = addIndicator(months({ A: [0, 0, 0, 0] }), 'rate', [
      { knownOn: '2020-01-31', value: 1 },
      { knownOn: '2020-02-10', value: 2 },
      { knownOn: '2020-03-31', value: 3 },
    ]);
    const seen: number[][] = [];
    const strategy = defineStrategy({
      name: 'rates',
      assets: ['A'],
      indicators: ['rate'],
      lookback: 2,
      schedule: monthly(),
      decide: (view) => {
        seen.push(Array.from(view.indicatorHistory('rate', 2)));
        return {};
      },
    });
    backtest(rated, strategy);
    expect(seen).toEqual([
      [1, 2],
      [2, 3],
      [3, 3],
    ]);
  });
});
