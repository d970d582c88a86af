import { describeValue, InputError } from '../core/index.js';
import {
  type Displayed,
  makeTable,
  numberCell,
  percentCell,
  type Table,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { type IsoDate, monthNumber, parseIsoDate } from '../time/index.js';
import type { Turns } from './turning-points.js';

/** One way from a turn to the next. */
export interface Run {
  readonly direction: 'up' | 'down';
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Calendar months between them: 12 × difference of years + difference of months. */
  readonly months: number;
  /** Level at the end / level at the beginning − 1, or their difference, as the turns were found. */
  readonly change: number;
  /** Where the data cut it: the run is at least as long as it says. null for a whole run. */
  readonly cutOff: 'beginning' | 'end' | null;
}

/** Runs, oldest first. Prints itself. */
export interface RunLengths extends Displayed {
  readonly name: string;
  readonly runs: readonly Run[];
  /** The whole ones among them. */
  readonly complete: number;
  readonly usesHindsight: true;
}

/**
 * How long leadership lasts: the runs from turn to turn of a zig-zag, with the first and the last one, which the data cut off.
 *
 * A run goes from the day of an extreme to the day of the next, so it is known only when the latter is confirmed: `usesHindsight` is true.
 * The first one begins before the data, the last one ends at the last observation and goes on: both are shorter than they are in truth, and
 * a mean length without them, or with them as if they were whole, is too small. How long the present regime has lasted, as it could be
 * known: `regimeAge`.
 *
 * @param turns from `turningPoints`, with peaks and troughs. Without a turn there is no run.
 * @throws InputError `option.type` (no turns), `option.range` (only peaks or only troughs).
 * @see Pagan, A. R. and Sossounov, K. A. (2003), "A Simple Framework for Analysing Bull and Bear Markets", Journal of Applied Econometrics
 *   18(1): durations and amplitudes of phases.
 * @example
 * const { returns } = fromReturns({ frequency: 'annual', dates: ['2020-12', '2021-12', '2022-12', '2023-12'], returns: { A: [0.5, 0.5, -0.5, 0.25] } });
 * const { runs } = runLengths(turningPoints(returns('A'), { threshold: 0.3 }));
 * console.log(runs.map(({ direction, months, cutOff }) => `${direction} ${months} ${cutOff}`).join(', ')); // up 24 beginning, down 24 end
 */
export function runLengths(turns: Turns): RunLengths {
  const where = 'runLengths';
  const given = turns as Partial<Turns> | null | undefined;
  if (!Array.isArray(given?.events) || given.threshold === undefined) {
    throw new InputError(
      'option.type',
      `${where}: found ${describeValue(given)}; give turningPoints(level, { threshold }).`,
      {
        where,
        found: describeValue(given),
      },
    );
  }
  if (turns.only !== null) {
    throw new InputError(
      'option.range',
      `${where}: the turns are only ${turns.only}; a run goes from a peak to a trough or back. Leave "only" out of turningPoints.`,
      { where, only: turns.only },
    );
  }
  const { events, first, last, by } = turns;
  const points = events.length === 0 ? [] : [first!, ...events, last!];
  const runs = points.slice(1).map((end, index): Run => {
    const begin = points[index]!;
    // The first event ends a run up to it; every other run begins at an event.
    const up = index === 0 ? events[0]!.type === 'peak' : events[index - 1]!.type === 'trough';
    const months = monthNumber(parseIsoDate(end.date, where)) - monthNumber(parseIsoDate(begin.date, where));
    return Object.freeze({
      direction: up ? 'up' : 'down',
      from: begin.date,
      to: end.date,
      months,
      change: by === 'ratio' ? end.level / begin.level - 1 : end.level - begin.level,
      cutOff: index === 0 ? 'beginning' : index === points.length - 2 ? 'end' : null,
    });
  });
  const complete = runs.filter(({ cutOff }) => cutOff === null).length;
  const figures = { name: `runs of ${turns.name}`, runs: Object.freeze(runs), complete, usesHindsight: true as const };
  const shown = table(figures, by);
  return withDisplay(figures, { text: () => toText(shown), html: () => toHtml(shown) });
}

function table({ name, runs, complete }: Omit<RunLengths, 'toString'>, by: Turns['by']): Table {
  return makeTable({
    title: `${name}: ${complete} whole of ${runs.length}`,
    columns: [
      { key: 'direction', label: 'Direction', align: 'left' },
      { key: 'from', label: 'From', align: 'left' },
      { key: 'to', label: 'To', align: 'left' },
      { key: 'months', label: 'Months' },
      { key: 'change', label: 'Change' },
    ],
    rows: runs.map(({ direction, from, to, months, change, cutOff }) => ({
      direction,
      from,
      to,
      months: { value: months, text: cutOff === null ? String(months) : `≥ ${months}` },
      change: by === 'ratio' ? percentCell(change) : numberCell(change, 4),
    })),
    notes: ['Warning: uses hindsight: a turn is known only later. ≥: cut off by the data.'],
  });
}
