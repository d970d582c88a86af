import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollingWindows } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { dailyUntil, hasReference, reference, series } from './support.js';

describe('rollingWindows', () => {
  it('counts the windows that end on every row, and those apart', () => {
    // A: 1.5, 1.0, 1.1 over two years; B: 1.21 each.
    const a = series('annual', [0.5, 0, 0, 0.1]);
    const b = series('annual', [0.1, 0.1, 0.1, 0.1], 'B');
    const found = rollingWindows(a, b, { years: 2 });
    expect(found).toMatchObject({ windows: 3, separateWindows: 2, wins: 1, ties: 0, losses: 2, leftOut: 0 });
    expect(found).toMatchObject({ length: '2 years', from: '2019-12-31', to: '2023-12-31' });
    expect(found.share).toBeCloseTo(1 / 3, 14);
    expect(found.highestRelativeGain).toBeCloseTo(1.5 / 1.21 - 1, 14);
    expect(found.medianRelativeGain).toBeCloseTo(1.1 / 1.21 - 1, 14);
    expect(found.lowestRelativeGain).toBeCloseTo(1 / 1.21 - 1, 14);
  });

  it('counts 241 ten-year windows of thirty years of months, of which three are apart', () => {
    const months = series('monthly', new Array<number>(360).fill(0.01));
    const found = rollingWindows(months, series('monthly', new Array<number>(360).fill(0.009), 'B'), { years: 10 });
    expect(found).toMatchObject({ windows: 241, separateWindows: 3, wins: 241, share: 1 });
    expect(found.notes[1]).toBe('Windows overlap: only 3 of 241 have no row in common.');
    expect(String(found)).toMatch(/Share won\s+100\.00 %/);
    expect(Object.isFrozen(found)).toBe(true);
  });

  it('looks at the time that both live in, and leaves out windows with a hole and counts them', () => {
    const a = series('annual', [0.1, 0.1, NaN, 0.1, 0.1, 0.2]);
    const b = series('annual', [NaN, 0.1, 0.1, 0.1, 0.1, 0.1], 'B');
    const found = rollingWindows(a, b, { periods: 2 });
    expect(found).toMatchObject({ windows: 2, leftOut: 2, wins: 1, ties: 1, from: '2022-12-31' });
    expect(found.notes.some((note) => note.startsWith('Warning: 2 windows are left out'))).toBe(true);
    expect(rollingWindows(a, b, { years: 5 })).toMatchObject({ windows: 0, share: NaN, from: null, to: null });
    expect(rollingWindows(a, b, { years: 9 }).medianRelativeGain).toBeNaN();
  });

  it('takes dates for years on days', () => {
    const a = dailyUntil('2021-12-31', '2023-01-06', 0.1);
    const b = dailyUntil('2021-12-31', '2023-01-06', 0);
    const found = rollingWindows(a, b, { years: 1 });
    expect(found).toMatchObject({ wins: 1, separateWindows: 1, losses: 0 });
    expect(found.windows).toBe(found.ties + 1);
  });

  it('against itself has ties alone; the other way round wins are losses; all agree with a plain loop', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -40, max: 40 })), {
      minLength: 1,
      maxLength: 24,
    });
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 8 }), (both, periods) => {
        const [x, y] = [both.map(([value]) => value / 100), both.map(([, value]) => value / 100)];
        const [a, b] = [series('monthly', x), series('monthly', y, 'B')];
        const windows = Math.max(0, x.length - periods + 1);
        expect(rollingWindows(a, a, { periods })).toMatchObject({ windows, ties: windows, wins: 0, losses: 0 });
        const [there, back] = [rollingWindows(a, b, { periods }), rollingWindows(b, a, { periods })];
        expect([there.wins, there.ties, there.losses]).toEqual([back.losses, back.ties, back.wins]);
        const grown = (values: number[], from: number): number =>
          values.slice(from, from + periods).reduce((product, value) => product * (1 + value), 1);
        const wins = Array.from({ length: windows }, (_, from) => grown(x, from) / grown(y, from) > 1 + 1e-12);
        expect(there.wins).toBe(wins.filter(Boolean).length);
        expect(there.separateWindows).toBe(Math.floor(x.length / periods));
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a missing length, other frequencies and what is no series', () => {
    const a = series('monthly', [0.1]);
    expectInputError('option.missing', ['rollingWindows'], () => rollingWindows(a, a, {}));
    expectInputError('calendar.mismatch', ['rollingWindows'], () =>
      rollingWindows(a, series('annual', [0.1]), { years: 1 }),
    );
    expectInputError('series.invalid', ['rollingWindows', 'the benchmark'], () =>
      rollingWindows(a, undefined as never, { years: 1 }),
    );
  });

  it.skipIf(!hasReference).each([
    [1, 1165, 598, 98, 0.0028963267972244022],
    [5, 1117, 576, 19, 0.015429234978881823],
    [10, 1057, 727, 9, 0.18840860952276706],
    [20, 937, 802, 4, 0.592495544867375],
  ])('of small against big US stocks over %d years is what numpy counts', (years, windows, wins, separate, median) => {
    const [small, big] = [
      reference('french_size_vw_192607_202406.csv', 'Lo30'),
      reference('french_size_vw_192607_202406.csv', 'Hi30'),
    ];
    const found = rollingWindows(small, big, { years });
    expect(found).toMatchObject({ windows, wins, separateWindows: separate });
    expect(found.medianRelativeGain).toBeCloseTo(median, 12);
  });
});
