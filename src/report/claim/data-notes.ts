import { lived, proxyShare, type ReturnSeries } from '../../panel/index.js';
import { sourceNotes } from '../source-notes.js';

/** What a reader must know of the data: span, proxy rows and hindsight of each series, and the sources. */
export function dataNotes(data: readonly (ReturnSeries | string)[]): string[] {
  const series = data.filter((one) => typeof one !== 'string');
  return [
    ...data.filter((one) => typeof one === 'string'),
    ...(series.length > 0 ? [`Series: ${series.map(span).join('; ')}.`] : []),
    ...sourceNotes(series, null),
  ];
}

function span(series: ReturnSeries): string {
  const { calendar, meta, name } = lived(series);
  const shown = (row: number): string => {
    const date = calendar.date(row);
    return calendar.frequency === 'monthly' ? date.slice(0, 7) : date;
  };
  const window = calendar.length === 0 ? 'no returns' : `${shown(0)} to ${shown(calendar.length - 1)}`;
  const proxy = proxyShare(series);
  return [
    `${name}, ${calendar.frequency}, ${window}`,
    ...(proxy > 0 ? [`${(proxy * 100).toFixed(0)} % of it proxy`] : []),
    ...(meta.usesHindsight === true ? ['made with hindsight'] : []),
  ].join(', ');
}
