import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClaimReading, verdict, type Verdict } from '../../../src/report/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

const above = { above: 0.5 };
/** More than half, in twelve cases, and an interval that leaves the base out. */
const strong: ClaimReading = {
  reading: 'strong',
  says: above,
  figure: 0.9,
  interval: { low: 0.6, high: 1 },
  base: 0.5,
  independent: 12,
};
const weak: ClaimReading = { ...strong, reading: 'weak', interval: { low: 0.4, high: 1 } };
const against: ClaimReading = { ...strong, reading: 'against', figure: 0.2, interval: { low: 0.1, high: 0.4 } };
const silent: ClaimReading = { reading: 'silent', says: above, figure: NaN };

describe('the verdict on a claim follows from its figures by fixed rules', () => {
  it.each<[Verdict, ClaimReading[]]>([
    ['supported', [strong]],
    ['supported', [strong, strong, weak]],
    // Half is not more than half.
    ['true but uninformative', [strong, weak]],
    ['true but uninformative', [weak]],
    ['not supported', [against]],
    ['not supported', [against, silent]],
    ['depends on the definition', [strong, strong, against]],
    ['not testable here', [silent]],
    ['supported', [silent, strong]],
  ])('%s: %j', (expected, readings) => {
    expect(verdict(readings).verdict).toBe(expected);
  });

  it.each<[string, Partial<ClaimReading>, boolean]>([
    ['nine cases prove nothing', { independent: 9 }, false],
    ['ten may', { independent: 10 }, true],
    ['a base at the end of the interval is inside it', { base: 0.6 }, false],
    ['without a base the whole interval must agree: 0.6 to 1 lies above 0.5', { base: undefined }, true],
    ['and 0.5 to 1 does not', { base: undefined, interval: { low: 0.5, high: 1 } }, false],
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

  it('does not depend on the order of the readings, nor on readings without a figure', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([strong, weak, against], { minLength: 1 }), (readings) => {
        const all = verdict(readings);
        expect(verdict([...readings].reverse()).verdict).toBe(all.verdict);
        expect(verdict([silent, ...readings]).verdict).toBe(all.verdict);
        expect(verdict([silent, ...readings]).because).toBe(all.because);
      }),
    );
  });

  it('says how many readings agree and how many of them tell more', () => {
    expect(verdict([strong, weak, against]).because).toBe(
      '2 of 3 readings agree with the claim; 1 of them says more than chance or the base',
    );
    expect(verdict([against]).because).toBe('The one reading does not agree with the claim');
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
  });
});
