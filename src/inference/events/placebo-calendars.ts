import type { Random } from '../../core/index.js';
import { mean, quantile, ratio } from '../../stats/index.js';
import { countHits } from './abnormal-return.js';

/** The events among made calendars with the same distances between events: whether these dates are better than any such dates. */
export interface Placebo {
  readonly calendars: number;
  /** (k + 1)/(calendars + 1), k the calendars whose mean is at least that of the events: one-sided, never 0. Near 1 the events did worse than chance. */
  readonly meanPValue: number;
  /** The same for the share of hits. */
  readonly sharePValue: number;
  /** Of the calendars' means, type 7. */
  readonly quantiles: Readonly<Record<'p05' | 'p50' | 'p95', number>>;
}

/** Figures as near as this are equal: the same windows, added in another order. */
const LEVEL = 1e-12;

/**
 * Draws calendars among the places of all complete windows, taken for a circle: a uniform start, then the distances between the events (the one
 * across the end among them) in random order.
 */
export function placeboCalendars(
  places: readonly number[],
  values: readonly number[],
  calendars: number,
  random: Random,
): Placebo {
  const own = places.map((place) => values[place]!);
  const [target, hits] = [mean(own), countHits(own).hits];
  const gaps = places.map((place, event) => (places[event + 1] ?? places[0]! + values.length) - place);
  const means: number[] = [];
  let [asGood, asOften] = [0, 0];
  for (let calendar = 0; calendar < calendars && places.length > 0; calendar++) {
    shuffle(gaps, random);
    let place = random.integer(values.length);
    const drawn = gaps.map((gap) => {
      const value = values[place]!;
      place = (place + gap) % values.length;
      return value;
    });
    const found = mean(drawn);
    means.push(found);
    if (found >= target - LEVEL) asGood++;
    if (countHits(drawn).hits >= hits) asOften++;
  }
  const share = (count: number): number => (means.length === 0 ? NaN : ratio(count + 1, means.length + 1));
  return {
    calendars: means.length,
    meanPValue: share(asGood),
    sharePValue: share(asOften),
    quantiles: { p05: quantile(means, 0.05), p50: quantile(means, 0.5), p95: quantile(means, 0.95) },
  };
}

/** Fisher and Yates: every order is equally likely. */
function shuffle(numbers: number[], random: Random): void {
  for (let end = numbers.length - 1; end > 0; end--) {
    const other = random.integer(end + 1);
    [numbers[end], numbers[other]] = [numbers[other]!, numbers[end]!];
  }
}
