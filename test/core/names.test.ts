import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameList, nearestNames, suggestNames } from '../../src/core/index.js';

describe('nearestNames', () => {
  it.each([
    ['IMW', ['SPY', 'IWM', 'AVUV'], ['IWM']],
    // The same letters in another order before one other letter and one swap; IVW and IMW differ in one letter.
    ['IMW', ['IVW', 'IMX', 'IWM'], ['IWM', 'IVW', 'IMX']],
    ['avuv', ['SPY', 'IWM', 'AVUV'], ['AVUV']],
    ['month', ['monthsSinceFirstCut', 'rate'], ['monthsSinceFirstCut']],
    ['XX', ['SPY', 'IWM'], []],
    ['', ['SPY'], []],
  ])('%s among %o means %o', (typed, known, meant) => {
    expect(nearestNames(typed, known)).toEqual(meant);
  });

  it('does not suggest what is three edits away: kitten and sitting (Levenshtein 1966, the textbook pair)', () => {
    expect(nearestNames('kitten', ['sitting'])).toEqual([]);
  });

  it('gives at most three, nearest first', () => {
    expect(nearestNames('aaaa', ['aabb', 'aaab', 'aaba', 'abaa', 'aaaa'])).toEqual(['aaaa', 'aaab', 'aaba']);
  });

  it('only ever gives known names, and a known name first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 8 }), (known) => {
        for (const name of nearestNames(known[0]!, known)) expect(known).toContain(name);
        expect(nearestNames(known[0]!, known)[0]?.toLowerCase()).toBe(known[0]!.toLowerCase());
      }),
    );
  });
});

describe('nameList and suggestNames', () => {
  it('shows all of a short list and counts the rest of a long one', () => {
    const names = Array.from({ length: 15 }, (_, index) => `n${index}`);
    expect(nameList([])).toBe('none');
    expect(nameList(names.slice(0, 12))).toBe(names.slice(0, 12).join(', '));
    expect(nameList(names)).toBe(`${names.slice(0, 12).join(', ')} and 3 more`);
  });

  it('suggests the near name, otherwise lists the known ones', () => {
    expect(suggestNames('IMW', ['SPY', 'IWM'])).toBe('Did you mean IWM?');
    expect(suggestNames('GOLD', ['SPY', 'IWM'])).toBe('Known: SPY, IWM.');
  });
});
