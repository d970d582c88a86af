import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ClaimFigure,
  type ClaimReading,
  type JudgedReading,
  verdict,
  type Verdict,
} from '../../../src/report/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

const above = { above: 0.5 };
/** More than half, in twelve cases, and an interval that leaves the base out. */
const strong: ClaimFigure = {
  reading: 'strong',
  says: above,
  figure: 0.9,
  interval: { low: 0.6, high: 1 },
  base: 0.5,
  independent: 12,
};
const weak: ClaimFigure = { ...strong, reading: 'weak', interval: { low: 0.4, high: 1 } };
const against: ClaimFigure = { ...strong, reading: 'against', figure: 0.2, interval: { low: 0.1, high: 0.4 } };
/** Below, but the interval reaches above. */
const open: ClaimFigure = { ...strong, reading: 'open', figure: 0.4, interval: { low: 0.1, high: 0.6 } };
const aside: ClaimFigure = { ...against, reading: 'aside', aside: true };
const silent: ClaimFigure = { reading: 'silent', says: above, figure: NaN };

describe('the verdict on a claim follows from its figures by fixed rules', () => {
  it.each<[Verdict, ClaimReading[]]>([
    ['supported', [strong]],
    ['supported', [strong, strong, weak]],
    // Half is not more than half.
    ['true but uninformative', [strong, weak]],
    // A reading that leaves open what is claimed does not stand against two that say it.
    ['supported', [strong, strong, open]],
    ['depends on the definition', [strong, open]],
    ['depends on the definition', [weak, open]],
    ['not supported', [open]],
    ['supported', [strong, aside]],
    ['not testable here', [{ ...strong, aside: true }]],
    ['true but uninformative', [weak]],
    ['not supported', [against]],
    ['not supported', [against, silent]],
    ['depends on the definition', [strong, strong, against]],
    ['not testable here', [silent]],
    ['supported', [strong, silent]],
    // Where the plainest reading cannot be had, the others do not answer for it.
    ['not testable here', [silent, strong]],
  ])('%s: %j', (expected, readings) => {
    expect(verdict(readings).verdict).toBe(expected);
  });

  it.each<[string, Partial<ClaimFigure>, boolean]>([
    ['nine cases prove nothing', { independent: 9 }, false],
    ['ten may', { independent: 10 }, true],
    ['a base at the end of the interval is inside it', { base: 0.6 }, false],
    ['without a base the whole interval must agree: 0.6 to 1 lies above 0.5', { base: undefined }, true],
    ['and 0.5 to 1 does not', { base: undefined, interval: { low: 0.5, high: 1 } }, false],
    ['a base beyond the claimed side is more of it than the figure', { base: 1.1 }, false],
    [
      'nor is there more than chance where the interval reaches to the other side',
      { interval: { low: 0.45, high: 1 }, base: 0.4 },
      false,
    ],
    [
      'a base far on the other side adds nothing to that',
      { figure: 0.501, interval: { low: 0.4, high: 0.6 }, base: 0.1 },
      false,
    ],
    ['an interval that is undefined tells nothing', { interval: { low: NaN, high: NaN } }, false],
    ['without an interval the same must not be true of the base: 0.5 is not above 0.5', { interval: undefined }, true],
    ['0.55 is', { interval: undefined, base: 0.55 }, false],
    ['a plain figure says what it says', { interval: undefined, base: undefined, independent: undefined }, true],
  ])('%s', (_, change, informative) => {
    const { readings } = verdict([{ ...strong, ...change }]);
    expect(readings[0]!.agrees).toBe(true);
    expect(readings[0]!.informative).toBe(informative);
  });

  it.each<[number, boolean]>([
    [-0.27, true],
    [-0.28, true],
    [-0.2801, false],
    [-0.2699, false],
  ])('a number agrees within its tolerance, both ends included: %d', (figure, agrees) => {
    const { readings } = verdict([{ reading: 'fall', says: { is: -0.275, within: 0.005 }, figure }]);
    expect(readings[0]!.agrees).toBe(agrees);
  });

  it('a number that is claimed is informative where its interval leaves the base out, on either side', () => {
    const near = (base: number): boolean | null =>
      verdict([{ reading: 'a', says: { is: 0.6, within: 0.1 }, figure: 0.6, interval: { low: 0.5, high: 0.9 }, base }])
        .readings[0]!.informative;
    expect([0.4, 0.5, 0.6, 0.9, 0.95].map(near)).toEqual([true, false, false, false, true]);
  });

  it.each<[string, Partial<ClaimFigure>, boolean]>([
    ['an interval below the claim speaks against it', {}, true],
    ['one that still holds it leaves it open', { interval: { low: 0.1, high: 0.51 } }, false],
    ['its very end is not above', { interval: { low: 0.1, high: 0.5 } }, true],
    ['nine cases speak against nothing', { independent: 9 }, false],
    ['nor do nine of which nobody says how many are independent', { independent: undefined, n: 9 }, false],
    ['a plain figure says what it says', { interval: undefined, base: undefined, independent: undefined }, true],
    ['an interval that is undefined leaves it open', { interval: { low: NaN, high: NaN } }, false],
    ['a number is left open where the interval meets its tolerance', { says: { is: 0.5, within: 0.1 } }, false],
    ['and spoken against where it does not', { says: { is: 0.6, within: 0.1 } }, true],
  ])('what does not agree may contradict: %s', (_, change, contradicts) => {
    const [reading] = verdict([{ ...against, ...change }]).readings;
    expect([reading!.agrees, reading!.contradicts]).toEqual([false, contradicts]);
    expect(verdict([strong]).readings[0]!.contradicts).toBeNull();
  });

  it('one part that fails is enough, whatever is unknown of the others', () => {
    const part = (figure: number): ClaimFigure => ({ reading: 'a', says: { above: 0 }, figure });
    const { verdict: found, readings } = verdict([{ reading: 'both', parts: [part(NaN), part(-1)] }]);
    expect([found, readings[0]!.agrees, readings[0]!.contradicts]).toEqual(['not supported', false, true]);
  });

  it('several figures that are claimed together agree where all of them do', () => {
    const part = (figure: number): ClaimFigure => ({ reading: `${figure}`, says: { above: 0 }, figure });
    const both = (...figures: number[]): JudgedReading =>
      verdict([{ reading: 'both', parts: figures.map(part), n: 12, independent: 12 }]).readings[0]!;
    expect(both(1, 2)).toMatchObject({ figure: 2, agrees: true, informative: true, unit: 'count', n: 12 });
    expect(both(1, -2)).toMatchObject({ figure: 1, agrees: false });
    expect(both(1, NaN)).toMatchObject({ figure: NaN, agrees: null, informative: null });
    expect(both(1, -2).parts.map(({ agrees }) => agrees)).toEqual([true, false]);
    const few = verdict([{ reading: 'few', parts: [part(1)], independent: 9 }]);
    expect([few.verdict, few.readings[0]!.informative]).toEqual(['true but uninformative', false]);
  });

  it('a reading that was searched for counts only where it does not agree', () => {
    const found = (figure: number): ClaimFigure => ({ reading: 'found', says: { above: 0 }, figure, searched: 1000 });
    expect(verdict([found(1)]).verdict).toBe('not testable here');
    expect(verdict([found(-1)]).verdict).toBe('not supported');
    expect(verdict([against, found(1)]).verdict).toBe('not supported');
    const parts = [{ reading: 'found', says: above, figure: 1 }];
    expect(verdict([against, { reading: 'all', parts, searched: 1000 }]).verdict).toBe('not supported');
    expect(verdict([found(1)]).because).toBe('every figure that agrees was searched for or stands aside');
    expect(verdict([found(1)]).readings[0]).toMatchObject({ agrees: true, counts: false });
  });

  it('below is the mirror of above', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (figure, bound) => {
          const one = verdict([{ reading: 'a', says: { above: bound }, figure }]).verdict;
          const other = verdict([{ reading: 'a', says: { below: -bound }, figure: -figure }]).verdict;
          expect(one).toBe(other);
        },
      ),
    );
  });

  it('does not depend on the order of the readings, nor on later readings without a figure', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([strong, weak, against], { minLength: 1 }), (readings) => {
        const all = verdict(readings);
        expect(verdict([...readings].reverse()).verdict).toBe(all.verdict);
        expect(verdict([...readings, silent]).verdict).toBe(all.verdict);
        expect(verdict([...readings, silent]).because).toBe(all.because);
      }),
    );
  });

  it('says how many readings agree and how many of them tell more', () => {
    expect(verdict([strong, weak, against]).because).toBe(
      '2 of 3 readings agree with the claim; 1 of them says more than chance or the base',
    );
    expect(verdict([against]).because).toBe('the one reading does not agree with the claim');
    expect(verdict([silent]).because).toBe('no reading has a figure');
  });

  it('refuses what is no reading, and says where', () => {
    const bad = (change: object): unknown => verdict([strong, { ...strong, ...change }]);
    expectInputError('option.type', ['verdict', 'readings'], () => verdict([]));
    expectInputError('option.unknown', ['reading 1', '"figur"', 'figure'], () => bad({ figur: 1 }));
    expectInputError('option.type', ['reading 1', '"figure"', 'a number'], () => bad({ figure: '0.5' }));
    expectInputError('option.type', ['"says"', 'above below'], () => bad({ says: { above: 1, below: 2 } }));
    expectInputError('option.type', ['"says"', 'nothing'], () => bad({ says: {} }));
    expectInputError('option.range', ['says.within'], () => bad({ says: { is: 1, within: -0.1 } }));
    expectInputError('option.type', ['says.above'], () => bad({ says: { above: NaN } }));
    expectInputError('option.range', ['interval', '0.9', '0.1'], () => bad({ interval: { low: 0.9, high: 0.1 } }));
    expectInputError('option.type', ['interval.high'], () => bad({ interval: { low: 0.9 } }));
    expectInputError('option.range', ['"unit"', 'percent'], () => bad({ unit: 'bps' }));
    expectInputError('option.type', ['"reading"'], () => bad({ reading: ' ' }));
    expectInputError('option.range', ['searched'], () => bad({ searched: 0 }));
    expectInputError('option.type', ['aside'], () => bad({ aside: false }));
    const parts = (given: unknown): unknown => verdict([{ reading: 'both', parts: given } as ClaimReading]);
    expectInputError('option.type', ['reading 0', 'parts'], () => parts([]));
    expectInputError('option.type', ['reading 0, part 1', 'figure'], () =>
      parts([strong, { ...strong, figure: null }]),
    );
    expectInputError('option.unknown', ['"figure"', 'parts'], () =>
      verdict([{ reading: 'both', parts: [strong], figure: 1 }]),
    );
  });
});
