import { assertFilledArray, InputError } from '../../core/index.js';
import {
  assertReturnSeries,
  describeSpan,
  fromSeries,
  lived,
  makeReturnSeries,
  onCommonCloses,
  overlap,
  proxyNote,
  type ReturnSeries,
} from '../../panel/index.js';
import { closesNote } from '../../stats/index.js';
import { sourceNotes } from '../source-notes.js';

/** One series, or several to stand in one picture. */
export type SeriesInput = ReturnSeries | readonly ReturnSeries[];

/** Series over the time in which all have returns, and what must be said of them. */
export interface ChartSeries {
  readonly all: readonly ReturnSeries[];
  readonly window: string;
  /** Sentences of sources, proxies and hindsight, which stand in the picture itself. */
  readonly marks: readonly string[];
  /** Sentences that stand below it. */
  readonly notes: readonly string[];
}

/** Cuts series to the time that all of them live in, so that none is drawn with a head start. */
export function chartSeries(where: string, given: SeriesInput): ChartSeries {
  const list: readonly ReturnSeries[] = Array.isArray(given)
    ? (given as readonly ReturnSeries[])
    : [given as ReturnSeries];
  assertFilledArray(where, 'the series', list);
  list.forEach((one, index) => {
    assertReturnSeries(where, `series ${index}`, one);
  });
  const names = list.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError('panel.name', `${where}: two series are called "${twice}". A picture needs a name for each.`, {
      where,
      name: twice,
    });
  }
  const all = list.length === 1 ? [lived(list[0]!)] : together(list);
  const [first] = all;
  if (first === undefined || first.calendar.length === 0) {
    throw new InputError(
      'panel.empty-window',
      `${where}: "${names.join(', ')}" has no returns, so there is nothing to draw.`,
      {
        where,
      },
    );
  }
  return {
    all,
    window: describeSpan(first.calendar),
    marks: seriesMarks(all),
    notes: [...(list.length > 1 ? closesNote(...list) : []), ...seriesNotes(all)],
  };
}

function together(list: readonly ReturnSeries[]): readonly ReturnSeries[] {
  const cut = overlap(fromSeries(...onCommonCloses(list)));
  return list.map(({ name, meta }) => {
    const { calendar, values } = cut.returns(name);
    return makeReturnSeries(name, calendar, values.slice(), meta);
  });
}

/** What a picture of series must carry in its subtitle: hindsight, proxies, and the sources. */
export function seriesMarks(all: readonly ReturnSeries[]): string[] {
  const sources = sourceNotes(all, null).filter((note) => note.startsWith('Data: '));
  return [
    ...(all.some(({ meta }) => meta.usesHindsight === true)
      ? ['Uses hindsight: something in it was known only later.']
      : []),
    ...all.flatMap((one) => {
      const note = proxyNote(one);
      return note === undefined ? [] : [`${one.name}: ${note}`];
    }),
    ...sources,
  ];
}

/** What stands below a picture of series: joins, kinds of returns, fees. */
export function seriesNotes(all: readonly ReturnSeries[]): string[] {
  return sourceNotes(all, null).filter((note) => !note.startsWith('Data: '));
}
