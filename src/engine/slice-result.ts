import { deepFreeze, type ReadonlyFloat64Array } from '../core/index.js';
import { describeSpan, describeWindow } from '../panel/index.js';
import { type Calendar, type IsoDate, sliceCalendar } from '../time/index.js';
import { flowSentences } from './flow-sentences.js';
import { makeResult, type ResultParts } from './make-result.js';
import type { BacktestResult, Decision, NextTarget } from './result.js';
import { ruleSentences } from './rule-sentences.js';
import { sha256Hex } from './sha256-hex.js';

/** The parts of a slice; it knows the run that it is of, so that a slice of a slice is a slice of the run. */
interface SliceParts extends ResultParts {
  readonly whole: ResultParts;
}

/** The rows `first` to `last` of a result as a result of its own, without running again. See `slice`. */
export function sliceResult(parts: ResultParts, first: number, last: number): BacktestResult {
  if (first === 0 && last === parts.calendar.length - 1) return makeResult(parts);
  const { whole, offset } = wholeOf(parts);
  const sliced: SliceParts = { ...cut(whole, first + offset, last + offset), whole };
  return makeResult(sliced);
}

function wholeOf(parts: ResultParts): { whole: ResultParts; offset: number } {
  const { whole } = parts as Partial<SliceParts>;
  if (whole === undefined) return { whole: parts, offset: 0 };
  return { whole, offset: whole.calendar.days.indexOf(parts.calendar.days[0]!) };
}

function cut(whole: ResultParts, first: number, last: number): ResultParts {
  const { settings } = whole;
  const calendar = sliceCalendar(whole.calendar, first, last + 1);
  const rows = (values: Float64Array | ReadonlyFloat64Array): Float64Array => values.slice(first, last + 1);
  const isWithin = within(whole.calendar, first, last);
  const ends = last === whole.calendar.length - 1;
  const span = describeSpan(whole.calendar);
  const decisions = deepFreeze(whole.decisions.filter(({ tradedOn, decidedOn }) => isWithin(tradedOn ?? decidedOn)));
  return {
    ...whole,
    calendar,
    net: rows(whole.net),
    gross: rows(whole.gross),
    financing: rows(whole.financing),
    fees: rows(whole.fees),
    trading: rows(whole.trading),
    money: Object.fromEntries(
      Object.entries(whole.money).map(([column, values]) => [column, rows(values)]),
    ) as unknown as ResultParts['money'],
    decisions,
    nextTarget: ends ? whole.nextTarget : targetOn(calendar.date(last - first), whole, last),
    tradeTotals: whole.tradeTotals.filter(({ date }) => isWithin(date)),
    flows: whole.flows.filter(({ date }) => isWithin(date)),
    end: ends ? whole.end : 'complete',
    settings: deepFreeze({
      ...settings,
      warmUp: first === 0 ? settings.warmUp : 0,
      from: calendar.date(0),
      to: calendar.date(last - first),
      startLimitedBy: first === 0 ? settings.startLimitedBy : [],
      endLimitedBy: ends ? settings.endLimitedBy : [],
    }),
    assumptions: assumptionsOf(whole, calendar, decisions, first),
    warnings: Object.freeze([
      `A slice of a run from ${span}: nothing was run again, and what else is said here is of the whole run.`,
      ...whole.warnings,
    ]),
    earned: () => rows(whole.earned()),
    trades: () => deepFreeze(whole.trades().filter(({ date }) => isWithin(date))),
    weights: (member) => rows(whole.weights(member)),
    contributions: (member) => rows(whole.contributions(member)),
    digest: () =>
      sha256Hex([
        'backtilt slice 1',
        `run ${whole.digest()}`,
        `rows ${calendar.date(0)} ${calendar.date(last - first)}`,
      ]),
  };
}

/** The assumptions of the run as far as they are true of the slice: its window, what it begins with, and how often rules bound in it. */
function assumptionsOf(
  whole: ResultParts,
  calendar: Calendar,
  decisions: readonly Decision[],
  first: number,
): readonly string[] {
  const { rules, flows } = whole.settings;
  const base = calendar.date(-1);
  const invested = first > 0 && whole.decisions.some(({ tradedOn }) => tradedOn !== null && tradedOn <= base);
  const ofRun = ruleSentences(rules, whole.decisions);
  const ofSlice = ruleSentences(rules, decisions);
  const place = ofRun.length === 0 ? -1 : whole.assumptions.indexOf(ofRun[0]!);
  const window = `Window: ${describeWindow(calendar, { startLimitedBy: [], endLimitedBy: [] })}, a slice of ${describeSpan(whole.calendar)}.`;
  const sentences = whole.assumptions.flatMap((sentence, index) => {
    if (sentence.startsWith('Window: ')) return [window];
    if (first > 0 && sentence === flowSentences(flows)[0]) {
      return flowSentences(flows, whole.money.opening[first]).slice(0, 1);
    }
    if (invested && sentence.startsWith('Decides '))
      return [sentence.replace('; until the first trade all is cash', '')];
    if (index === place) return ofSlice;
    return ofRun.includes(sentence) ? [] : [sentence];
  });
  return Object.freeze(sentences);
}

/** Whether what happened at the close of a day lies in the rows; what happened at the base of the run lies in its first row. */
function within(calendar: Calendar, first: number, last: number): (date: IsoDate) => boolean {
  const [from, to] = [calendar.date(first - 1), calendar.date(last)];
  return (date) => (date > from || (first === 0 && date === from)) && date <= to;
}

/** What was to be held on a day in the middle of a run: the answer of the last decision by then, as far as it was traded by then. */
function targetOn(day: IsoDate, { decisions, assets, weights }: ResultParts, row: number): NextTarget {
  // At the start of the row after: what the close left, after its trades.
  const rest = assets.map((asset, member) => [asset, weights(member)[row + 1]!] as const);
  const held = Object.fromEntries(rest.filter(([, weight]) => weight !== 0));
  const last = decisions.findLast(({ decidedOn }) => decidedOn <= day);
  if (last === undefined)
    return deepFreeze({ decidedOn: day, weights: {}, target: {}, bound: [], held, scheduled: false, trades: false });
  const { decidedOn, tradedOn, target } = last;
  const traded = tradedOn !== null && tradedOn <= day;
  return deepFreeze({
    decidedOn,
    weights: traded ? last.weights : target,
    target,
    bound: traded ? last.bound : [],
    held,
    scheduled: decidedOn === day,
    trades: false,
  });
}
