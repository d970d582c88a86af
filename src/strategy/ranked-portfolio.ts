import { assertKnownOptions, assertName, assertObject, InputError } from '../core/index.js';
import type { Schedule } from '../time/index.js';
import { assertScreens } from './assert-screens.js';
import { assertRankable, type CompositeRank } from './composite-rank.js';
import { topFraction } from './quantile-screens.js';
import type { Screen } from './screen.js';
import { screenedPortfolio } from './screened-portfolio.js';
import type { UniverseStrategy } from './strategy.js';
import { topCount } from './top-count.js';
import type { Weighting } from './weighting.js';

/** Options of {@link rankedPortfolio}: either `count` or `fraction`. */
export type RankedPortfolioOptions<
  Rank extends string = never,
  Weight extends string = never,
  Field extends string = never,
> = RankedPortfolioBase<Rank, Weight, Field> &
  (
    | { /** How many names to hold. */ readonly count: number; readonly fraction?: undefined }
    | { /** Which share of the names to hold, 0 to 1. */ readonly fraction: number; readonly count?: undefined }
  );

/** What does not depend on how many names are held. */
export interface RankedPortfolioBase<Rank extends string, Weight extends string, Field extends string> {
  readonly name: string;
  /** A score from `compositeRank`, or a field of which the largest values are the best. */
  readonly rank: Rank | CompositeRank<Rank>;
  /** From `weighBy` or `weighByRank`. */
  readonly weighting: Weighting<Weight>;
  /** The buffer: the wider count or fraction within which a name that is held stays; none when absent. In the unit of `count` or `fraction`. */
  readonly keep?: number | undefined;
  readonly schedule: Schedule;
  /** Steps that come first: the ranks are those of the names that they leave. None when absent. */
  readonly screens?: readonly Screen<Field>[] | undefined;
}

/**
 * Holds the best names by a characteristic or by several together: the first N, or the best share.
 *
 * The `screens` run first; of what they leave, `count` names are kept as `topCount` does it (equal values by name), or the `fraction` as
 * `topFraction` does it (equal values at the bound are all kept). With `keep`, a buffer, a name enters by the narrower bound and leaves
 * by the wider one, so between `count` and `keep` names are held. A buffer saves trades where names move about in the ranking; it does nothing where their ranks never change, as those of
 * the French portfolios, whose stocks change instead. Nothing eligible: all cash.
 *
 * @throws InputError `option.missing` for neither or both of `count` and `fraction`; `option.type`, `option.range`, `option.unknown`,
 *   `screen.invalid`, `schedule.invalid`; in a backtest `screen.no-breakpoints`, from a screen with breakpoints.
 * @see Novy-Marx, R. and Velikov, M. (2016), "A Taxonomy of Anomalies and Their Trading Costs", Review of Financial Studies 29(1), for the buffer.
 * @example
 * const cheapAndProfitable = compositeRank([{ field: 'valueRank', best: 'largest' }, { field: 'profitabilityRank', best: 'largest' }]);
 * const smallCore = rankedPortfolio({ name: 'Small, cheap and profitable together', screens: [atMost('sizeRank', 1)], rank: cheapAndProfitable,
 *   count: 3, weighting: weighBy('marketCap'), schedule: annually({ month: 6 }) });
 * console.log(Object.keys(backtest(frenchSizeValueProfitability(), smallCore).decisions[0].target).join(', ')); // ME1 BM3 OP4, ME1 BM4 OP3, SMALL HiBM HiOP
 */
export function rankedPortfolio<
  const Rank extends string = never,
  const Weight extends string = never,
  const Field extends string = never,
>(options: RankedPortfolioOptions<Rank, Weight, Field>): UniverseStrategy<Rank | Weight | Field> {
  const where = 'rankedPortfolio';
  assertObject(where, 'the options', options);
  const known = ['name', 'rank', 'count', 'fraction', 'keep', 'weighting', 'schedule', 'screens'];
  assertKnownOptions(where, options, known);
  const { name, rank, count, fraction, keep, weighting, schedule, screens = [] } = options;
  assertName(where, 'name', name);
  assertRankable(where, 'rank', rank);
  assertScreens(where, screens, weighting);
  if ((count === undefined) === (fraction === undefined)) {
    throw new InputError(
      'option.missing',
      `${where} "${name}": give either "count" (a number of names) or "fraction" (a share of them, such as 0.2)${count === undefined ? '' : ', not both'}.`,
      { name },
    );
  }
  const best = fraction === undefined ? topCount(rank, count, { keep }) : topFraction(rank, fraction, { keep });
  return screenedPortfolio<Rank | Field, Weight>({ name, screens: [...screens, best], weighting, schedule });
}
