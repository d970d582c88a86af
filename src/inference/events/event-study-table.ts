import { inPercent } from '../../core/index.js';
import { describeSpan, type ReturnSeries } from '../../panel/index.js';
import { type Cell, countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import type { Calendar } from '../../time/index.js';
import { pCell } from '../regression/factor-regression-table.js';
import type { Untabled } from '../with-table.js';
import { abnormalReturns } from './abnormal-return.js';
import type { EventStudy } from './event-study.js';
import { studyNotes } from './event-study-notes.js';
import { intervalName } from './hit-rate-interval.js';
import type { HorizonStudy } from './horizon-study.js';

/** The table of a study: a row for each event, below them what they come to, what all windows do, and the rank among placebos. */
export function eventStudyTable(
  study: Untabled<EventStudy>,
  series: readonly ReturnSeries[],
  calendar: Calendar,
): Table {
  const { horizons, level } = study;
  const percent = inPercent(level);
  const line = (label: string, cell: (one: HorizonStudy) => Cell): Record<string, Cell | string> => ({
    event: label,
    ...Object.fromEntries(horizons.map((one) => [one.horizon, cell(one)])),
  });
  const { wilson, clopperPearson } = horizons[0]!;
  return makeTable({
    title: `${study.name} against ${study.benchmark} after ${study.events}: ${abnormalReturns[study.measure].name}${calendar.length === 0 ? '' : `, ${describeSpan(calendar)}`}`,
    columns: [
      { key: 'event', label: 'Event', align: 'left' },
      ...horizons.map(({ horizon }) => ({ key: horizon, label: horizon })),
    ],
    rows: [
      ...eventRows(horizons),
      line('Events', ({ n }) => countCell(n)),
      line('Mean', (one) => percentCell(one.mean)),
      line('Median', (one) => percentCell(one.median)),
      line('t (events − 1 df)', ({ t }) => numberCell(t)),
      line('p of t, two-sided', ({ pValue }) => pCell(pValue)),
      line(`Mean, ${percent} by t`, ({ interval }) => rangeCell(interval)),
      line(`Mean, ${percent} by bootstrap of events`, ({ bootstrap }) => rangeCell(bootstrap)),
      line('Won', ({ hits, n, ties }) => ({
        value: hits,
        text: `${hits} of ${n}${ties === 0 ? '' : `, ${ties} level`}`,
      })),
      line('Share won', ({ hitRate }) => percentCell(hitRate)),
      line(`Share won, ${intervalName(wilson)}`, (one) => rangeCell(one.wilson)),
      line(`Share won, ${intervalName(clopperPearson)}`, (one) => rangeCell(one.clopperPearson)),
      line('All windows: share won', ({ baseRate }) => percentCell(baseRate.share)),
      line('All windows: mean', ({ baseRate }) => percentCell(baseRate.mean)),
      line('Placebo p of the mean, one-sided', ({ placebo }) => pCell(placebo.meanPValue)),
      line('Placebo p of the share won, one-sided', ({ placebo }) => pCell(placebo.sharePValue)),
    ],
    notes: studyNotes(study, series, calendar),
  });
}

/** A row for each event, also where several happened on one day; all horizons have the same events in the same order. */
function eventRows(horizons: readonly HorizonStudy[]): Record<string, Cell | string>[] {
  const cells = horizons.map(eventCells);
  return cells[0]!.map(({ date }, event) => ({
    event: date,
    ...Object.fromEntries(horizons.map(({ horizon }, place) => [horizon, cells[place]![event]!.cell])),
  }));
}

interface EventCell {
  readonly date: string;
  readonly knownOn: string;
  readonly cell: Cell;
}

/** What a horizon has of each event, by date and by the day on which it was known. */
function eventCells({ events, excluded }: HorizonStudy): EventCell[] {
  const found = events.map(({ date, knownOn, value, overlaps }) => {
    return { date, knownOn, cell: { value, text: `${percentCell(value).text}${overlaps ? '*' : ''}` } };
  });
  const left = excluded.map(({ date, knownOn, why }) => ({ date, knownOn, cell: { value: null, text: why } }));
  const key = ({ date, knownOn }: EventCell): string => `${date} ${knownOn}`;
  return [...found, ...left].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function rangeCell({ low, high }: HorizonStudy['interval']): Cell {
  if (Number.isNaN(low)) return numberCell(NaN);
  return textCell(`${percentCell(low).text.replace(' %', '')} to ${percentCell(high).text}`);
}
