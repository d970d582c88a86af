import { describe, expect, it } from 'vitest';
import { compareGroups } from '../../../src/inference/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

describe('compareGroups: what it says', () => {
  it('is a table of means, difference, Welch and permutation: 5, 6, 7 less 1, 2, 3', () => {
    // Both variances 1: t = 4/√(2/3) = 4.90 with 4 degrees of freedom; 2.7764 (t table) × 0.8165 = 2.2670 to either side.
    const found = compareGroups([5, 6, 7], [1, 2, 3], { labels: ['up', 'down'] });
    expect(found.table.title).toBe('up less down');
    expect(found.table.layout.map(({ label, align }) => [label, align])).toEqual([
      ['', 'left'],
      ['', 'right'],
    ]);
    expect(found.table.texts.filter(([label]) => label !== 'p of t, two-sided')).toEqual([
      ['Mean of up (3)', '6.0000'],
      ['Mean of down (3)', '2.0000'],
      ['Difference', '4.0000'],
      ["95 % by Welch's t", '1.7330 to 6.2670'],
      ["Welch's t", '4.90'],
      ['p by permutation, two-sided', '0.100'],
      ['p by permutation, one-sided: up higher', '0.050'],
      ['Divisions', '20'],
    ]);
    expect(found.table.texts[5]![0]).toBe('p of t, two-sided');
    expect(found.independent).toBe(6);
    expect(found.notes).toEqual([
      'n = 6; no inference: so few figures describe themselves and prove nothing.',
      'p by permutation: all 20 divisions into groups of these sizes.',
      'Without a difference, every division was as likely as the one seen: the figures are exchangeable, and none shares rows with another.',
    ]);
  });

  it('says how divisions were drawn, has no interval of single figures, and no warning from ten figures on', () => {
    const drawn = compareGroups([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], { draws: 251, seed: 3 });
    expect(drawn.notes[0]).toBe('p by permutation: (k + 1)/(251 + 1) of 251 drawn divisions (seed 3).');
    expect(compareGroups([1, 2, 3, 4], [6, 7, 8, 9, 10]).notes[0]).toContain('n = 9; no inference');
    expect(compareGroups([1], [2]).table.texts[3]).toEqual(["95 % by Welch's t", '–']);
    expect(compareGroups([1], [2]).table.title).toBe('first less second');
  });

  it.each([
    [[3, [1]], 'option.type', 'compareGroups: the group "first" must be an array with at least one entry, found 3.'],
    [
      [[1], 'ab'],
      'option.type',
      'compareGroups: the group "second" must be an array with at least one entry, found "ab".',
    ],
    [[[1], [2], 3], 'option.type', 'compareGroups: the options must be an object, found 3.'],
    [
      [[1], [2], { labels: [] }],
      'option.type',
      'compareGroups: "labels" must be an array with at least one entry, found an array of 0.',
    ],
    [[[1], [2], { labels: ['a', ' '] }], 'option.type', 'compareGroups: "labels" must be a name, found " ".'],
    [
      [[1], [2], { draws: 0 }],
      'option.range',
      'compareGroups: "draws" is 0; it must be a whole number from 1 to 10000000.',
    ],
    [
      [[1], [2], { draws: 1.5 }],
      'option.range',
      'compareGroups: "draws" is 1.5; it must be a whole number from 1 to 10000000.',
    ],
    [[[1], [2], { seed: 1.5 }], 'option.range', 'compareGroups: "seed" is 1.5; it must be a whole number.'],
  ] as const)('refuses %o in one sentence', (given, code, message) => {
    const run = compareGroups as unknown as (...all: readonly unknown[]) => unknown;
    expect(expectInputError(code, [], () => run(...given)).message).toBe(message);
  });
});
