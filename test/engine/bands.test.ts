import {
  backtest,
  everyPeriods,
  fixedMix,
  quarterly,
  whenDrifted,
  whenTargetChanges,
  type DriftOptions,
} from 'backtilt';
import { describe, expect, it } from 'vitest';
import { closings, fromDays, near, nearWeights, years } from './by-hand.js';
import { months } from './made-panel.js';

/** A half and a half; A rises by a half in the first year: 0.75 and 0.5 of 1.25, that is 0.6 and 0.4. */
const half = { A: 0.5, B: 0.5 };
const risen = years({ A: [0.5, 0, 0], B: [0, 0, 0] });

/** Three assets that drift from 0.5, 0.25, 0.25 to 1.0, 0.3, 0.2 of 1.5: 2/3, 0.2 and 2/15. */
const three = { A: 0.5, B: 0.25, C: 0.25 };
const drifted = years({ A: [1, 0, 0], B: [0.2, 0, 0], C: [-0.2, 0, 0] });

const banded = <A extends string>(weights: Readonly<Record<A, number>>, options: DriftOptions) =>
  fixedMix({ weights, schedule: whenDrifted(options) });

describe('a tolerance band', () => {
  it('trades nothing while every weight is inside, and a decision without a trade leaves no trace', () => {
    const result = backtest(risen, banded(half, { band: 0.11 }), { costs: { tradingBps: 100 } });
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31']);
    // The purchase costs 1 %, and then nothing does.
    near(closings(result), [0.99 * 1.25, 0.99 * 1.25, 0.99 * 1.25]);
    nearWeights(result.nextTarget.weights, half);
  });

  it('lets a weight lie on its edge: 0.6 is 0.1 away from 0.5, which a band of 0.1 allows', () => {
    expect(backtest(risen, banded(half, { band: 0.1 })).decisions.length).toBe(1);
    expect(backtest(risen, banded(half, { band: 0.0999 })).decisions.length).toBe(2);
  });

  it('all to target: back to a half and a half, for the whole difference', () => {
    const result = backtest(risen, banded(half, { band: 0.05 }), { costs: { tradingBps: 100 } });
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31', '2020-12-31']);
    const repair = result.decisions[1]!;
    nearWeights(repair.drifted, { A: 0.6, B: 0.4 });
    nearWeights(repair.weights, half);
    near([repair.traded, repair.turnover, repair.cost], [0.2, 0.1, 0.002]);
    near(closings(result), [0.99 * 1.25 * 0.998, 0.99 * 1.25 * 0.998, 0.99 * 1.25 * 0.998]);
  });

  it('all to edge: half of the way, because 0.1 must become 0.05; and there it rests', () => {
    const result = backtest(risen, banded(half, { band: 0.05, to: 'edge' }));
    expect(result.decisions.length).toBe(2);
    nearWeights(result.decisions[1]!.weights, { A: 0.55, B: 0.45 });
    near([result.decisions[1]!.traded], [0.1]);
  });

  it('all to edge moves what is inside too, by the same share: 1 − 0.12 / (1/6) = 0.28 of the way', () => {
    const result = backtest(drifted, banded(three, { band: 0.12, to: 'edge' }));
    nearWeights(result.decisions[1]!.drifted, { A: 1 / 1.5, B: 0.2, C: 0.2 / 1.5 });
    // A: 2/3 − 0.28/6 = 0.62. B: 0.2 + 0.28 × 0.05. C: 2/15 + 0.28 × 7/60.
    nearWeights(result.decisions[1]!.weights, { A: 0.62, B: 0.214, C: 2 / 15 + (0.28 * 7) / 60 });
  });

  it('drifted to target: only A, which is outside, goes to 0.5; B and C share the rest as they are, 3 : 2', () => {
    const result = backtest(drifted, banded(three, { band: 0.12, trade: 'drifted' }));
    // C is 0.25 − 2/15 = 0.1167 away: inside. The 0.5 that A leaves goes to 0.2 and 2/15 by 0.5 / (1/3) = 1.5.
    nearWeights(result.decisions[1]!.weights, { A: 0.5, B: 0.3, C: 0.2 });
  });

  it('drifted to edge: A goes to 0.62, and B and C share 0.38, 3 : 2', () => {
    const result = backtest(drifted, banded(three, { band: 0.12, trade: 'drifted', to: 'edge' }));
    nearWeights(result.decisions[1]!.weights, { A: 0.62, B: 0.228, C: 0.152 });
  });

  it('drifted: what shares the rest stays inside its own band, and the others take what it cannot', () => {
    // 0.4, 0.3, 0.1 and 0.2 cash become 0.6, 0.3, 0.135 and 0.2 of 1.235. With a relative band of a fifth only A (0.4858) is outside
    // 0.32 to 0.48. It goes to 0.4. Pro rata C would get 0.4 × 0.135 / 0.435 = 0.124, above its 0.12; so B gets 0.4 − 0.12.
    const panel = years({ A: [0.5, 0], B: [0, 0], C: [0.35, 0] });
    const result = backtest(panel, banded({ A: 0.4, B: 0.3, C: 0.1 }, { relative: 0.2, trade: 'drifted' }));
    nearWeights(result.decisions[1]!.weights, { A: 0.4, B: 0.28, C: 0.12 });
  });

  it('drifted, where all are outside, is a trade to target', () => {
    const result = backtest(risen, banded(half, { band: 0.05, trade: 'drifted' }));
    nearWeights(result.decisions[1]!.weights, half);
  });
});

