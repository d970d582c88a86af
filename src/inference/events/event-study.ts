import { assertKnownOptions, assertNumber, assertObject, assertOneOf } from '../../core/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import type { IsoDate } from '../../time/index.js';
import { type Tabled, withTable } from '../with-table.js';
import { type AbnormalReturn, abnormalReturns } from './abnormal-return.js';
import { assertLevel } from '../assert-level.js';
import { checkHorizons, type HorizonOption } from './event-horizon.js';
import { studyAssumptions } from './event-study-notes.js';
import { eventStudyTable } from './event-study-table.js';
import { horizonStudy, type HorizonStudy } from './horizon-study.js';
import { checkEvents, type StudyEvents } from './study-events.js';
import { studyPair } from './study-pair.js';

/** Options of {@link eventStudy}: what it is held against, and the length of the windows in months or in periods. */
export interface EventStudyOptions {
  readonly benchmark: ReturnSeries;
  /** Months after the event, or several lengths side by side: [6, 12, 24]. */
  readonly months?: HorizonOption;
  /** Rows of the calendar after the event, in place of months. */
  readonly periods?: HorizonOption;
  /** 'buyAndHold' when absent. */
  readonly measure?: AbnormalReturn | undefined;
  /** Of the intervals and of the band; 0.95 when absent. */
  readonly level?: number | undefined;
  /** Of the placebo calendars, and of the bootstrap of more than ten events; 1 when absent. */
  readonly seed?: number | undefined;
  /** How many of them; 10,000 when absent. */
  readonly draws?: number | undefined;
}

/** What came after events, and what usually comes. Prints itself. */
export interface EventStudy extends Tabled {
  readonly name: string;
  readonly benchmark: string;
  /** What the events are. */
  readonly events: string;
  readonly measure: AbnormalReturn;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  /** The base and the last row of the time that both series live; null where there is none. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** One study for each length. */
  readonly horizons: readonly HorizonStudy[];
  readonly usesHindsight: boolean;
  readonly assumptions: readonly string[];
}

const OPTIONS = ['benchmark', 'months', 'periods', 'measure', 'level', 'seed', 'draws'];

/**
 * What a series did after events against its benchmark, beside what it did in all windows of the same length.
 *
 * The window of an event begins with the first whole period after the one in which it became known (monthly and coarser, weekly) or with the next row (daily). Per
 * event: `buyAndHold` Π(1 + r) − Π(1 + b), `cumulative` Σ(r − b), or `relativeWealth` Π(1 + r)/Π(1 + b) − 1, three numbers that are not interchangeable.
 * Over the events: mean, median, hit rate with Wilson and Clopper–Pearson intervals, t with n − 1 degrees of freedom, the percentile interval of the mean over resampled
 * events (ten or fewer: all resamples). Against chance: the share and the mean of ALL windows, and the rank of the events among placebo calendars, which keep the distances between
 * the events, in random order from a random start on the circle of all complete windows. Events whose window the data do not cover are listed and left out, overlapping windows are marked, and with them only the placebo stands; under ten
 * windows without a row in common the notes say that there is no inference.
 *
 * *Undefined (NaN):* mean, median and hit rate without events; t, p and intervals of the mean under two events or where all figures are equal.
 *
 * @param events `firstCuts(usPolicyRate())`, observations with `knownOn`, or days, in order.
 * @returns `horizons[k]` for the k-th length: its figures are fractions; `path` is what a chart draws.
 * @throws InputError `series.invalid`, `calendar.mismatch`, `observation.invalid`, `observation.order`, `date.format`, `date.impossible`,
 *   `option.missing`, `option.type`, `option.range`, `option.unknown`.
 * @see MacKinlay, A. C. (1997), "Event Studies in Economics and Finance", Journal of Economic Literature 35(1); Barber, B. M. and Lyon, J. D. (1997),
 *   "Detecting Long-Run Abnormal Stock Returns", Journal of Financial Economics 43(3).
 * @example
 * const size = frenchSize();
 * const study = eventStudy(size.returns('Lo 30'), firstCuts(usPolicyRate()), { benchmark: size.returns('Hi 30'), months: 12 });
 * const { n, hits, baseRate } = study.horizons[0]!;
 * console.log(n, hits, baseRate.share.toFixed(3)); // 9 3 0.505
 */
export function eventStudy(series: ReturnSeries, events: StudyEvents, options: EventStudyOptions): EventStudy {
  const where = 'eventStudy';
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, OPTIONS);
  const { benchmark, months, periods, measure = 'buyAndHold', level = 0.95, seed = 1, draws = 10_000 } = options;
  const horizons = checkHorizons(where, months, periods);
  assertOneOf(where, 'measure', measure, Object.keys(abnormalReturns) as AbnormalReturn[]);
  assertLevel(where, level);
  assertNumber(where, 'seed', seed, { integer: true });
  assertNumber(where, 'draws', draws, { min: 1, max: 10_000_000, integer: true });
  const pair = studyPair(where, series, benchmark);
  const { name, usesHindsight, list } = checkEvents(where, events);
  const settings = { measure, level, seed, draws };
  const { calendar } = pair;
  const figures = {
    name: series.name,
    benchmark: benchmark.name,
    events: name,
    ...settings,
    from: calendar.length === 0 ? null : calendar.date(-1),
    to: calendar.length === 0 ? null : calendar.date(calendar.length - 1),
    horizons: horizons.map((horizon) => horizonStudy(where, pair, list, horizon, settings)),
    usesHindsight: usesHindsight || [series, benchmark].some(({ meta }) => meta.usesHindsight === true),
    assumptions: studyAssumptions(calendar, settings),
  };
  return withTable(figures, eventStudyTable(figures, [series, benchmark], calendar));
}
