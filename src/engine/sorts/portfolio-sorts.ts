import { assertKnownOptions, assertObject, describeValue, InputError, suggestNames } from '../../core/index.js';
import { type Panel, type ReturnSeries, storeOf } from '../../panel/index.js';
import {
  cellGroups,
  readSortBy,
  type SortBy,
  type SortDimension,
  sortedPortfolio,
  type Weighting,
} from '../../strategy/index.js';
import { type Displayed, type Table, toHtml, toText, withDisplay } from '../../table/index.js';
import { assertCalendarSchedule, type CalendarSchedule, type IsoDate } from '../../time/index.js';
import type { BacktestOptions } from '../options.js';
import { runAny } from '../run-together.js';
import type { BacktestResult } from '../result.js';
import { countNames, returnsOfCell, type SortCell } from './sort-cell.js';
import { differencesOf, type SortDifference } from './sort-differences.js';
import { sortsTable } from './sorts-table.js';

/** Options of {@link portfolioSorts}. */
export interface PortfolioSortsOptions<Asset extends string = string, Field extends string = string> {
  /** The characteristics, in order; one to a few. For factors the first is size. */
  readonly by: readonly SortBy<Field>[];
  /** Whether the breakpoints of a characteristic are those of each group of the ones before it; false when absent: independent sorts. */
  readonly dependent?: boolean | undefined;
  /** From `weighBy` or `weighByRank`: by market capitalisation, equally … */
  readonly weighting: Weighting<Field>;
  /** When to sort anew, such as `annually({ month: 6 })`. In between the portfolios drift. */
  readonly schedule: CalendarSchedule;
  /** How each portfolio is run: costs, cash, lag, window, rules for holes and delistings, as in `backtest`. */
  readonly backtest?: BacktestOptions<Asset> | undefined;
}

/** How many names each portfolio was formed of on a day. */
export interface FormationCounts {
  readonly date: IsoDate;
  /** By portfolio. */
  readonly names: Readonly<Record<string, number>>;
}

/** The portfolios of a sort. Prints itself. */
export interface PortfolioSorts<Asset extends string = string> extends Displayed {
  readonly by: readonly SortDimension[];
  readonly dependent: boolean;
  /** The last characteristic changes fastest. */
  readonly cells: readonly SortCell<Asset>[];
  /** By formation date, the day of the decision. */
  readonly counts: readonly FormationCounts[];
  readonly differences: readonly SortDifference[];
  /**
   * The returns of a portfolio by name, such as 'small high'.
   *
   * @throws InputError `asset.unknown`, naming the near names.
   */
  returns(this: void, name: string): ReturnSeries;
  readonly table: Table;
  readonly notes: readonly string[];
}

/**
 * Sorts stocks into portfolios by some characteristics and runs each of them: the way in which academic finance looks at a characteristic.
 *
 * On every formation date the listed names of which all fields are known are cut into groups at quantiles (R type 7) of the names that count
 * (`over`: NYSE breakpoints) or of all; a value equal to a breakpoint belongs below it. Each combination of groups is a portfolio, held and drifting until
 * the next formation; what leaves the panel in between follows `backtest.rules.delisting`. `differences` are the returns of the highest group
 * less the lowest by each characteristic: within every group of the others, and their mean.
 *
 * *Undefined (NaN):* the returns of a portfolio while it was formed of no name, or not traded yet (`executionLag`), and differences with it.
 *
 * Equal weights hold at formation only; French's equal-weight files go back to them every month. Costs are charged on the way to each formation.
 *
 * @throws InputError `option.type`, `option.range`, `option.unknown`, `schedule.invalid` (one that looks at holdings), `screen.invalid`,
 *   `screen.no-breakpoints`, and those of `backtest`.
 * @see Fama, E. F. and French, K. R. (1993), "Common Risk Factors in the Returns on Stocks and Bonds", Journal of Financial Economics 33(1);
 *   (2008), "Dissecting Anomalies", Journal of Finance 63(4), on breakpoints.
 * @example
 * const sorts = portfolioSorts(frenchSizeValueProfitability(), {
 *   by: [{ field: 'sizeRank', breakpoints: [0.5], groups: ['small', 'big'] }, { field: 'valueRank', breakpoints: [0.3, 0.7] }],
 *   weighting: weighBy('marketCap'), schedule: annually({ month: 6 }) });
 * console.log(sorts.cells.map(({ name }) => name).join(', ')); // small low, small middle, small high, big low, big middle, big high
 * console.log(sorts.counts[0]?.date, sorts.counts[0]?.names['small high'], sorts.returns('small high').values.length); // 1963-06-30 4 750
 */
export function portfolioSorts<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  options: PortfolioSortsOptions<NoInfer<Asset>, NoInfer<Field>>,
): PortfolioSorts<Asset> {
  const where = 'portfolioSorts';
  storeOf(panel, where);
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['by', 'dependent', 'weighting', 'schedule', 'backtest']);
  const { dependent = false, weighting, schedule, backtest = {} } = options;
  const by = readSortBy(where, options.by);
  // Formation dates must be those of all portfolios, so they cannot hang on what one of them holds.
  assertCalendarSchedule(where, 'schedule', schedule);
  const cells = cellGroups(by).map((groups): SortCell<Asset> => {
    const strategy = sortedPortfolio({ by: options.by, dependent, groups, weighting, schedule });
    const result = runAny(panel, strategy, backtest) as BacktestResult<Asset>;
    return Object.freeze({ name: strategy.name, groups, returns: returnsOfCell(strategy.name, result), result });
  });
  const figures = {
    by,
    dependent,
    cells: Object.freeze(cells),
    counts: countsOf(cells),
    differences: differencesOf(where, by, cells),
    returns: (name: string): ReturnSeries => {
      const found = cells.find((cell) => cell.name === name);
      if (found !== undefined) return found.returns;
      const known = cells.map((cell) => cell.name);
      throw new InputError(
        'asset.unknown',
        `${where}: no portfolio ${describeValue(name)}. ${suggestNames(name, known)}`,
        { name },
      );
    },
  };
  const table = sortsTable(figures, weighting);
  return withDisplay(
    { ...figures, table, notes: table.notes },
    { text: () => toText(table), html: () => toHtml(table) },
  );
}

function countsOf(cells: readonly SortCell[]): readonly FormationCounts[] {
  const dates = cells[0]!.result.decisions.map(({ decidedOn }) => decidedOn);
  return Object.freeze(
    dates.map((date, index) =>
      Object.freeze({
        date,
        names: Object.freeze(
          Object.fromEntries(
            cells.map(({ name, result }) => [name, countNames(result.decisions[index]?.target ?? {})]),
          ),
        ),
      }),
    ),
  );
}