describe('a relative band', () => {
  // 0.6, 0.3, 0.1 become 0.6, 0.3, 0.134 of 1.034: C has 0.1296.
  const panel = years({ A: [0, 0], B: [0, 0], C: [0.34, 0] });
  const mix = { A: 0.6, B: 0.3, C: 0.1 };

  it('is a share of the target: a quarter of 0.1 is 0.025, and 0.1296 is outside, as 0.1249 is not', () => {
    expect(backtest(panel, banded(mix, { relative: 0.25 })).decisions.length).toBe(2);
    // 0.129 of 1.029 is 0.12536, still outside; 0.1285 of 1.0285 is 0.12494.
    const calm = years({ A: [0, 0], B: [0, 0], C: [0.285, 0] });
    expect(backtest(calm, banded(mix, { relative: 0.25 })).decisions.length).toBe(1);
  });

  it('with a band the narrower counts: 5/25 is 5 points for large weights and a quarter for small ones', () => {
    expect(backtest(panel, banded(mix, { band: 0.05 })).decisions.length).toBe(1);
    expect(backtest(panel, banded(mix, { band: 0.05, relative: 0.25 })).decisions.length).toBe(2);
    // A: 0.6 → 0.78 of 1.18 is 0.661, 6 points away, which is less than a quarter (0.15) of it.
    const large = years({ A: [0.3, 0], B: [0, 0], C: [0, 0] });
    expect(backtest(large, banded({ A: 0.6, B: 0.3 }, { relative: 0.25 })).decisions.length).toBe(1);
    expect(backtest(large, banded({ A: 0.6, B: 0.3 }, { band: 0.05, relative: 0.25 })).decisions.length).toBe(2);
  });

  it('of what is no longer wanted has no width: it is sold', () => {
    const strategy = fromDays(
      ['A', 'B'],
      { '2019-12-31': half, '2020-12-31': { A: 0.5 } },
      whenDrifted({ relative: 9 }),
    );
    const result = backtest(years({ A: [0, 0], B: [0, 0] }), strategy);
    expect(result.decisions[1]?.weights).toEqual({ A: 0.5 });
  });
});

