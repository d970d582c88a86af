import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frenchSize, usPolicyRate } from '../../../src/data/index.js';
import { eventStudy } from '../../../src/inference/index.js';
import { firstCuts } from '../../../src/signals/index.js';
import { root } from '../../support/source-files.js';
import { series } from '../../stats/support.js';

const size = frenchSize();
const small = size.returns('Lo 30');
const big = size.returns('Hi 30');
const cuts = firstCuts(usPolicyRate());

// Authority: NumPy 2.4 and SciPy 1.17 on French's published monthly table (size portfolios, release of 2026-02), with the nine first cuts and the days
// on which they were known (before 1994-02 a week after the decision) written out; bootstrap and t by itertools and scipy.stats.
describe('small less big after the nine first cuts', () => {
  const study = eventStudy(small, cuts, { benchmark: big, months: [6, 12, 24], seed: 1 });
  const [half, year, two] = study.horizons;

  it('has the buy-and-hold abnormal returns of each event', () => {
    const twelve = [
      -0.0472462056738252, 0.0003525619456528073, -0.14252252295867862, -0.05988222632371376, -0.0245162500560272,
      0.25616763913056584, 0.013448413900100209, -0.19590241785518203, -0.05564808454627612,
    ];
    year!.values.forEach((value, event) => {
      expect(value).toBeCloseTo(twelve[event]!, 12);
    });
    expect(year!.events[3]).toMatchObject({
      date: '1995-07-06',
      from: '1995-07-31',
      to: '1996-07-31',
      overlaps: false,
    });
    expect(half!.values[5]).toBeCloseTo(0.18213542482111256, 12);
    expect(two!.values[5]).toBeCloseTo(0.2643955028298911, 12);
  });

  it('has their mean, median, t, interval and resampled interval', () => {
    expect(year).toMatchObject({ n: 9, independent: 9, hits: 3, losses: 6, ties: 0, degreesOfFreedom: 8 });
    expect(year!.mean).toBeCloseTo(-0.02841656582637601, 12);
    expect(year!.median).toBeCloseTo(-0.0472462056738252, 12);
    expect(year!.t).toBeCloseTo(-0.6772955885293204, 11);
    expect(year!.pValue).toBeCloseTo(0.5173217605613704, 11);
    expect(year!.interval.low).toBeCloseTo(-0.12516711228455318, 11);
    expect(year!.interval.high).toBeCloseTo(0.06833398063180116, 11);
    expect(year!.bootstrap).toMatchObject({ exact: true, resamples: 24310 });
    expect(year!.bootstrap.low).toBeCloseTo(-0.09801427246254749, 12);
    expect(year!.bootstrap.high).toBeCloseTo(0.05616168672619675, 12);
    expect(half!.t).toBeCloseTo(-1.1907011470453943, 11);
    expect(two!.pValue).toBeCloseTo(0.5020397284305719, 11);
    expect(two!.bootstrap.high).toBeCloseTo(0.08673940946577002, 12);
  });

  it('stands beside all windows of the length', () => {
    expect(year!.baseRate).toMatchObject({ windows: 1185, hits: 599, independent: 99 });
    expect(year!.baseRate.mean).toBeCloseTo(0.043441849715308414, 12);
    expect(year!.baseRate.median).toBeCloseTo(0.0005872058183822304, 12);
    expect(half!.baseRate).toMatchObject({ windows: 1191, hits: 587 });
    expect(two!.baseRate).toMatchObject({ windows: 1173, hits: 600 });
  });

  // 200,000 calendars drawn by NumPy; four standard errors of a share of 10,000 are at most 0.02.
  it.each([
    [0, 0.94744, 0.979795],
    [1, 0.852215, 0.93107],
    [2, 0.8736, 0.679685],
  ])('has the rank among placebo calendars that another generator finds (%d)', (index, mean, share) => {
    const { placebo } = study.horizons[index]!;
    expect(placebo.calendars).toBe(10_000);
    expect(Math.abs(placebo.meanPValue - mean)).toBeLessThan(0.02);
    expect(Math.abs(placebo.sharePValue - share)).toBeLessThan(0.02);
  });

  it('lists the window that the data do not reach, marks the two that overlap, and infers nothing from nine events', () => {
    expect(two).toMatchObject({ n: 8, independent: 7 });
    expect(two!.excluded).toEqual([{ date: '2024-09-18', knownOn: '2024-09-18', why: 'truncated' }]);
    expect(two!.events.filter(({ overlaps }) => overlaps).map(({ date }) => date)).toEqual([
      '1987-11-04',
      '1989-06-06',
    ]);
    expect(String(study)).toContain('truncated');
    expect(String(study)).toContain('-17.03 %*');
    expect(study.notes[0]).toBe(
      'n = 9 (6 months), 9 (12 months), 8 (24 months; 7 of them without a row in common): no inference. So few events describe themselves and prove nothing, whatever t and p say.',
    );
  });

  it('has three measures that are three numbers', () => {
    const of = (measure: 'cumulative' | 'relativeWealth'): number[] => [
      ...eventStudy(small, cuts, { benchmark: big, months: 12, measure, seed: 1, draws: 10 }).horizons[0]!.values,
    ];
    expect(of('cumulative')[5]).toBeCloseTo(0.2758, 12);
    expect(of('cumulative')[0]).toBeCloseTo(-0.0363, 12);
    expect(of('relativeWealth')[5]).toBeCloseTo(0.3075260268138533, 12);
  });

  it('has an average path from 0 to the mean, with the band of the interval, beside that of all windows', () => {
    const { path } = year!;
    expect(path).toHaveLength(13);
    expect(path[0]).toEqual({ period: 0, mean: 0, low: 0, high: 0, base: 0 });
    expect(path[12]!.mean).toBeCloseTo(year!.mean, 13);
    expect(path[12]!.low).toBeCloseTo(year!.interval.low, 13);
    expect(path[12]!.base).toBeCloseTo(year!.baseRate.mean, 13);
    expect(path[6]!.mean).toBeCloseTo(half!.mean, 13);
  });

  it('is the same for the same seed, frozen all the way down, and goes through JSON', () => {
    const again = eventStudy(small, cuts, { benchmark: big, months: [6, 12, 24], seed: 1 });
    expect(JSON.stringify(again)).toBe(JSON.stringify(study));
    expect(Object.isFrozen(study.horizons[0]!.events[0])).toBe(true);
    expect((JSON.parse(JSON.stringify(study)) as { horizons: unknown[] }).horizons).toHaveLength(3);
    expect(study.usesHindsight).toBe(false);
    const other = eventStudy(small, cuts, { benchmark: big, months: 12, seed: 2 }).horizons[0]!;
    expect(other.values).toEqual(year!.values);
    expect(other.placebo.meanPValue).not.toBe(year!.placebo.meanPValue);
  });

  const table = `${root}../shared/data/size_sorts_vw_v202602.csv`;
  it.skipIf(!existsSync(table))("agrees with a plain loop over the publisher's own table", () => {
    const [header, ...lines] = readFileSync(table, 'utf8').trim().split('\n');
    const [lo, hi] = ['Lo 30', 'Hi 30'].map((name) => header!.split(',').indexOf(name));
    const rows = lines.map((line) => line.split(','));
    const grown = (month: string, column: number): number => {
      const first = rows.findIndex(([at]) => at === month) + 1;
      return rows.slice(first, first + 12).reduce((product, row) => product * (1 + Number(row[column]) / 100), 1);
    };
    year!.events.forEach(({ knownOn, value }) => {
      const month = knownOn.slice(0, 7).replace('-', '');
      expect(value).toBeCloseTo(grown(month, lo!) - grown(month, hi!), 12);
    });
  });
});

