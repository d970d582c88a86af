import { InputError } from '../core/index.js';
import { type IsoDate, parseBound, rowOnOrBefore } from '../time/index.js';
import { escapeHtml, type Table, toHtml, toText, withDisplay, wrapText } from '../table/index.js';
import { assertResult } from './assert-result.js';
import { dayLines } from './day-lines.js';
import { idleSentences } from './explain-idle.js';
import { dayTable } from './explain-table.js';
import { tradeSentences } from './explain-trade.js';
import { costText, moneyText, percent, weightsText } from './explain-words.js';
import type { BacktestResult } from './result.js';

/** Why a portfolio traded on a day, or did not. Prints itself. */
export interface Explanation {
  /** The row that is explained. */
  readonly date: IsoDate;
  readonly sentences: readonly string[];
  /** Weights before and after, and the money that moved. */
  readonly table: Table;
  toString(): string;
}

/**
 * Why the portfolio traded on a day, or did not, in words and figures: what was decided and when, what was held before and after, what was
 * bought and sold for how much, which rules bound, money that came or went, trades for assets that came or ended, what became cash because
 * its asset had no return to come, and what the period cost. On a day without a trade: the trades before and after it, and what was held.
 *
 * @param date a day of the run, its base included; a day that is no row means the row before it, and the explanation says so. `YYYY-MM` means
 *   the last row of the month.
 * @throws InputError `series.invalid` (not a result), `date.format`, `date.impossible`, `option.range` (a day outside the run).
 * @see Perold, A. (1988), "The Implementation Shortfall: Paper versus Reality", Journal of Portfolio Management 14(3), 4–9.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.1, 0], B: [0, 0.04] } });
 * const run = backtest(panel, fixedMix({ weights: { A: 0.5, B: 0.5 } }), { costs: { tradingBps: 10 } });
 * console.log(explain(run, '2024-01').sentences[2]); // Held before the trade: A 52.38 %, B 47.62 %.
 */
export function explain(result: BacktestResult, date: string): Explanation {
  assertResult('explain', result);
  const row = rowOf(result, date);
  const day = result.calendar.date(row);
  const traded = result.trades.some((trade) => trade.date === day);
  const decided = result.decisions.some(({ tradedOn }) => tradedOn === day);
  const lines = dayLines(result, row, traded);
  const sentences = [
    ...(date === day || date === day.slice(0, 7)
      ? []
      : [`${date} is no row of the result; the row before it is ${day}.`]),
    ...(traded || decided ? tradeSentences(result, day) : quietSentences(result, row, day)),
    ...waitingSentences(result, day),
    ...flowSentences(result, day),
    ...idleSentences(result, lines, row),
    ...takenSentences(result, row),
    ...endSentences(result, row, day),
  ];
  const found: Explanation = {
    date: day,
    sentences: Object.freeze(sentences),
    table: dayTable(result, row, traded, lines),
  };
  return withDisplay(found, {
    text: (self) => [...self.sentences.map((sentence) => wrapText(sentence)), '', toText(self.table)].join('\n'),
    html: (self) =>
      `${self.sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('\n')}\n${toHtml(self.table)}`,
  });
}

/** The row that a date means. */
function rowOf({ name, calendar, settings }: BacktestResult, date: unknown): number {
  const wanted = parseBound(date, 'to', 'explain, the date');
  const last = calendar.date(calendar.length - 1);
  if (date === last.slice(0, 7)) return calendar.length - 1;
  const row = rowOnOrBefore(calendar, wanted);
  // What was traded at the base of a slice belongs to the row before it, which the slice does not have.
  const first = settings.firstDecision === calendar.date(-1) ? -1 : 0;
  if (row >= first && wanted <= calendar.days[calendar.length - 1]!) return row;
  throw new InputError(
    'option.range',
    `explain: ${String(date)} is outside the rows of "${name}", which go from ${calendar.date(first)}${first < 0 ? ' (its base)' : ''} to ${last}. Give a day in between.`,
    { date, from: calendar.date(first), to: last },
  );
}

/** A day on which nothing was traded. */
function quietSentences(
  { trades, assets, weights, settings, calendar }: BacktestResult,
  row: number,
  day: string,
): string[] {
  const before = trades.findLast((trade) => trade.date < day);
  const after = trades.find((trade) => trade.date > day);
  const around = [
    before === undefined
      ? 'the result has no trade before it'
      : `the last trade before it was on ${before.date} (${before.reason})`,
    after === undefined ? 'none after it' : `the next one on ${after.date} (${after.reason})`,
  ];
  const held = Object.fromEntries(assets.map((asset) => [asset, row < 0 ? 0 : weights(asset)[row]!]));
  return [
    `No trade on this day: decides ${settings.schedule}; ${around.join(', ')}.`,
    ...(row < 0
      ? []
      : [`Held in the period from ${calendar.date(row - 1)} to it, at its start: ${weightsText(held)}.`]),
  ];
}

/** Decisions of the day that were traded later, or never. */
function waitingSentences({ decisions }: BacktestResult, day: string): string[] {
  return decisions
    .filter(({ decidedOn, tradedOn }) => decidedOn === day && tradedOn !== day)
    .map(
      ({ target, tradedOn }) =>
        `The strategy decided on this day: ${weightsText(target)}; ${tradedOn === null ? 'the run ended before it could be traded' : `traded on ${tradedOn}`}.`,
    );
}

function flowSentences({ flows, settings }: BacktestResult, day: string): string[] {
  const money = moneyText(settings);
  return flows
    .filter(({ date, amount }) => date === day && amount !== 0)
    .map(({ amount }) => `The investor ${amount > 0 ? 'brought' : 'took'} ${money(Math.abs(amount))}.`);
}

/** What the period that ended on the day earned and cost. */
function takenSentences({ values, gross, costs }: BacktestResult, row: number): string[] {
  if (row < 0) return [];
  const parts = (['trading', 'fees', 'financing'] as const)
    .filter((part) => costs[part][row]! !== 0)
    .map(
      (part) =>
        `${part} ${costText(costs[part][row]!)}${part === 'trading' && row === 0 ? ' with the trades at the base' : ''}`,
    );
  const earned = `The period that ended on it returned ${percent(gross.values[row]!)} before costs and ${percent(values[row]!)} after`;
  return [
    parts.length === 0
      ? `${earned}: it cost nothing.`
      : `${earned}. Of the wealth there was, it cost: ${parts.join(', ')}.`,
  ];
}

function endSentences({ end, nextTarget, calendar, settings }: BacktestResult, row: number, day: string): string[] {
  if (row < calendar.length - 1) return [];
  if (end === 'ruined') return ['All wealth was lost on this day, and the run ends.'];
  if (end === 'depleted') return ['The withdrawal took all that there was, and the run ends.'];
  const { decidedOn, weights } = nextTarget;
  const when =
    decidedOn === day
      ? `The strategy would hold from now on (${settings.strategy})`
      : `Its last answer, of ${decidedOn}`;
  return [`The result ends on this day. ${when}: ${weightsText(weights)}.`];
}
