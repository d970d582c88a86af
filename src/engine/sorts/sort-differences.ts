import type { ReturnSeries } from '../../panel/index.js';
import type { SortDimension } from '../../strategy/index.js';
import { averageLess } from './average-series.js';
import type { SortCell } from './sort-cell.js';

/** The highest group of a characteristic less the lowest. */
export interface SortDifference {
  /** The characteristic. */
  readonly by: string;
  /** The groups of the other characteristics within which it is taken; null for the mean over all of them, or where there are no others. */
  readonly within: string | null;
  /** A return of zero investment, of kind 'excess'. */
  readonly returns: ReturnSeries;
}

/** The differences of a sort: by each characteristic the mean one, then those within each group of the others. */
export function differencesOf(
  where: string,
  dimensions: readonly SortDimension[],
  cells: readonly SortCell[],
): readonly SortDifference[] {
  const found = dimensions.flatMap(({ field, groups }, place): SortDifference[] => {
    const low = groups[0]!;
    const high = groups.at(-1)!;
    const at = (group: string): readonly SortCell[] => cells.filter((cell) => cell.groups[place] === group);
    const [tops, bottoms] = [at(high), at(low)];
    const returns = (some: readonly SortCell[]): ReturnSeries[] => some.map((cell) => cell.returns);
    const whole = {
      by: field,
      within: null,
      returns: averageLess(where, `${high} less ${low} by ${field}`, returns(tops), returns(bottoms)),
    };
    if (dimensions.length === 1) return [whole];
    const parts = tops.map((top, index) => ({
      by: field,
      within: top.groups.filter((_, other) => other !== place).join(' '),
      returns: averageLess(
        where,
        `${top.name} less ${bottoms[index]!.name}`,
        returns([top]),
        returns([bottoms[index]!]),
      ),
    }));
    return [whole, ...parts];
  });
  return Object.freeze(found.map((one) => Object.freeze(one)));
}