describe('the figures of an event study', () => {
  it('are no inference where the windows are few that share no row, however many events there are', () => {
    const values = Array.from({ length: 60 }, (_, row) => ((row * 7) % 11) / 100 - 0.02);
    const zero = series(
      'monthly',
      values.map(() => 0),
      'B',
    );
    const days = Array.from({ length: 12 }, (_, month) => `2020-${String(month + 1).padStart(2, '0')}-10`);
    const study = eventStudy(series('monthly', values), days, { benchmark: zero, months: 12, draws: 100 });
    // Windows from February 2020 to January 2021, …, January 2021 to December 2021: one and no more is apart from the first.
    expect(study.horizons[0]).toMatchObject({ n: 12, independent: 1 });
    expect(study.notes[0]).toContain('n = 12 (12 months; 1 of them without a row in common): no inference');
    expect(study.notes.join(' ')).toContain('Clopper–Pearson are not valid here; only the placebo stands');
  });

  it('show events of one day in rows of their own, and say that they are one to the returns', () => {
    const values = Array.from({ length: 24 }, (_, row) => (row + 1) / 100);
    const zero = series(
      'monthly',
      values.map(() => 0),
      'B',
    );
    const events = [
      { date: '2020-02-01', knownOn: '2020-02-20' },
      { date: '2020-02-01', knownOn: '2020-05-20' },
      { date: '2020-08-03', knownOn: '2020-08-03' },
      { date: '2020-08-03', knownOn: '2020-08-03' },
      { date: '2021-10-01', knownOn: '2021-10-01' },
    ] as const;
    const study = eventStudy(series('monthly', values), events, { benchmark: zero, months: [1, 3], draws: 100 });
    const shown = String(study)
      .split('\n')
      .filter((line) => line.startsWith('202'));
    // Months after February, May, August 2020 and October 2021: 3 %, 6 %, 9 % and 23 %; three months: 1.03 × 1.04 × 1.05 = 1.12476, 1.06 × 1.07 × 1.08 = 1.22494, 1.09 × 1.10 × 1.11 = 1.33089.
    expect(shown.map((line) => line.split(/ {2,}/))).toEqual([
      ['2020-02-01', '3.00 %', '12.48 %'],
      ['2020-02-01', '6.00 %', '22.49 %'],
      ['2020-08-03', '9.00 %*', '33.09 %*'],
      ['2020-08-03', '9.00 %*', '33.09 %*'],
      ['2021-10-01', '23.00 %', 'truncated'],
    ]);
    expect(study.notes.join(' ')).toContain('several events became known on 2020-08-03');
  });

  it('that are all equal have no t and no interval: nothing is known of how far their mean may be from the true one', () => {
    const study = eventStudy(series('monthly', new Array<number>(24).fill(0.01)), ['2020-03-10', '2020-09-10'], {
      benchmark: series('monthly', new Array<number>(24).fill(0), 'B'),
      months: 2,
      measure: 'cumulative',
      draws: 100,
    });
    const none = { low: NaN, high: NaN };
    expect(study.horizons[0]).toMatchObject({ t: NaN, pValue: NaN, interval: none, bootstrap: none });
    expect(study.horizons[0]!.mean).toBeCloseTo(0.02, 14);
  });

  it('do not change when the benchmark is the series itself: every event is a tie', () => {
    const found = eventStudy(small, cuts, { benchmark: small, months: 12, seed: 1, draws: 100 }).horizons[0]!;
    expect(found).toMatchObject({ hits: 0, ties: 9, losses: 0, mean: 0, t: NaN, pValue: NaN });
    expect(String(eventStudy(small, cuts, { benchmark: small, months: 12, draws: 10 }))).toContain('0 of 9, 9 level');
    expect(found.baseRate.share).toBe(0);
    expect(found.placebo.meanPValue).toBe(1);
  });

  it('of two events have all resamples: the mean of two numbers has four, three of them different', () => {
    const a = series('monthly', [0, 0.1, 0, 0.3, 0]);
    const b = series('monthly', [0, 0, 0, 0, 0], 'B');
    const found = eventStudy(a, ['2020-01-15', '2020-03-15'], { benchmark: b, months: 1, seed: 1, level: 0.5 });
    const [one] = found.horizons;
    expect(one!.values[0]).toBeCloseTo(0.1, 14);
    expect(one!.values[1]).toBeCloseTo(0.3, 14);
    // Probabilities ¼, ½, ¼ of 0.1, 0.2, 0.3: the quarter is reached at 0.1, three quarters at 0.2.
    expect(one!.bootstrap).toMatchObject({ exact: true, resamples: 3 });
    expect(one!.bootstrap.low).toBeCloseTo(0.1, 14);
    expect(one!.bootstrap.high).toBeCloseTo(0.2, 14);
    expect(one!.t).toBeCloseTo(0.2 / 0.1, 12);
    expect(one!.median).toBeCloseTo(0.2, 14);
  });

  it('of more than ten events are resampled from the seed, and there is inference', () => {
    const values = Array.from({ length: 60 }, (_, row) => ((row * 7) % 11) / 100 - 0.04);
    const days = Array.from({ length: 12 }, (_, k) => `202${Math.floor(k / 3)}-0${1 + (k % 3) * 3}-15`);
    const study = eventStudy(series('monthly', values), days, {
      benchmark: series(
        'monthly',
        values.map(() => 0),
        'B',
      ),
      months: 2,
      seed: 4,
      draws: 2000,
    });
    const [one] = study.horizons;
    expect(one).toMatchObject({ n: 12, independent: 12, bootstrap: { exact: false, resamples: 2000 } });
    expect(study.notes[0]).toBe('n = 12 (2 months).');
    expect(one!.bootstrap.low).toBeLessThan(one!.mean);
    expect(one!.bootstrap.high).toBeGreaterThan(one!.mean);
    // The percentile interval of a mean of twelve is a little narrower than Student's, by about z/t × √(11/12).
    const width = (ends: { low: number; high: number }): number => ends.high - ends.low;
    expect(width(one!.bootstrap) / width(one!.interval)).toBeCloseTo((1.96 / 2.201) * Math.sqrt(11 / 12), 1);
  });

  it('give every event of a shifted calendar the shifted windows, so that placebos average what all windows do', () => {
    const returns = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 12, maxLength: 30 });
    fc.assert(
      fc.property(returns, fc.integer({ min: 1, max: 5 }), (raw, months) => {
        const a = series(
          'monthly',
          raw.map((value) => value / 100),
        );
        const b = series(
          'monthly',
          raw.map(() => 0),
          'B',
        );
        const events = ['2020-01-20', '2020-03-20', '2020-04-20'];
        const [one] = eventStudy(a, events, {
          benchmark: b,
          months,
          measure: 'cumulative',
          seed: 1,
          draws: 1500,
        }).horizons;
        const sums = Array.from({ length: raw.length - months + 1 }, (_, first) =>
          raw.slice(first, first + months).reduce((sum, value) => sum + value / 100, 0),
        );
        expect(one!.baseRate.windows).toBe(sums.length);
        expect(one!.baseRate.mean).toBeCloseTo(sums.reduce((sum, value) => sum + value, 0) / sums.length, 12);
        expect(one!.values[0]).toBeCloseTo(sums[1]!, 12);
        expect(one!.placebo.quantiles.p05).toBeLessThanOrEqual(one!.baseRate.mean + 0.02);
        expect(one!.placebo.quantiles.p95).toBeGreaterThanOrEqual(one!.baseRate.mean - 0.02);
      }),
      { numRuns: 30 },
    );
  });

  it('of noise have placebo p-values that are spread evenly: 200 seeded calendars, a tenth of them under 0.1', () => {
    let low = 0;
    const benchmark = series('monthly', new Array<number>(240).fill(0), 'B');
    for (let seed = 0; seed < 200; seed++) {
      // Uncorrelated by construction: a multiplicative generator on 2¹⁶ + 1 (75ᵏ), started anew for every seed.
      let state = 1 + 317 * seed;
      const values = Array.from({ length: 240 }, () => ((state = (state * 75) % 65537) / 65537 - 0.5) / 10);
      const events = ['2021-03-10', '2023-07-10', '2026-01-10', '2030-05-10', '2036-11-10'];
      const [one] = eventStudy(series('monthly', values), events, {
        benchmark,
        months: 6,
        measure: 'cumulative',
        seed,
        draws: 199,
      }).horizons;
      if (one!.placebo.meanPValue <= 0.1) low++;
    }
    // Binomial: 20 ± 3 standard deviations of 4.2.
    expect(low).toBeGreaterThan(7);
    expect(low).toBeLessThan(33);
  });
});
