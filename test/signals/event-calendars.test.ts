import { firstCuts, turningPoints } from 'backtilt';
import { usDiscountRateFirstCuts, usEffectiveRate, usPolicyRate } from 'backtilt/data';
import { describe, expect, it } from 'vitest';

/**
 * Day of effect, rate before and after in percent: Board of Governors, "Banking and Monetary Statistics, 1941–1970" and "Annual
 * Statistical Digest", discount rate of the Federal Reserve Bank of New York.
 */
const DISCOUNT = [
  ['1954-02-05', 2, 1.75],
  ['1957-11-15', 3.5, 3],
  ['1960-06-10', 4, 3.5],
  ['1967-04-07', 4.5, 4],
  ['1968-08-30', 5.5, 5.25],
  ['1970-11-13', 6, 5.75],
  ['1971-11-19', 5, 4.75],
  ['1974-12-09', 8, 7.75],
  ['1980-05-30', 13, 12],
  ['1981-11-02', 14, 13],
] as const;

describe('calendars of easing cycles', () => {
  const discount = usDiscountRateFirstCuts();

  it('the discount rate has ten first cuts from 1954 to 1981', () => {
    expect(
      discount.events.map(({ date, from, to }) => [date, +(from * 100).toFixed(6), +(to * 100).toFixed(6)]),
    ).toEqual(DISCOUNT);
    expect(discount.events.map(({ changeBps }) => changeBps)).toEqual([
      -25, -50, -50, -50, -25, -25, -25, -25, -100, -100,
    ]);
    expect(discount.events.every(({ date, knownOn }) => date === knownOn)).toBe(true);
  });

  it('its fractions are exact, it says its source, is frozen and the same object again', () => {
    expect(discount.events[1]).toMatchObject({ from: 0.035, to: 0.03 });
    expect(discount.source).toContain('Federal Reserve');
    expect(Object.isFrozen(discount) && Object.isFrozen(discount.events[0])).toBe(true);
    expect(usDiscountRateFirstCuts()).toBe(discount);
    expect([...discount]).toEqual(discount.events);
    expect(discount).toMatchObject({ length: 10, usesHindsight: false });
  });

  it('lies before that of the target, without overlap: nineteen first cuts from 1954 to 2024', () => {
    const target = firstCuts(usPolicyRate());
    expect(discount.events.at(-1)!.date < usPolicyRate().observations[0]!.date).toBe(true);
    expect(discount.length + target.length).toBe(19);
  });

  it('the market had turned before the discount rate in 1970, by eight months: definitions differ', () => {
    // Fell by more than 100 bp in March 1970 (8.98 to 7.76); the discount rate in November.
    const peaks = turningPoints(usEffectiveRate(), { threshold: 0.01, by: 'difference', only: 'peaks' });
    const known = peaks.events.find(({ knownOn }) => knownOn.startsWith('1970'));
    expect(known!.knownOn).toBe('1970-04-01');
    expect(discount.events[5]!.date).toBe('1970-11-13');
  });
});
