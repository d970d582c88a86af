// What chance alone would make of a set of readings that are shares of a few cases.
import type { ClaimFigure, Says } from 'backtilt/report';

const meets = (says: Says, share: number): boolean =>
  'is' in says
    ? Math.abs(share - says.is) <= says.within * (1 + 1e-12)
    : 'above' in says
      ? share > says.above
      : share < says.below;

/** The probability that the share of heads among `n` tosses of a coin is what is said: Σ C(n, k)/2ⁿ over the k that are. */
export const byCoin = (says: Says, n: number): number => {
  let [chance, probability] = [0.5 ** n, 0];
  for (let heads = 0; heads <= n; heads++) {
    if (n > 0 && meets(says, heads / n)) probability += chance;
    chance *= (n - heads) / (heads + 1);
  }
  return probability;
};

/** How many of the readings that count a coin would make agree, in a sentence. */
export const coinNote = (readings: readonly ClaimFigure[]): string => {
  const counted = readings.filter(({ aside }) => aside !== true);
  const expected = counted.reduce((sum, { says, n = 0 }) => sum + byCoin(says, n), 0);
  return `A coin tossed for each event would make ${expected.toFixed(1)} of the ${counted.length} readings that count agree; they share events, so they are not as many tests.`;
};
