import { assertObject, deepFreeze, describeValue, InputError } from '../core/index.js';
import { assertReturnSeries, lifeOf, lived, makeReturnSeries, type ReturnSeries } from '../panel/index.js';
import { type Displayed, toHtml, toText, withDisplay } from '../table/index.js';
import type { IsoDate } from '../time/index.js';
import { conditionalTable } from './conditional-table.js';
import { type Regime, regimeRows, usesHindsight } from './regime.js';

/** The statistics of the rows of one regime. */
export interface RegimeStatistics<Statistic extends string = string> {
  /** "all" for the whole series. */
  readonly regime: string;
  /** Returns in the regime. */
  readonly periods: number;
  /** Stretches of rows without a break: how many cases there are. */
  readonly spells: number;
  /** First and last row with a return in the regime; null where there is none. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** Rows of the life of the series on which the regime is not known. */
  readonly unknown: number;
  readonly usesHindsight: boolean;
  readonly values: Readonly<Record<Statistic, number>>;
}

/** Statistics of a series by regime. Prints itself. */
export interface ConditionalStatistics<Statistic extends string = string> extends Displayed {
  readonly name: string;
  readonly statistics: readonly Statistic[];
  /** The whole series first, then the regimes in the order given. */
  readonly regimes: readonly RegimeStatistics<Statistic>[];
  readonly usesHindsight: boolean;
  /** What a reader must know: how rows are chosen, hindsight, proxy rows. */
  readonly notes: readonly string[];
}

/**
 * Statistics of a series in recessions, in bear markets, while rates fall, by decade: over the rows of each regime, with the number of rows and of spells.
 *
 * A row is in a regime when the regime holds on its last day, the day as of which a signal answers. The other rows are missing (NaN) in what the statistics see, as holes are: sample statistics skip
 * them, and a pair (`(r) => beta(r, spy)`) uses the common rows; path statistics such as `cagr` are NaN unless the regime is one stretch, because its rows were never a wealth that
 * somebody held. Regimes may overlap. They describe; to trade on one it must be known the day before.
 *
 * Nine recessions are nine cases however many months they have: `spells` counts them.
 *
 * *Undefined (NaN):* where the statistic is: a regime with fewer than two rows has no volatility.
 *
 * @param regimes by name: a function of the date, a signal of 1 and 0 (`bearMarkets(spy)`, `...decades(spy)`), or one mark per row.
 * @param statistics by name: functions of a series that answer a number.
 * @returns a frozen object that shows itself as a table.
 * @throws InputError `series.invalid`, `option.type`, `panel.ragged` (marks of another number of rows), `panel.name` (a regime named "all").
 * @see Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., ch. 4 (up and down markets): the oldest case of statistics of chosen
 *   periods.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [0.1, 0.2, -0.3, 0.3] } });
 * const { regimes } = conditionalStatistics(returns('A'), { odd: [false, true, false, true] }, { mean: arithmeticMean });
 * console.log(regimes.map(({ regime, periods, spells, values }) => `${regime} ${periods} ${spells} ${values.mean.toFixed(3)}`).join(', ')); // all 4 1 0.075, odd 2 2 0.250
 */
export function conditionalStatistics<Statistic extends string>(
  series: ReturnSeries,
  regimes: Readonly<Record<string, Regime>>,
  statistics: Readonly<Record<Statistic, (series: ReturnSeries) => number>>,
): ConditionalStatistics<Statistic> {
  const where = 'conditionalStatistics';
  assertReturnSeries(where, 'the series', series);
  assertObject(where, 'the record of regimes', regimes);
  assertObject(where, 'the record of statistics', statistics);
  if (Object.hasOwn(regimes, 'all')) {
    throw new InputError('panel.name', `${where}: "all" is the name of the whole series. Name the regime otherwise.`);
  }
  const names = Object.keys(statistics) as Statistic[];
  const life = lived(series);
  const offset = lifeOf(series.values).first;
  const inside = ([regime, given]: [string, Regime]): RegimeStatistics<Statistic> => {
    const marks = regimeRows(`${where}: the regime "${regime}"`, given, series);
    const own = marks.slice(Math.max(0, offset), Math.max(0, offset) + life.values.length);
    return { ...figuresOf(regime, own), usesHindsight: usesHindsight(given) };
  };
  const figuresOf = (regime: string, marks: Float64Array): Omit<RegimeStatistics<Statistic>, 'usesHindsight'> => {
    const values = Float64Array.from(life.values, (value, row) => (marks[row] === 1 ? value : NaN));
    const chosen = makeReturnSeries(life.name, life.calendar, values, life.meta);
    const rows = Array.from(values.keys()).filter((row) => !Number.isNaN(values[row]!));
    const dateOf = (row: number | undefined): IsoDate | null => (row === undefined ? null : life.calendar.date(row));
    return {
      regime,
      periods: rows.length,
      spells: marks.filter((one, row) => one === 1 && marks[row - 1] !== 1).length,
      from: dateOf(rows[0]),
      to: dateOf(rows.at(-1)),
      unknown: marks.filter((one) => Number.isNaN(one)).length,
      values: Object.fromEntries(names.map((name) => [name, ask(name, regime, statistics[name], chosen)])) as Record<
        Statistic,
        number
      >,
    };
  };
  const whole = { ...figuresOf('all', life.values.slice().fill(1)), usesHindsight: series.meta.usesHindsight ?? false };
  const all = [whole, ...Object.entries(regimes).map(inside)];
  const figures = {
    name: series.name,
    statistics: names,
    regimes: all,
    usesHindsight: all.some((one) => one.usesHindsight),
  };
  const { table, notes } = conditionalTable(figures, life);
  return withDisplay(deepFreezeParts({ ...figures, notes }), { text: () => toText(table), html: () => toHtml(table) });
}

/** Freezes the parts; the whole is frozen once it can show itself. */
function deepFreezeParts<T extends object>(figures: T): T {
  Object.values(figures).forEach(deepFreeze);
  return figures;
}

function ask(name: string, regime: string, statistic: unknown, chosen: ReturnSeries): number {
  const where = 'conditionalStatistics';
  if (typeof statistic !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: the statistic "${name}" is ${describeValue(statistic)}; it must be a function of a return series, such as volatility.`,
      { where, statistic: name, found: describeValue(statistic) },
    );
  }
  const value = (statistic as (series: ReturnSeries) => unknown)(chosen);
  if (typeof value === 'number') return value;
  throw new InputError(
    'option.type',
    `${where}: the statistic "${name}" answered ${describeValue(value)} in the regime "${regime}"; it must answer a number.`,
    { where, statistic: name, regime, found: describeValue(value) },
  );
}
