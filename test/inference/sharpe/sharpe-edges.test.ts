import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { politisWhite } from '../../../src/inference/bootstrap/politis-white.js';
import {
  adjustPValues,
  deflatedSharpeRatio,
  haircutSharpeRatio,
  minimumTrackRecordLength,
  sharpeDifference,
} from '../../../src/inference/index.js';
import { cashWords } from '../../../src/inference/sharpe/cash-words.js';
import { pOfSharpe } from '../../../src/inference/sharpe/haircut-sharpe-ratio.js';
import { ledoitWolf } from '../../../src/inference/sharpe/ledoit-wolf.js';
import { normalQuantile, sharpeRatio } from '../../../src/stats/index.js';
import { series } from '../../stats/support.js';

const months = series('monthly', [0.03, -0.02, 0.04, 0.01, -0.01, 0.05, 0.02, -0.03, 0.02, 0.01, 0.03, 0.04], 'Months');
const years = series('annual', [0.1, -0.1, 0.3], 'Years');

/** Two autocorrelated series that have something in common. */
function pair(n: number, memory: number): readonly [number[], number[]] {
  const random = seededRandom(4);
  let [x, y] = [0, 0];
  const a: number[] = [];
  const b: number[] = [];
  for (let row = 0; row < n; row++) {
    x = memory * x + random.normal();
    y = memory * y + 0.6 * random.normal() + 0.5 * x;
    a.push(x / 100 + 0.004);
    b.push(y / 100 + 0.001);
  }
  return [a, b];
}

describe('the step-up methods', () => {
  it('never leave the smallest p-value above the next one: twice 0.02 gives way to 0.021', () => {
    expect(adjustPValues([0.02, 0.021], 'benjaminiHochberg')).toEqual([0.021, 0.021]);
  });
});

describe('cashWords', () => {
  const excess = { ...years, meta: { ...years.meta, kind: 'excess' as const } };

  it('say what was taken off, of one series or of both, and of what nothing was', () => {
    expect(cashWords([years], months)).toBe('Months was taken off.');
    expect(cashWords([years, years], months)).toBe('Months was taken off both.');
    expect(cashWords([excess, excess], undefined)).toBe(
      'The returns are differences of two returns: no cash was taken off.',
    );
    expect(cashWords([excess, years], undefined)).toBe('Cash earned 0.');
  });
});

describe('the ratio of the series among those of the trials', () => {
  const warnings = (one: typeof months, trialSharpeRatios: readonly number[]): string[] =>
    deflatedSharpeRatio(one, { trialSharpeRatios }).notes.filter((note) => note.startsWith('Warning: the Sharpe'));

  it('is warned about in whole sentences', () => {
    const own = sharpeRatio(months);
    const two = own.toFixed(2);
    expect(warnings(months, [own + 1, own - 1])).toEqual([
      `Warning: the Sharpe ratio of Months, ${two} a year, is not among the trials' ratios: they are of other cash, another window or other units.`,
    ]);
    expect(warnings(months, [own, own + 1])).toEqual([
      `Warning: the Sharpe ratio of Months, ${two} a year, is not the highest of the trials, which is ${(own + 1).toFixed(2)}.`,
    ]);
    const alone = deflatedSharpeRatio(months, { trialSharpeRatios: [own, own - 1] });
    expect(alone.notes).toEqual([
      '2020-01 to 2020-12 (12 months): n = 12, taken as independent.',
      ...alone.assumptions,
    ]);
  });

  it('is the same one up to a billionth of itself where it is large', () => {
    // 50 a month or so, 173 a year: a billionth of it is 1.7e-7.
    const sure = series(
      'monthly',
      Array.from({ length: 60 }, (_, row) => 0.05 + (row % 2 === 0 ? 0.001 : -0.001)),
    );
    const own = sharpeRatio(sure);
    expect(own).toBeGreaterThan(150);
    expect(warnings(sure, [own + 1e-7, own - 1])).toEqual([]);
    expect(warnings(sure, [own + 1e-6, own - 1])).toHaveLength(1);
  });

  it('is not looked for where it is undefined', () => {
    expect(warnings(series('monthly', [0.01, 0.01, 0.01]), [0.5, 0.6])).toEqual([]);
  });
});

describe('haircutSharpeRatio', () => {
  it('of a ratio of 0 leaves 0, and no share of nothing is cut', () => {
    const found = haircutSharpeRatio(series('annual', [0.1, -0.1]), { method: 'bonferroni', trials: 3 });
    expect(Math.abs(found.haircutSharpe)).toBe(0);
    expect(found).toMatchObject({ sharpe: 0, p: 1, adjustedP: 1, haircut: NaN });
  });

  it('cuts a negative ratio towards 0', () => {
    const losing = series('annual', [-0.1, 0.1, -0.3]);
    const [plus, minus] = [years, losing].map((one) => haircutSharpeRatio(one, { method: 'bonferroni', trials: 2 }));
    expect(minus!.haircutSharpe).toBeCloseTo(-plus!.haircutSharpe, 13);
    expect(minus!.haircut).toBeCloseTo(plus!.haircut, 13);
  });

  it('by Šidák needs a number alone: 1 − (1 − p)⁴', () => {
    const { p, adjustedP, trials } = haircutSharpeRatio(months, { method: 'sidak', trials: 4 });
    expect(trials).toBe(4);
    expect(adjustedP).toBeCloseTo(1 - (1 - p) ** 4, 13);
    // Monthly: S/√12 over 12 months.
    expect(p).toBeCloseTo(pOfSharpe(sharpeRatio(months) / Math.sqrt(12), 12), 14);
  });

  it('counts the others and itself, with or without the number that says so', () => {
    const otherSharpeRatios = [0.1, 0.2];
    expect(haircutSharpeRatio(months, { method: 'holm', otherSharpeRatios }).trials).toBe(3);
    expect(haircutSharpeRatio(months, { method: 'holm', trials: 3, otherSharpeRatios }).trials).toBe(3);
    expect(haircutSharpeRatio(months, { method: 'holm', otherSharpeRatios: [] }).trials).toBe(1);
  });
});

