import { breakEvenCost, cagr, defineStrategy, fixedMix, monthly, once, totalReturn, type Strategy } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';
import { months } from './made-panel.js';

/** Holds A in its first month, B in the next, and so on. */
const turns = (): Strategy<'A' | 'B'> =>
  defineStrategy({
    name: 'Turns',
    assets: ['A', 'B'],
    schedule: monthly(),
    decide: (view) => (Number(view.asOf.slice(5, 7)) % 2 === 0 ? { A: 1 } : { B: 1 }),
  });
const held = fixedMix({ weights: { A: 1 }, schedule: once() });

describe('the break-even cost', () => {
  it('of one purchase: 1.21 × (1 − κ) = 1.1979 at 100 bp', () => {
    const panel = months({ A: [0.1, 0.1], B: [0.1979, 0] });
    const found = breakEvenCost(panel, held, { benchmark: 'B', statistic: totalReturn });
    expect(found.bps).toBeCloseTo(100, 8);
    expect(found).toMatchObject({ reason: 'found', benchmark: 'B', benchmarkPays: false, statistic: 'totalReturn' });
    expect(found.strategyAtZero).toBeCloseTo(0.21, 14);
    expect(found.benchmarkAtZero).toBeCloseTo(0.1979, 14);
  });

  it('of a rotation pays both sides of every switch: (1 − κ)(1 − 2κ)² × 1.1³ = 1 + r at 50 bp', () => {
    const kept = 0.995 * 0.99 ** 2;
    const panel = months({ A: [0.1, 0, 0.1], B: [0, 0.1, 0], C: [1.1 ** 3 * kept - 1, 0, 0] });
    const found = breakEvenCost(panel, turns(), { benchmark: panel.returns('C'), statistic: totalReturn });
    expect(found.bps).toBeCloseTo(50, 8);
    // Per year of three months: two full switches.
    expect(found.turnoverPerYear).toBeCloseTo(2 * 4, 12);
  });

  it('against a strategy that pays the same: (1 − 2κ)² × 1.1³ = 1.21, without the first purchase, which both make', () => {
    const panel = months({ A: [0.1, 0, 0.1], B: [0, 0.1, 0] });
    const found = breakEvenCost(panel, turns(), { benchmark: held, statistic: totalReturn });
    expect(found.bps).toBeCloseTo(((1 - Math.sqrt(1 / 1.1)) / 2) * 10000, 8);
    expect(found.benchmarkPays).toBe(true);
    expect(String(found)).toContain('pays the same cost');
  });

  it('of small caps from October to March over SPY, 2000-06 to 2024-12, is 12.97 bp, by a second program (SciPy, root by brentq)', () => {
    const winter = defineStrategy({
      name: 'Small caps in winter',
      assets: ['SPY', 'IWM'],
      schedule: monthly(),
      decide: ({ asOf }) => ([10, 11, 12, 1, 2, 3].includes(Number(asOf.slice(5, 7))) ? { IWM: 1 } : { SPY: 1 }),
    });
    const found = breakEvenCost(usFunds(), winter, { benchmark: 'SPY', window: { to: '2024-12' } });
    expect(found.from).toBe('2000-06-30');
    expect(found.bps).toBeCloseTo(12.972169401855789, 6);
    expect(found.strategyAtZero - found.benchmarkAtZero).toBeCloseTo(0.005656670078493908, 12);
  });

  it('looks at common rows only: both begin where the later one does, and both buy there', () => {
    const panel = months({ A: [0.5, 0.1, 0.1, 0.5], B: [0, 0, 0, 0] });
    const late = months({ L: [0.1979, 0] }, '2020-02').returns('L');
    const found = breakEvenCost(panel, held, { benchmark: late, statistic: totalReturn });
    expect([found.from, found.to]).toEqual(['2020-02-29', '2020-03-31']);
    expect(found.bps).toBeCloseTo(100, 8);
  });

  it('is NaN, and says why: no edge, an edge that no cost takes, an undefined figure', () => {
    const panel = months({ A: [0.1, 0.1], B: [0.2, 0.2] });
    const none = breakEvenCost(panel, held, { benchmark: 'B', statistic: totalReturn });
    expect([none.bps, none.reason]).toEqual([NaN, 'no-edge']);
    expect(String(none)).toMatch(/no edge in totalReturn\s+even at a\s+trading\s+cost of 0 bp/);
    const itself = breakEvenCost(panel, held, { benchmark: held, statistic: totalReturn });
    expect(itself.reason).toBe('no-edge');
    const all = fixedMix({ weights: { B: 1 }, schedule: once() });
    const always = breakEvenCost(panel, all, { benchmark: held, statistic: totalReturn });
    expect([always.bps, always.reason, always.highest]).toEqual([NaN, 'survives', 5000]);
    expect(String(always)).toContain('survives the highest cost looked at, 5000 bp');
    const short = breakEvenCost(panel, all, { benchmark: 'A' });
    expect([short.bps, short.reason]).toEqual([NaN, 'undefined']);
    expect(String(short)).toContain('cagr is undefined');
  });

  it('a cost that ruins is one at which the edge is gone: a full switch every month at 50 % a side leaves nothing', () => {
    const panel = months({ A: [0.9, 0, 0.9], B: [0, 0.9, 0], C: [-0.9, -0.9, -0.9] });
    const found = breakEvenCost(panel, turns(), { benchmark: 'C', statistic: totalReturn });
    expect(found.reason).toBe('found');
    const { bps } = found;
    // (1 − κ)(1 − 2κ)² × 1.9³ = 0.1³
    expect((1 - bps / 10000) * (1 - bps / 5000) ** 2 * 1.9 ** 3).toBeCloseTo(0.001, 12);
  });

  it('never looks at a cost at which the first purchase takes everything: four times levered that is 2500 bp', () => {
    const levered = defineStrategy({ name: 'levered', assets: ['A'], schedule: once(), decide: () => ({ A: 4 }) });
    const rules = { leverage: { max: 4, borrowSpread: 0, shortFee: 0 } };
    const panel = months({ A: [0.1, 0.1], B: [-0.99, -0.99] });
    const found = breakEvenCost(panel, levered, { benchmark: 'B', rules, statistic: totalReturn });
    expect(found.highest).toBeCloseTo(2497.5, 8);
  });

  it('names the window, both figures and the turnover in its sentences', () => {
    const panel = months({ A: [0.1, 0.1], B: [0.1979, 0] });
    const shown = String(breakEvenCost(panel, held, { benchmark: 'B', statistic: totalReturn }));
    expect(shown.replaceAll(/\s+/g, ' ')).toBe(
      `${held.name} against B, 2020-01-31 to 2020-02-29: the edge in totalReturn is gone when trading costs 100.0 bp of what is bought and of what is sold. ` +
        'At a trading cost of 0 bp totalReturn is 21.00 % against 19.79 %; one-way turnover is 0 % a year. B is taken as it is, without trading costs.',
    );
    for (const line of shown.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
    const ratio = String(breakEvenCost(panel, held, { benchmark: 'B', statistic: () => 0.5 }));
    expect(ratio).toMatch(/0\.5000\s+against\s+0\.5000|no edge/);
  });

  it('refuses a trading cost, an unknown benchmark and what is no statistic', () => {
    const panel = months({ A: [0.1, 0.1], B: [0.2, 0.2] });
    expectInputError('option.range', ['"costs.tradingBps" is 5', 'Leave it out'], () =>
      breakEvenCost(panel, held, { benchmark: 'B', costs: { tradingBps: 5 } as object }),
    );
    expectInputError('asset.unknown', ['"C"'], () => breakEvenCost(panel, held, { benchmark: 'C' as 'B' }));
    expectInputError('option.type', ['"statistic" is 1'], () =>
      breakEvenCost(panel, held, { benchmark: 'B', statistic: 1 as unknown as typeof cagr }),
    );
    expectInputError('series.invalid', ['the benchmark'], () => breakEvenCost(panel, held, {} as { benchmark: 'B' }));
    expectInputError('option.unknown', ['"benchmrk"'], () =>
      breakEvenCost(panel, held, { benchmark: 'B', benchmrk: 'A' } as { benchmark: 'B' }),
    );
  });
});
