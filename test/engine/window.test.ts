import { backtest, once, defineStrategy, fixedMix, fromReturns, monthly, wealth } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months, weekdaysFrom } from './made-panel.js';

const all = <A extends string>(asset: A, schedule = monthly()) =>
  fixedMix({ weights: { [asset]: 1 } as Record<A, number>, schedule });

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
    expect(result.settings).toMatchObject({
      from: '2020-02-29',
      to: '2020-04-30',
      startLimitedBy: ['B'],
      endLimitedBy: ['B'],
    });
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
    const error = expectInputError('cash.missing', ['25.00 %', 'row 0', '2020-01-31', '"BIL"', 'later window'], () =>
      backtest(panel, fixedMix({ weights: { A: 0.75 } }), { cash: 'BIL' }),
    );
    expect(error.details).toMatchObject({ row: 0, date: '2020-01-31', cash: 'BIL' });
  });

  it('the share in that error is the share on the row, moved there by returns', () => {
    // Half in A, half in cash, bought at the base. A doubles in January, cash earns 0: February begins with 1/3 in cash.
    const holder = months({ A: [1, 0.5, 0.5], BIL: [0, null, 0] });
    expectInputError('cash.missing', ['33.33 %', 'row 1', '2020-02-29'], () =>
      backtest(holder, fixedMix({ weights: { A: 0.5 }, schedule: once() }), { cash: 'BIL' }),
    );
  });

  it('an explicit window is kept inside it', () => {
    const result = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), { window: { from: '2020-03' } });
    expect(result.settings).toMatchObject({
      from: '2020-03-31',
      to: '2020-04-30',
      startLimitedBy: [],
      endLimitedBy: ['B'],
    });
  });

  it('an empty one is an error that says what there is', () => {
    expectInputError(
      'panel.empty-window',
      ['2020-05', 'on which all its assets are listed', '2020-02-29 to 2020-04-30'],
      () => backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), { window: { from: '2020-05' } }),
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
      schedule: once(),
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
