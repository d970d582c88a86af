// C18: how cheap are small caps beside large ones, and beside what they used to be?
import { quantile, valuationSignal, type ObservationSeries } from 'backtilt';
import { valueSpread } from 'backtilt/data';
import { claim, type Claim, type ClaimReading } from 'backtilt/report';
import { asOf } from './leadership.js';

const known = ({ observations }: ObservationSeries): number[] =>
  observations.filter(({ knownOn }) => knownOn.slice(0, 7) <= asOf.to).map(({ value }) => value);
const unusual = { above: 0.9 }; // cheaper than in nine of ten months seen by then
const part = (reading: string, is: number, figure: number) => ({ reading, says: { is, within: 0.005 }, figure });

/**
 * @param forward not bundled: the forward P/E of small caps over that of large ones, by day of publication, such as
 *   `{ name: 'Small over large', unit: 'ratio', usesHindsight: false, observations: [{ knownOn: '2025-08-29', value: 0.72 }, …] }`.
 */
export const c18 = ({ smallOverBig } = valueSpread(), forward?: ObservationSeries): Claim => {
  const ratios = known(smallOverBig).map((ratio) => 1 / ratio);
  const rank = (words: string, window: 240 | 'expanding'): ClaimReading => {
    const how = { lagDays: 0, window, minObservations: 120, measure: 'percentile' } as const;
    const figure = known(valuationSignal(smallOverBig, how)).at(-1)!;
    return { reading: `Rank of the discount ${words}`, says: unusual, figure, base: 0.5 };
  };
  const byEarnings = (prices: readonly number[]): ClaimReading => ({
    reading: 'Forward P/E beside large caps',
    parts: [part('now', -0.4, prices.at(-1)! - 1), part('its middle', -0.05, quantile(prices, 0.5) - 1)],
  });
  return claim({
    id: 'C18',
    claim: 'Small caps are unusually cheap beside large ones: 30 % by price-to-book, 40 % by forward P/E (usually 5 %)',
    source: 'several market articles of 2025',
    data: [`${smallOverBig.name}: ${smallOverBig.source ?? 'given'}.`],
    readings: [
      rank('among all months since 1926', 'expanding'),
      rank('among the last twenty years', 240),
      part('Price-to-book beside large caps', -0.3, ratios.at(-1)! - 1),
      part('Price-to-book beside its own middle', -0.3, ratios.at(-1)! / quantile(ratios, 0.5) - 1),
      ...(forward === undefined ? [] : [byEarnings(known(forward))]),
    ],
    missing: forward === undefined ? 'forward P/E of small and of large caps with the days of publication' : undefined,
    notes: [
      'As of August 2025: the two smallest fifths of firms and the biggest by NYSE size; price-to-book is one over book-to-market, reset each June and moved by prices after.',
      'Ranks are among what was known by then; 1 is the cheapest month, base: the middle. Unusual is a rank above 0.9; it was 0.5, which is no more than usual, until the figures had been seen. Forward estimates of earnings are not book values: firms without profits are often left out of a P/E.',
      'How cheap something is says nothing yet of what it earns: C19, C21 and C22 look at that.',
    ],
  });
};
