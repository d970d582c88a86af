import { addField, addIndicator, fromReturns, type AnyPanel } from 'backtilt';
import { randomPanel, scrambleFuture } from 'backtilt/testing';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const panel = addIndicator(
  addField(
    fromReturns({
      frequency: 'monthly',
      dates: ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05'],
      returns: { A: [0.01, 0.02, 0.03, 0.04, 0.05], B: [null, 0.02, null, 0.04, null] },
    }),
    'size',
    { A: [{ knownOn: '2019-12-31', value: 5 }], B: [{ knownOn: '2020-03-10', value: 7 }] },
  ),
  'rate',
  [{ knownOn: '2020-02-10', value: 0.05 }],
);

describe('another future', () => {
  it.each([-1, 0, 1, 2, 3, 4])('after row %d no figure is as it was, and up to it everything is', (cut) => {
    const [before, after] = [panel.toJSON(), (scrambleFuture(panel, cut, 1) as AnyPanel).toJSON()];
    const pairs = [
      [before.returns['A']!, after.returns['A']!, cut + 1],
      [before.returns['B']!, after.returns['B']!, cut + 1],
      [before.fields['size']!['A']!, after.fields['size']!['A']!, cut + 2],
      [before.fields['size']!['B']!, after.fields['size']!['B']!, cut + 2],
      [before.indicators['rate']!, after.indicators['rate']!, cut + 2],
    ] as const;
    pairs.forEach(([old, made, kept]) => {
      expect(made.slice(0, kept)).toEqual(old.slice(0, kept));
      for (let at = kept; at < old.length; at++) {
        if (old[at] !== null) expect(made[at]).not.toBe(old[at]);
      }
    });
    expect(after.calendar).toEqual(before.calendar);
  });

  it('the row after the cut has the same assets, and one that ended on the cut; later ones vary', () => {
    const alive = (cut: number, seed: number): boolean[] =>
      Array.from((scrambleFuture(panel, cut, seed) as AnyPanel).returns('B').values, (value) => !Number.isNaN(value));
    const seeds = Array.from({ length: 40 }, (_, seed) => seed);
    // B has returns in rows 1 and 3 and pauses in row 2.
    for (const seed of seeds) {
      expect(alive(0, seed).slice(0, 2)).toEqual([false, true]);
      expect(alive(1, seed).slice(0, 4)).toEqual([false, true, false, true]);
      expect(alive(2, seed)).toEqual([false, true, false, true, true]);
      expect(alive(3, seed)).toEqual([false, true, false, true, true]);
    }
    expect(new Set(seeds.map((seed) => alive(0, seed).join())).size).toBeGreaterThan(3);
  });

  it('follows from its seed, and leaves the panel as it was', () => {
    const before = JSON.stringify(panel);
    const one = JSON.stringify(scrambleFuture(panel, 1, 1));
    expect(JSON.stringify(scrambleFuture(panel, 1, 1))).toBe(one);
    expect(JSON.stringify(scrambleFuture(panel, 1, 2))).not.toBe(one);
    expect(JSON.stringify(panel)).toBe(before);
  });

  it('refuses rows that the panel does not have', () => {
    expectInputError('option.range', ['scrambleFuture', 'cut', '5', 'from -1 to 4'], () => scrambleFuture(panel, 5, 1));
    expectInputError('option.range', ['cut', '-2'], () => scrambleFuture(panel, -2, 1));
    expectInputError('option.type', ['seed', 'NaN'], () => scrambleFuture(panel, 1, NaN));
    expectInputError('panel.invalid', ['scrambleFuture'], () => scrambleFuture({} as typeof panel, 1, 1));
  });
});

describe('a random panel', () => {
  it('follows from its seed, column by column: more assets or rows do not change the first ones', () => {
    const small = randomPanel({ assets: ['A', 'B'], rows: 24, seed: 7 });
    const large = randomPanel({ assets: ['A', 'B', 'C'], rows: 36, seed: 7 });
    expect(Array.from(large.returns('B').values.slice(0, 24))).toEqual(Array.from(small.returns('B').values));
    expect(Array.from(randomPanel({ assets: ['A'], rows: 24, seed: 8 }).returns('A').values)).not.toEqual(
      Array.from(small.returns('A').values),
    );
  });

  it.each([
    ['monthly', 0.008, 0.05],
    ['daily', 0.0004, 0.01],
  ] as const)('%s returns have mean %d and standard deviation %d', (frequency, mean, deviation) => {
    const { values } = randomPanel({ assets: ['A'], rows: 10000, seed: 1, frequency }).returns('A');
    const average = Array.from(values).reduce((sum, value) => sum + value, 0) / 10000;
    const spread = Math.sqrt(Array.from(values).reduce((sum, value) => sum + (value - average) ** 2, 0) / 9999);
    // Four standard errors: sd/√n and sd/√(2n).
    expect(Math.abs(average - mean)).toBeLessThan((4 * deviation) / 100);
    expect(Math.abs(spread - deviation)).toBeLessThan((4 * deviation) / Math.sqrt(20000));
  });

  it('lists assets late if told to, on month ends or weekdays from January 2000 on', () => {
    const late = randomPanel({ assets: ['A', 'B'], rows: 6, seed: 1, listedAfter: { B: 2 } });
    expect(Array.from(late.returns('B').values, Number.isNaN)).toEqual([true, true, false, false, false, false]);
    expect(late.calendar.toJSON().dates).toEqual([
      '2000-01-31',
      '2000-02-29',
      '2000-03-31',
      '2000-04-30',
      '2000-05-31',
      '2000-06-30',
    ]);
    const days = randomPanel({ assets: ['A'], rows: 7, seed: 1, frequency: 'daily' }).calendar.toJSON().dates;
    expect(days).toEqual([
      '2000-01-03',
      '2000-01-04',
      '2000-01-05',
      '2000-01-06',
      '2000-01-07',
      '2000-01-10',
      '2000-01-11',
    ]);
  });

  it.each([
    [{ rows: 0 }, 'option.range', ['rows', '0']],
    [{ rows: 2.5 }, 'option.range', ['2.5']],
    [{ seed: 'x' }, 'option.type', ['seed', '"x"']],
    [{ frequency: 'weekly' }, 'option.range', ['frequency', '"weekly"', "'daily'", "'monthly'"]],
    [{ listedAfter: { C: 3 } }, 'asset.unknown', ['listedAfter', '"C"']],
    [{ listedAfter: { A: -1 } }, 'option.range', ['listedAfter.A', '-1']],
    [{ assets: 'AB' }, 'option.type', ['"assets"', '"AB"']],
    [{ asset: ['A'] }, 'option.unknown', ['"asset"']],
  ] as const)('refuses %j', (part, code, facts) => {
    expectInputError(code, facts, () => randomPanel({ assets: ['A', 'B'], rows: 6, seed: 1, ...part } as never));
  });
});
