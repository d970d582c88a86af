import { annually, backtest, defineStrategy, fixedMix, monthly, wealth } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { about } from './about.js';
import { months } from './made-panel.js';

describe('rule 6: holes', () => {
  const panel = months({ A: [0.01, 0.02, 0.03, 0.04], B: [0.01, null, 0.03, 0.04] });

  it('are accepted and listed by the panel, and do not disturb who does not hold the asset', () => {
    expect(panel.holes).toEqual([{ asset: 'B', from: '2020-02-29', to: '2020-02-29', rows: 1 }]);
    const avoider = defineStrategy({
      name: 'avoider',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view): { A: number } | { B: number } => {
        // In its hole B has no price: it is not among the listed, whether or not it comes back.
        expect(Array.from(view.listed)).toEqual(view.asOf === '2020-02-29' ? [0] : [0, 1]);
        return ['2020-01-31', '2020-02-29'].includes(view.asOf) ? { A: 1 } : { B: 1 };
      },
    });
    // B in January, A in February and March, B in April.
    expect(wealth(backtest(panel, avoider)).at(-1)).toBeCloseTo(1.01 * 1.02 * 1.03 * 1.04, 14);
  });

  it('cannot be bought inside: the price of that day is not known', () => {
    const eager = defineStrategy({
      name: 'eager',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view): { A: number } | { B: number } => (view.asOf === '2020-02-29' ? { B: 1 } : { A: 1 }),
    });
    expectInputError('asset.unlisted', ['"eager"', '2020-02-29', '"B"', 'view.listed'], () => backtest(panel, eager));
  });

  it('cannot be traded in, where a trade that was decided before falls into one', () => {
    const patient = defineStrategy({
      name: 'patient',
      assets: ['A', 'B'],
      schedule: monthly(),
      decide: (view): { A: number } | { B: number } => (view.asOf === '2020-01-31' ? { B: 1 } : { A: 1 }),
    });
    expectInputError('returns.hole', ['"patient"', 'trade "B"', 'row 1', '2020-02-29', 'no price'], () =>
      backtest(panel, patient, { executionLag: 1 }),
    );
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
    expect(read).toEqual([NaN, NaN, about(1.03 * 1.04 - 1)]);
  });
});

describe('rule 9: what ends lies in cash until the next decision', () => {
  const panel = months({ A: [0, 0, 0, 0, 0, 0, 0], B: [0.1, -0.5, null, null, null, null, null] });
  const half = defineStrategy({
    name: 'halves',
    assets: 'all',
    schedule: annually({ month: 6 }),
    decide: (view) => ({
      members: view.listed.slice(),
      weights: Array.from(view.listed, () => 1 / view.listed.length),
    }),
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
      drifted: { A: about(0.5 / (0.5 + cash), 14) },
      traded: about(bought, 14),
      turnover: about(bought, 14),
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
    expect(later.decisions[0]).toMatchObject({
      tradedOn: '2020-03-31',
      target: { A: 0.5, B: 0.5 },
      traded: 0.5,
      turnover: 0.5,
    });
    expect(later.decisions[0]?.cost).toBeCloseTo(0.005, 15);
    expect(later.warnings).toContain('Chosen on 2019-12-31 but ended before the trade: B. That part stayed in cash.');
  });
});
