import { inPercent } from '../../core/index.js';
import { describeSpan, type ReturnSeries } from '../../panel/index.js';
import { type Cell, countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import type { Calendar } from '../../time/index.js';
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
      ...eventDates(horizons).map((date) => line(date, (one) => eventCell(one, date))),
      line('Events', ({ n }) => countCell(n)),
      line('Mean', (one) => percentCell(one.mean)),
      line('Median', (one) => percentCell(one.median)),
      line('t (events − 1 df)', ({ t }) => numberCell(t)),
      line('p of t, two-sided', ({ pValue }) => numberCell(pValue, 3)),
      line(`Mean, ${percent} by t`, ({ interval }) => rangeCell(interval)),
      line(`Mean, ${percent} by bootstrap of events`, ({ bootstrap }) => rangeCell(bootstrap)),
      line('Won', ({ hits, n }) => ({ value: hits, text: `${hits} of ${n}` })),
      line('Share won', ({ hitRate }) => percentCell(hitRate)),
      line(`Share won, ${intervalName(wilson)}`, (one) => rangeCell(one.wilson)),
      line(`Share won, ${intervalName(clopperPearson)}`, (one) => rangeCell(one.clopperPearson)),
      line('All windows: share won', ({ baseRate }) => percentCell(baseRate.share)),
      line('All windows: mean', ({ baseRate }) => percentCell(baseRate.mean)),
      line('Placebo p of the mean', ({ placebo }) => numberCell(placebo.meanPValue, 3)),
      line('Placebo p of the share won', ({ placebo }) => numberCell(placebo.sharePValue, 3)),
    ],
    notes: studyNotes(study, series, calendar),
  });
}

/** The days of all events, each as often as it is one. */
function eventDates([first]: readonly HorizonStudy[]): string[] {
  const all = [...first!.events, ...first!.excluded];
  return [...new Set(all.map(({ date }) => date))].sort();
}

function eventCell({ events, excluded }: HorizonStudy, date: string): Cell {
  const found = events.find((one) => one.date === date);
  if (found !== undefined)
    return { value: found.value, text: `${percentCell(found.value).text}${found.overlaps ? '*' : ''}` };
  return { value: null, text: excluded.find((one) => one.date === date)?.why ?? '–' };
}

function rangeCell({ low, high }: HorizonStudy['interval']): Cell {
  if (Number.isNaN(low)) return numberCell(NaN);
  return textCell(`${percentCell(low).text.replace(' %', '')} to ${percentCell(high).text}`);
}
