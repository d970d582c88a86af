import { seriesMarks } from '../charts/chart-series.js';
import { isResult } from '../is-result.js';
import type { SheetData } from './sheet-data.js';

/** Sentences of a comparison without which its figures must not be read. */
const GRAVE = /^Warning|rows are of a proxy|^Research portfolios|^Under one year|Trading is free|hindsight/i;

/** Fewer decisions than this are cases, not a sample. */
const FEW = 10;

/** A record shorter than this, in years, has seen few falls. */
const SHORT = 5;

/** The sentences of a page. */
export type SheetNotes = Readonly<Record<'warnings' | 'assumptions', readonly string[]>>;

/** What a reader must know first, and the rest of what was assumed, both in sentences. */
export function sheetNotes(data: SheetData, inferred: readonly string[]): SheetNotes {
  const { comparison, all } = data;
  const marks = seriesMarks(all).filter((mark) => mark.startsWith('Uses hindsight'));
  const told = comparison.notes.filter((note) => GRAVE.test(note));
  const seen = told.some((note) => /hindsight/i.test(note));
  return {
    warnings: [...new Set([...told, ...(seen ? [] : marks), ...ownWarnings(data), ...inferred])],
    assumptions: comparison.notes.filter((note) => !GRAVE.test(note)),
  };
}

function ownWarnings({ subjects, comparison, trials }: SheetData): string[] {
  const years = comparison.compared[0]!.summary.years;
  const price = subjects.filter(({ meta }) => meta.kind === 'price').map(({ name }) => name);
  const runs = subjects.filter(isResult);
  return [
    ...(price.length === 0 ? [] : [`${price.join(', ')}: price returns; dividends are missing.`]),
    ...runs.flatMap(({ name, decisions }) =>
      decisions.length >= FEW
        ? []
        : [`${name} rests on ${counted(decisions.length, 'decision')}: under ten are cases, not a sample.`],
    ),
    ...(years < SHORT ? [`Short history: ${years.toFixed(1)} years.`] : []),
    ...(runs.length === 0 || trials !== undefined
      ? []
      : ['How many variants were tried before is not known here: the best of several looks better than it is.']),
    ...(subjects.length > 2
      ? [`${subjects.length} series stand side by side: the best of them is partly the luckiest.`]
      : []),
  ];
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
