import { fromReturns, makeReturnSeries, type ReturnSeries, type SeriesMeta } from '../../../src/panel/index.js';
import { seededRandom } from '../../../src/core/index.js';

/** Made-up monthly returns from 2001 on, with a description. */
export function months(name: string, count: number, seed: number, meta: Partial<SeriesMeta> = {}): ReturnSeries {
  const random = seededRandom(seed);
  const dates = Array.from(
    { length: count },
    (_, month) => `${2001 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}` as const,
  );
  const panel = fromReturns({
    frequency: 'monthly',
    dates: dates,
    returns: { made: dates.map(() => random.uniform() * 0.1 - 0.045) },
  });
  const { calendar, values, meta: plain } = panel.returns('made');
  return makeReturnSeries(name, calendar, values.slice(), { ...plain, ...meta });
}
