import { arithmeticMean, bootstrap, type BootstrapExecutor, cagr, maxDrawdown, totalReturn } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../src/core/index.js';
import { makeReplicator, optimalBlockLength } from '../../../src/inference/index.js';
import { makeReturnSeries, type ReturnSeries } from '../../../src/panel/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';
import { autoregression } from './autoregression.js';

const persistent = (count: number, name = 'A', phi = 0.8) =>
  series(
    'monthly',
    autoregression(phi, count, seededRandom(7)).map((value) => value / 100),
    name,
  );
const alternating = (count: number) =>
  series(
    'monthly',
    Array.from({ length: count }, (_, row) => (row % 2 === 0 ? 0.02 : -0.01)),
  );
const small = { blockLength: 2, replications: 100 };

/** Works out everything in one piece, and notes how often it is asked. */
const counting = () => {
  const asked: number[] = [];
  const on: BootstrapExecutor = {
    replicate: (job, replications, done) => {
      asked.push(replications);
      done(0, makeReplicator(job)(0, replications));
      job.returns.fill(9);
      return Promise.resolve();
    },
  };
  return { on, asked };
};

describe('bootstrap: blocks', () => {
  it('are as long as the rule gives for the series or for one that is drawn with it, whichever is longer', () => {
    const long = optimalBlockLength(persistent(120)).stationary;
    const independent = (name: string) => persistent(120, name, 0);
    expect(long).toBeGreaterThan(2);
    expect(optimalBlockLength(independent('A')).stationary).toBeLessThan(long);
    const lengthOf = (data: ReturnSeries, others: Record<string, ReturnSeries>) =>
      bootstrap(data, { cagr }, { others, replications: 100 }).blockLength;
    expect(lengthOf(persistent(120), {})).toBe(long);
    expect(lengthOf(persistent(120), { other: independent('B') })).toBe(long);
    expect(lengthOf(independent('A'), { other: persistent(120, 'B') })).toBe(long);
  });

  it.each([
    [10, 4, [10, 6]],
    [10, 10, [10, 5]],
    [10, 2.6, [10, 7]],
    [10, 1, [10, 9]],
    [1, 1, [1, 0]],
  ])(
    'that are left out for the acceleration have the block length in rows, half of them at most: %d rows, length %d',
    (count, blockLength, expected) => {
      const lengths = new Set<number>();
      const size = (sample: ReturnSeries): number => lengths.add(sample.values.length).size;
      bootstrap(alternating(count), { size }, { blockLength, replications: 100 });
      expect([...lengths].sort((a, b) => b - a)).toEqual(expected);
    },
  );
});

describe('bootstrap: statistics of both kinds', () => {
  it('stay under their names, in whatever order they are asked for', () => {
    const data = persistent(24);
    const worst = (sample: ReturnSeries): number => Math.min(...sample.values);
    const best = (sample: ReturnSeries): number => Math.max(...sample.values);
    const mixed = bootstrap(data, { worst, cagr, best, totalReturn }, small);
    const alone = [bootstrap(data, { worst, best }, small), bootstrap(data, { cagr, totalReturn }, small)] as const;
    for (const name of ['worst', 'best'] as const) {
      expect(mixed.values(name)).toEqual(alone[0].values(name));
      expect(mixed.statistics[name]).toEqual(alone[0].statistics[name]);
    }
    for (const name of ['cagr', 'totalReturn'] as const) {
      expect(mixed.values(name)).toEqual(alone[1].values(name));
      expect(mixed.statistics[name]).toEqual(alone[1].statistics[name]);
    }
  });

  it('without a value in some replications say in how many', () => {
    const sometimes = (sample: ReturnSeries): number => (sample.values[0]! > 0 ? 1 : NaN);
    const drawn = bootstrap(alternating(20), { sometimes }, { blockLength: 1, replications: 1000 });
    const missing = drawn.values('sometimes').filter((value) => Number.isNaN(value)).length;
    // Half of the rows are positive; standard error of 1,000 draws √250 = 15.8.
    expect(Math.abs(missing - 500)).toBeLessThan(79);
    expect(drawn.statistics.sometimes.undefinedReplications).toBe(missing);
    expect(bootstrap(alternating(20), { cagr }, small).statistics.cagr.undefinedReplications).toBe(0);
  });
});

describe('bootstrap elsewhere', () => {
  it('is a promise, asks once for all, also where a row lost everything, and gives a copy of the returns', async () => {
    const { on, asked } = counting();
    const data = series('monthly', [0.1, -1, 0.2, 0.3]);
    const there = bootstrap(data, { totalReturn, maxDrawdown }, { ...small, on });
    expect(there).toBeInstanceOf(Promise);
    expect(String(await there)).toBe(String(bootstrap(data, { totalReturn, maxDrawdown }, small)));
    expect(asked).toEqual([100]);
    expect([...data.values]).toEqual([0.1, -1, 0.2, 0.3]);
  });

  it('runs here, as a promise all the same, where a row lost more than everything', async () => {
    const { on, asked } = counting();
    const { calendar } = alternating(4);
    const data = makeReturnSeries('A', calendar, Float64Array.of(0.5, -1.2, 0.1, 0.2));
    const there = bootstrap(data, { totalReturn }, { ...small, on });
    expect(there).toBeInstanceOf(Promise);
    expect(String(await there)).toBe(String(bootstrap(data, { totalReturn }, small)));
    expect(asked).toEqual([]);
  });
});

describe('bootstrap: what it says of the data', () => {
  const hindsight = 'Warning: uses hindsight: nobody could have earned these returns at the time.';
  const withMeta = (meta: object, name: string): ReturnSeries => {
    const { calendar, values } = alternating(24);
    return makeReturnSeries(name, calendar, values.slice(), { kind: 'total', net: false, ...meta });
  };

  it.each([
    [{}, {}, false],
    [{ usesHindsight: false }, { usesHindsight: false }, false],
    [{ usesHindsight: true }, {}, true],
    [{}, { usesHindsight: true }, true],
  ])('warns of hindsight in the series or in one drawn with it: %o, %o', (own, other, warned) => {
    const { notes } = bootstrap(withMeta(own, 'A'), { cagr }, { ...small, others: { other: withMeta(other, 'B') } });
    expect(notes.includes(hindsight)).toBe(warned);
  });

  it('warns of a last period that is only partly there, by its date', () => {
    const { notes } = bootstrap(withMeta({ endsOn: '2021-12-10' }, 'A'), { cagr }, small);
    expect(notes).toContain('Warning: 2021-12-31 covers only part of a period, and is drawn like the others.');
    expect(bootstrap(withMeta({}, 'A'), { cagr }, small).notes.join(' ')).not.toContain('part of a period');
  });

  it('refuses to answer for a statistic that it has not, naming those it has', () => {
    const drawn = bootstrap(alternating(24), { arithmeticMean, cagr }, small);
    const error = expectInputError('option.unknown', [], () => drawn.values('cagrs' as 'cagr'));
    expect(error.message).toMatch(/^bootstrap: there is no statistic "cagrs"\. .*cagr/);
    expect(error.details).toEqual({ where: 'bootstrap', statistic: 'cagrs', known: ['arithmeticMean', 'cagr'] });
    expect(expectInputError('series.invalid', [], () => bootstrap(3 as never, { cagr })).message).toMatch(
      /^bootstrap: the series must be/,
    );
  });
});