describe('minimumTrackRecordLength', () => {
  it('takes the threshold per year and gives periods and years of them', () => {
    const quarters = series('quarterly', [0.1, -0.1, 0.3], 'Quarters');
    // Per quarter S = ½ and S* = 0.4/2: 1 + 1.03125 (z/0.3)².
    const { periods, years: long } = minimumTrackRecordLength(quarters, { threshold: 0.4 });
    expect(periods).toBeCloseTo(1 + 1.03125 * (normalQuantile(0.95) / 0.3) ** 2, 9);
    expect(long).toBeCloseTo(periods / 4, 12);
  });

  it('says that a record is long enough', () => {
    expect(minimumTrackRecordLength(months, { level: 0.5 }).longEnough).toBe(true);
  });
});

describe('sharpeDifference', () => {
  it('has both ratios per year', () => {
    const [x, y] = pair(40, 0);
    const [a, b] = [series('monthly', x, 'A'), series('monthly', y, 'B')];
    const found = sharpeDifference(a, b);
    expect(found.sharpeA).toBeCloseTo(sharpeRatio(a), 12);
    expect(found.sharpeB).toBeCloseTo(sharpeRatio(b), 12);
  });

  it('looks for correlated neighbours in the differences, not in the sums', () => {
    const wave = (row: number): number => (row % 20 < 10 ? 0.02 : -0.01);
    const noise = (row: number): number => ((row * 7) % 11) / 1000;
    const of = (sign: number): string => {
      const rows = Array.from({ length: 100 }, (_, row) => row);
      const a = rows.map((row) => wave(row) + noise(row));
      const b = rows.map((row) => sign * wave(row));
      return sharpeDifference(series('monthly', a), series('monthly', b, 'B')).notes.join(' ');
    };
    // The wave is in both and falls out; with its sign turned it is there twice.
    expect(of(1)).not.toMatch(/neighbouring differences of the returns are correlated \(0/);
    expect(of(-1)).toMatch(/neighbouring differences of the returns are correlated \(0\.[789]/);
  });

  it('of multiples of one series is 0 with no error, whatever the factor, and draws nothing', () => {
    const [x] = pair(30, 0);
    for (const factor of [0.1, 0.3, 0.7, 1.1, 2.3]) {
      const b = series(
        'monthly',
        x.map((value) => factor * value),
        'B',
      );
      const found = sharpeDifference(series('monthly', x), b, { method: 'ledoitWolf', replications: 100 });
      expect(found).toMatchObject({ blockLength: null, replications: null, seed: null, independent: 30 });
      expect(found.difference).toMatchObject({ standardError: 0, t: NaN, p: NaN, low: NaN, high: NaN });
      expect(found.assumptions[1]).toContain('jointly normal');
    }
  });

  it('by the bootstrap has the error of the drawn ratios times √((n − 1)/n), and an interval of that width', () => {
    const [x, y] = pair(60, 0.3);
    const [a, b] = [series('annual', x, 'A'), series('annual', y, 'B')];
    const rule = { blockLength: 3, replications: 200, seed: 7 };
    const drawn = ledoitWolf(x, y, { ...rule, level: 0.9 });
    const { difference } = sharpeDifference(a, b, { method: 'ledoitWolf', ...rule, level: 0.9 });
    const error = drawn.standardError * Math.sqrt(59 / 60);
    expect(difference.standardError).toBeCloseTo(error, 14);
    expect(difference.estimate).toBeCloseTo(drawn.difference * Math.sqrt(59 / 60), 12);
    expect(difference.t).toBeCloseTo(difference.estimate / error, 12);
    expect(difference.low).toBeCloseTo(difference.estimate - drawn.width * error, 13);
    expect(difference.high).toBeCloseTo(difference.estimate + drawn.width * error, 13);
    expect(difference.p).toBe(drawn.p);
  });

  it('draws 4,999 times from seed 1 where nothing else is said', () => {
    const [x, y] = pair(20, 0);
    const found = sharpeDifference(series('annual', x), series('annual', y, 'B'), { method: 'ledoitWolf' });
    expect(found).toMatchObject({ replications: 4999, seed: 1, level: 0.95 });
  });
});

describe('the block length that is found', () => {
  /** z − S (z² − 1)/2 of one less that of the other, z the distance from the mean in deviations with divisor n. */
  const influence = (x: readonly number[], y: readonly number[]): Float64Array => {
    const of = (values: readonly number[]): number[] => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
      return values.map((value) => {
        const z = (value - mean) / deviation;
        return z - ((mean / deviation) * (z * z - 1)) / 2;
      });
    };
    const [ofX, ofY] = [of(x), of(y)];
    return Float64Array.from(ofX, (value, row) => value - ofY[row]!);
  };
  const found = (x: readonly number[], y: readonly number[]): readonly [number, number] => {
    const rule = { blockLength: undefined, replications: 1, seed: 1, level: 0.95 };
    return [ledoitWolf(x, y, rule).blockLength, politisWhite(influence(x, y)).circular];
  };

  it('is that of Politis and White in whole rows', () => {
    const [length, rule] = found(...pair(200, 0.6));
    expect(rule).toBeGreaterThan(1.5);
    expect(rule).toBeLessThan(40);
    expect(length).toBe(Math.round(rule));
  });
});