describe('a band that is looked at', () => {
  const panel = months({ A: [0.5, -0.2, 0, 0, 0], B: [0, 0, 0, 0, 0] });

  it('quarterly sees what lies there in March, whatever it was in January', () => {
    // January 0.6; February 0.6 × 0.8 = 0.48 of 0.88 (0.545), and the same in March.
    const near5 = backtest(panel, banded(half, { band: 0.05, check: quarterly() }));
    expect(near5.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31']);
    const near4 = backtest(panel, banded(half, { band: 0.04, check: quarterly() }));
    expect(near4.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31', '2020-03-31']);
    nearWeights(near4.decisions[1]!.drifted, { A: 0.48 / 0.88, B: 0.4 / 0.88 });
  });

  it('of zero trades on every drift, and on none where nothing drifts', () => {
    const result = backtest(panel, banded(half, { band: 0 }));
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31', '2020-01-31', '2020-02-29']);
  });

  it('with an execution lag repairs the weights of the day of the trade, and is not decided twice', () => {
    // Bought at the end of 2020. 2021: 0.75 and 0.5, outside. 2022: A rises by a fifth, 0.9 and 0.5 of 1.4, and is traded from there.
    const late = years({ A: [0, 0.5, 0.2, 0], B: [0, 0, 0, 0] });
    const result = backtest(late, banded(half, { band: 0.05 }), { executionLag: 1 });
    expect(result.decisions.map(({ decidedOn, tradedOn }) => [decidedOn, tradedOn])).toEqual([
      ['2019-12-31', '2020-12-31'],
      ['2021-12-31', '2022-12-31'],
    ]);
    nearWeights(result.decisions[1]!.drifted, { A: 0.9 / 1.4, B: 0.5 / 1.4 });
    near([result.decisions[1]!.traded], [2 * (0.9 / 1.4 - 0.5)]);
    near(closings(result), [1, 1.25, 1.4, 1.4]);
  });

  it('is around the wish that the limits leave: a weight of 0.9 under a limit of 0.6 has not drifted at 0.6', () => {
    const flat = years({ A: [0, 0], B: [0, 0] });
    const strategy = fixedMix({ weights: { A: 0.9, B: 0.1 }, schedule: whenDrifted({ band: 0.05 }) });
    const result = backtest(flat, strategy, { rules: { maxWeight: 0.6 } });
    expect(result.decisions.length).toBe(1);
    nearWeights(result.decisions[0]!.weights, { A: 0.6, B: 0.4 });
  });
});

describe('a schedule of changed targets', () => {
  const panel = years({ A: [0.5, 0.5, 0, 0], B: [0, 0, 0, 0] });

  it('lets weights drift while the answer is the same, and trades when it differs', () => {
    const strategy = fromDays(
      ['A', 'B'],
      { '2019-12-31': half, '2021-12-31': { A: 0.2, B: 0.8 } },
      whenTargetChanges(),
    );
    const result = backtest(panel, strategy);
    expect(result.decisions.map(({ decidedOn }) => decidedOn)).toEqual(['2019-12-31', '2021-12-31']);
    // 0.5 × 1.5² = 1.125 beside 0.5.
    nearWeights(result.decisions[1]!.drifted, { A: 1.125 / 1.625, B: 0.5 / 1.625 });
    near(closings(result), [1.25, 1.625, 1.625, 1.625]);
  });

  it('compares with the last answer that traded: there and back are two trades', () => {
    const strategy = fromDays(
      ['A', 'B'],
      { '2019-12-31': { A: 1 }, '2020-12-31': { B: 1 }, '2021-12-31': { A: 1 } },
      whenTargetChanges(),
    );
    const result = backtest(panel, strategy);
    expect(result.decisions.map(({ decidedOn, target }) => [decidedOn, target])).toEqual([
      ['2019-12-31', { A: 1 }],
      ['2020-12-31', { B: 1 }],
      ['2021-12-31', { A: 1 }],
    ]);
  });

  it('asks only on the rows on which it looks', () => {
    const monthlyPanel = months({ A: [0, 0, 0, 0, 0, 0, 0], B: [0, 0, 0, 0, 0, 0, 0] });
    const strategy = fromDays(
      ['A', 'B'],
      { '2019-12-31': { A: 1 }, '2020-02-01': { B: 1 } },
      whenTargetChanges({ check: quarterly() }),
    );
    expect(backtest(monthlyPanel, strategy).decisions.map(({ decidedOn }) => decidedOn)).toEqual([
      '2019-12-31',
      '2020-03-31',
    ]);
  });
});

describe('every so many periods', () => {
  const panel = months({ A: [0, 0, 0, 0, 0, 0, 0, 0] });
  const decided = (offset: number) =>
    backtest(panel, fixedMix({ weights: { A: 1 }, schedule: everyPeriods(3, { offset }) })).decisions.map(
      ({ decidedOn }) => decidedOn.slice(0, 7),
    );

  it('the offset says how many rows after the first decision the rhythm starts', () => {
    expect(decided(0)).toEqual(['2019-12', '2020-03', '2020-06']);
    expect(decided(1)).toEqual(['2019-12', '2020-01', '2020-04', '2020-07']);
    expect(decided(2)).toEqual(['2019-12', '2020-02', '2020-05']);
  });
});
