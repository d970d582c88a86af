import {
  assertFilledArray,
  assertKnownOptions,
  assertName,
  assertObject,
  describeValue,
  InputError,
  nameList,
} from '../../core/index.js';
import type { Schedule } from '../../time/index.js';
import { fieldsRead } from '../apply-screens.js';
import { assertScreens } from '../assert-screens.js';
import { crossSection } from '../cross-section.js';
import { defineStrategy } from '../define-strategy.js';
import { sharedOf } from '../shared-view.js';
import type { UniverseStrategy } from '../strategy.js';
import { weigh } from '../weigh.js';
import type { Weighting } from '../weighting.js';
import { assignCells } from './assign-cells.js';
import { cellNames, readSortBy, type SortBy } from './sort-by.js';

/** Options of {@link sortedPortfolio}. */
export interface SortedPortfolioOptions<Field extends string = never, Weight extends string = never> {
  /** The characteristics, in order. */
  readonly by: readonly SortBy<Field>[];
  /** Whether the breakpoints of a characteristic are those of each group of the ones before it; false when absent: independent sorts. */
  readonly dependent?: boolean | undefined;
  /** Which portfolio: the name of its group by each characteristic, `['small', 'high']`. */
  readonly groups: readonly string[];
  /** From `weighBy` or `weighByRank`; the field need not be one of the sort's. */
  readonly weighting: Weighting<Weight>;
  /** When to sort anew. */
  readonly schedule: Schedule;
}

/**
 * One portfolio of a sort: the names that lie in one group by each of some characteristics, such as the small and cheap ones.
 *
 * Groups are cut at R type-7 quantiles of the names that count (`over`), or of all; a value equal to a breakpoint belongs to the group
 * below it. Independent sorts have one set of breakpoints for a characteristic, dependent ones a set in each group of the characteristics
 * before it. Eligible are listed names of which every field that is read is known. A portfolio without a name is all cash.
 * `portfolioSorts` runs all of them.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `screen.invalid` (weighting), `schedule.invalid`; in a backtest
 *   `screen.no-breakpoints`.
 * @see Fama, E. F. and French, K. R. (1993), "Common Risk Factors in the Returns on Stocks and Bonds", Journal of Financial Economics 33(1),
 *   section 2.1.2: six portfolios, NYSE breakpoints.
 * @example
 * const by = [{ field: 'sizeRank', breakpoints: [0.5], groups: ['small', 'big'] }, { field: 'valueRank', breakpoints: [0.3, 0.7] }] as const;
 * const smallValue = sortedPortfolio({ by, groups: ['small', 'high'], weighting: weighBy('marketCap'), schedule: annually({ month: 6 }) });
 * console.log(smallValue.name, Object.keys(backtest(frenchSizeValueProfitability(), smallValue).decisions[0].target).length); // small high 4
 */
export function sortedPortfolio<const Field extends string = never, const Weight extends string = never>(
  options: SortedPortfolioOptions<Field, Weight>,
): UniverseStrategy<Field | Weight> {
  const where = 'sortedPortfolio';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['by', 'dependent', 'groups', 'weighting', 'schedule']);
  const { dependent = false, groups, weighting, schedule } = options;
  const by = readSortBy(where, options.by);
  assertDependent(where, dependent);
  assertScreens(where, [], weighting);
  assertFilledArray(where, '"groups"', groups);
  groups.forEach((group, index) => {
    assertName(where, `groups[${index}]`, group);
  });
  const name = groups.join(' ');
  const names = cellNames(by);
  const cell = names.indexOf(name);
  if (cell < 0) {
    throw new InputError(
      'option.range',
      `${where}: there is no portfolio "${name}"; give the name of one group by each characteristic: ${nameList(names)}.`,
      { where, groups, known: names },
    );
  }
  const flags = by.flatMap(({ over }) => (over === null ? [] : [over]));
  const sorted = by.map(({ field }) => field);
  const fields = [...new Set<Field | Weight>([...sorted, ...flags, ...fieldsRead<Weight>([], weighting)])];
  const key = `sort ${JSON.stringify([by, dependent, fields])}`;
  return defineStrategy<Field | Weight>({
    name,
    assets: 'all',
    fields,
    schedule,
    params: { by, dependent, groups: Object.freeze([...groups]), weighting },
    decide: (view) => {
      const cross = crossSection(view, fields);
      const shared = sharedOf(view);
      const once = (what: string, make: () => readonly number[]): readonly number[] =>
        shared === undefined ? make() : shared.once(`${key} ${what}`, make);
      // The names and their portfolios are the same for all portfolios of a sort.
      const members = once('names', () => cross.eligible());
      const cells = once('cells', () => assignCells(by, dependent, members, cross, view.asOf));
      const chosen = members.filter((_, index) => cells[index] === cell);
      return chosen.length === 0 ? { members: [], weights: [] } : weigh(weighting, chosen, cross, view);
    },
  });
}

/** Refuses what is neither true nor false. */
export function assertDependent(where: string, dependent: unknown): void {
  if (typeof dependent === 'boolean') return;
  throw new InputError(
    'option.type',
    `${where}: "dependent" is ${describeValue(dependent)}; it must be true or false.`,
    {
      where,
      option: 'dependent',
    },
  );
}
