import { proxyNote, type ReturnSeries } from '../panel/index.js';
import { cashNote, type Summary } from '../stats/index.js';
import type { Frequency } from '../time/index.js';
import { isResult } from './is-result.js';
import type { ComparisonLines } from './comparison-groups.js';
import { sourceNotes } from './source-notes.js';
import { tradingNotes } from './trading-notes.js';

/** What {@link comparisonNotes} speaks of. */
export interface Noted {
  /** The window in words. */
  readonly window: string;
  /** How series of different holidays are compared. */
  readonly closes: readonly string[];
  /** How many periods it has. */
  readonly periods: number;
  /** Complete calendar years in it. */
  readonly completeYears: number;
  readonly series: readonly ReturnSeries[];
  /** Column heads and figures, one per series. */
  readonly labels: readonly string[];
  readonly summaries: readonly Summary[];
  /** The series cut to the window, in the same order. */
  readonly cut: readonly ReturnSeries[];
  readonly riskFree: ReturnSeries | undefined;
  /** The groups of rows beside the usual ones. */
  readonly groups: readonly ComparisonLines[];
}

/** What a reader of a comparison must know, in sentences. */
export function comparisonNotes(noted: Noted): string[] {
  const { window, periods, series, labels, summaries, riskFree } = noted;
  const renamed = series.flatMap(({ name }, index) => {
    const label = labels[index]!;
    if (label === name) return [];
    return [name.startsWith(label) ? name : `${label} is ${name}`];
  });
  return [
    `Window: ${window}.`,
    ...noted.closes,
    ...(renamed.length === 0 ? [] : [`Columns: ${renamed.join('; ')}.`]),
    pathNote(noted),
    riskFreeNote(riskFree, summaries[0]),
    ...cashNotes(noted),
    ...noted.groups.flatMap(({ note }) => note ?? []),
    ...shortNote(summaries[0]),
    ...coverageNotes(noted),
    ...proxyNotes(noted),
    ...(summaries.some(({ benchmark }) => (benchmark?.ties ?? 0) > 0)
      ? ['Hit rate: a tie with the benchmark is no hit, but counts as a period.']
      : []),
    ...tradingNotes(series, labels, periods),
    ...hindsightNotes(noted),
    ...sourceNotes(series, lastDay(summaries)),
  ];
}

const ENDS: Readonly<Record<Exclude<Frequency, 'daily'>, string>> = {
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  annual: 'year',
};

/** What the figures of the path rest on: the closes that it sees, and how many years there are to choose from. */
function pathNote({ summaries, completeYears }: Noted): string {
  const frequency = summaries[0]?.frequency ?? 'daily';
  const closes =
    frequency === 'daily'
      ? 'on daily closes'
      : `on ${ENDS[frequency]} ends (within a ${ENDS[frequency]} it can go deeper)`;
  const years =
    completeYears === 0
      ? 'no complete calendar year'
      : `worst and best of ${completeYears} complete calendar year${completeYears === 1 ? '' : 's'}`;
  return `Drawdown ${closes}; ${years}.`;
}

function riskFreeNote(riskFree: ReturnSeries | undefined, summary: Summary | undefined): string {
  const target = 'Sortino ratio against 0.';
  if (riskFree === undefined || summary === undefined)
    return `Sharpe ratio with a risk-free return of 0; alpha and beta on plain returns. ${target}`;
  const joins = (riskFree.meta.joins ?? [])
    .filter(({ from }) => summary.to === null || from <= summary.to)
    .map(({ from, source }) => `; from ${from} on: ${source}`)
    .join('');
  return `Risk-free: ${riskFree.name}${joins}. ${target}`;
}

/** On how many periods the figures over cash rest: one sentence for all columns of which the same is true. */
function cashNotes({ labels, summaries }: Noted): string[] {
  const columns = new Map<string, string[]>();
  summaries.forEach((summary, index) => {
    const note = cashNote(summary);
    if (note !== undefined) columns.set(note, [...(columns.get(note) ?? []), labels[index]!]);
  });
  return [...columns].map(([note, of]) => (of.length === summaries.length ? note : `${of.join(', ')}: ${note}`));
}

function shortNote(summary: Summary | undefined): string[] {
  if (summary === undefined || summary.years >= 1 || Number.isNaN(summary.years)) return [];
  return [
    `Under one year: no CAGR. Volatility, ratios and alpha are annualised from ${summary.periods} periods: they say little.`,
  ];
}

/** Missing returns inside the window: the figures of such a series are not those of the others. */
function coverageNotes({ periods, labels, summaries }: Noted): string[] {
  return summaries.flatMap((summary, index) => {
    if (summary.periods === periods) return [];
    const undefinedFigures = summary.holes > 0 ? ' CAGR and drawdown over a hole are undefined (–).' : '';
    return [
      `Warning: ${labels[index]!} has returns in ${summary.periods} of ${periods} periods only; its figures are over these.${undefinedFigures}`,
    ];
  });
}

/** Rows that are not the record of what the column is named after. The risk-free series is not cut: it never shortens the window. */
function proxyNotes({ labels, cut, riskFree }: Noted): string[] {
  const named = cut.map((series, index) => ({ label: labels[index]!, series }));
  if (riskFree !== undefined) named.push({ label: riskFree.name, series: riskFree });
  return named.flatMap(({ label, series }) => {
    const note = proxyNote(series, cut[0]?.calendar);
    return note === undefined ? [] : [`${label}: ${note}`];
  });
}

/** Series that nobody could have known; a backtest says so among its own warnings. */
function hindsightNotes({ series, labels, riskFree }: Noted): string[] {
  const marked = series.flatMap((one, index) =>
    one.meta.usesHindsight === true && !isResult(one) ? [labels[index]!] : [],
  );
  if (riskFree?.meta.usesHindsight === true) marked.push(riskFree.name);
  if (marked.length === 0) return [];
  return [`Warning: made with hindsight, so that nobody could have known it at the time: ${marked.join(', ')}.`];
}

const lastDay = (summaries: readonly Summary[]): string | null =>
  summaries.reduce<string | null>((last, { to }) => (to !== null && (last === null || to > last) ? to : last), null);
