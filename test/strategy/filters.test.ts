import { backtest, drawdownFilter, fromPrices, monthly, movingAverageFilter, type Strategy } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { months } from '../engine/made-panel.js';
import { expectInputError } from '../support/expect-input-error.js';

/** A monthly panel of one asset from its closes, the first of them at the end of 2019, and bills that stand still. */
const closes = (...prices: readonly number[]) =>
  fromPrices({
    frequency: 'monthly',
    dates: prices.map((_, index) => (index === 0 ? '2019-12' : `2020-${String(index).padStart(2, '0')}`)),
    prices: { Stocks: [...prices], Bills: prices.map(() => 1) },
  });
const held = (panel: ReturnType<typeof closes>, strategy: Strategy<'Stocks' | 'Bills'>) => {
  const { decisions, nextTarget } = backtest(panel, strategy);
  return [...decisions, nextTarget].map(({ target }) => Object.keys(target)[0]);
};

describe('a moving-average filter', () => {
  const filter = (periods: number) => movingAverageFilter({ hold: 'Stocks', otherwise: 'Bills', periods });

  it('holds while the close is above the mean of the last closes, today’s included', () => {
    // Means of three: (100+110+90)/3 = 100, (110+90+99)/3 = 99.67, (90+99+105)/3 = 98, (99+105+102)/3 = 102.
    expect(held(closes(100, 110, 90, 99, 105, 102), filter(3))).toEqual(['Bills', 'Bills', 'Stocks', 'Bills']);
  });

  it('on its average is not above it', () => {
    expect(held(closes(100, 100, 100, 100), filter(2))).toEqual(['Bills', 'Bills', 'Bills']);
  });

  it('needs one return less than closes', () => {
    const { decisions } = backtest(closes(100, 110, 90, 99), filter(3));
    expect(decisions[0]!.decidedOn).toBe('2020-02-29');
    expect(filter(3).lookback).toBe(2);
  });

  it('of two closes it follows the sign of the last return', () => {
    expect(held(closes(100, 101, 100, 102, 101), filter(2))).toEqual(['Stocks', 'Bills', 'Stocks', 'Bills']);
  });

  it('counts what was paid out: it reads returns, not prices', () => {
    // Return by return +1 %, whatever the price did.
    const steady = months({ Stocks: [0.01, 0.01, 0.01], Bills: [0, 0, 0] });
    expect(backtest(steady, filter(3)).decisions[0]!.target).toEqual({ Stocks: 1 });
  });

  it('lies in cash where nothing else is named, and where a return is missing', () => {
    const hole = months({ Stocks: [0.1, null, 0.1, 0.1, 0.1], Other: [0, 0, 0, 0, 0] });
    const filtered = movingAverageFilter({ hold: 'Stocks', periods: 3 });
    const { decisions } = backtest(hole, filtered, { rules: { missing: 'cash' } });
    expect(decisions.map(({ target }) => target)).toEqual([{}, {}, { Stocks: 1 }]);
    expect(filtered).toMatchObject({
      name: 'Stocks above its 3-period average, otherwise cash',
      assets: ['Stocks'],
      schedule: monthly(),
      params: { hold: 'Stocks', otherwise: 'cash', periods: 3 },
    });
  });

  it.each([
    [{ periods: 1 }, 'option.range', ['"periods"', '1', '2 or more']],
    [{ periods: undefined }, 'option.type', ['"periods"', 'undefined']],
    [{ otherwise: 'Stocks' }, 'option.range', ['both "Stocks"']],
    [{ hold: '' }, 'option.type', ['"hold"']],
    [{ otherwise: 7 }, 'option.type', ['"otherwise"', '7']],
    [{ lookback: 10 }, 'option.unknown', ['"lookback"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => movingAverageFilter({ hold: 'Stocks', periods: 10, ...part } as never));
  });
});

describe('a drawdown filter', () => {
  const filter = (periods: number, more: object = {}): Strategy<'Stocks' | 'Bills'> =>
    drawdownFilter({ hold: 'Stocks', otherwise: 'Bills', limit: 0.1, reenter: 0.05, periods, ...more });

  const still = [100, 100, 100, 100, 100, 100, 100] as const;

  it('leaves below the limit, stays out between, returns near the peak, and stays in between', () => {
    // Below 100: 0 % in, 4 % in, 9 % between and stays in, 11 % out, 6 % between and stays out, 4.5 % in, 9.5 % between and stays in.
    expect(held(closes(...still, 96, 91, 89, 94, 95.5, 90.5), filter(6))).toEqual([
      'Stocks',
      'Stocks',
      'Stocks',
      'Bills',
      'Bills',
      'Stocks',
      'Stocks',
    ]);
  });

  it('without a zone between, follows the drawdown alone', () => {
    expect(held(closes(...still, 96, 91, 89, 94, 95.5, 89.5), filter(6, { reenter: 0.1 }))).toEqual([
      'Stocks',
      'Stocks',
      'Stocks',
      'Bills',
      'Stocks',
      'Stocks',
      'Bills',
    ]);
  });

  it('begins outside where the first decision falls between', () => {
    // Below the highest of three closes: 9 %, 7.4 % (88 of 95), 1.1 % (90 of 91), 4.4 % (86 of 90).
    expect(held(closes(100, 95, 91, 88, 90, 86), filter(2))).toEqual(['Bills', 'Bills', 'Stocks', 'Stocks']);
  });

  it('forgets a peak after its periods', () => {
    // With two returns the peak of 100 is seen up to the third close after it; then 80 is the peak.
    expect(held(closes(100, 100, 100, 80, 80, 80), filter(2))).toEqual(['Stocks', 'Bills', 'Bills', 'Stocks']);
  });

  it('leaves everything as it is while a return is missing', () => {
    const returns = { Stocks: [0, -0.02, -0.05, null, 0, 0, 0.1, 0], Bills: [0, 0, 0, 0, 0, 0, 0, 0] };
    const careful = drawdownFilter({ hold: 'Stocks', limit: 0.3, reenter: 0.01, periods: 2 });
    const { decisions } = backtest(months(returns), careful, { rules: { missing: 'hold' } });
    // Out at the start (2 % below), then 6.9 % below, unknown on two rows, at the peak on two.
    expect(decisions.map(({ target }) => target.Stocks ?? 0)).toEqual([0, 0, 0, 0, 1, 1]);
    const rising = months({ Stocks: [0.01, 0.01, null, 0.01, 0.01], Bills: [0, 0, 0, 0, 0] });
    const stays = backtest(rising, careful, { rules: { missing: 'hold' } }).decisions;
    expect(stays.map(({ target }) => target.Stocks ?? 0)).toEqual([1, 1, 1]);
  });

  it('is plain data with a name', () => {
    expect(filter(12)).toMatchObject({
      name: 'Stocks until 10 % under its 12-period peak, back within 5 %, otherwise Bills',
      assets: ['Stocks', 'Bills'],
      lookback: 12,
      schedule: monthly(),
      params: { hold: 'Stocks', otherwise: 'Bills', limit: 0.1, reenter: 0.05, periods: 12 },
    });
  });

  it.each([
    [{ limit: 10 }, 'option.range', ['"limit"', '10', 'such as 0.1']],
    [{ limit: -0.1 }, 'option.range', ['"limit"', '-0.1']],
    [{ limit: 0, reenter: 0 }, 'option.range', ['"limit"', '0', 'above 0']],
    [{ reenter: 0.2 }, 'option.range', ['"reenter"', '0.2', '"limit", which is 0.1']],
    [{ reenter: undefined }, 'option.type', ['"reenter"', 'undefined']],
    [{ periods: 0 }, 'option.range', ['"periods"', '0']],
    [{ otherwise: 'Stocks' }, 'option.range', ['both "Stocks"']],
    [{ reentry: 0.05 }, 'option.unknown', ['"reentry"', 'Did you mean reenter?']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => filter(12, part));
  });
});
