import { deepFreeze, lazily } from '../core/index.js';
import { makeReturnSeries, proxyNote } from '../panel/index.js';
import { sliceCalendar } from '../time/index.js';
import { assumptionSentences } from './assumptions.js';
import { decisionList, namedRules, namedTarget, namedWeights, tradeList } from './decision-list.js';
import { earnedByAssets, stopAtRuin } from './earned-by-assets.js';
import { makeResult, type ResultParts } from './make-result.js';
import type { BacktestOptions } from './options.js';
import type { BacktestResult, NextTarget, TradeTotal } from './result.js';
import { resultMeta } from './result-meta.js';
import { type ReturnPaths, returnPaths } from './return-paths.js';
import type { Run, RunInput } from './run.js';
import { runDigest } from './run-digest.js';
import { settingsOf } from './settings-of.js';
import { hindsightOf, runWarnings } from './warnings.js';
import { contributionPath, weightPath } from './weight-path.js';

/** Names, dates and sentences for what a run gave in numbers. */
export function assembleResult(input: RunInput, raw: Run, options: BacktestOptions): BacktestResult {
  const { store, strategy, plan, fees, lives, account } = input;
  const { start, last } = raw;
  const calendar = sliceCalendar(store.calendar, start + 1, last + 1);
  const settings = settingsOf(input, raw, options);
  const weights = (member: number): Float64Array => weightPath(raw, lives, fees, plan, member);
  const contributions = (member: number): Float64Array => contributionPath(raw, lives, plan, member, weights(member));
  const known = {
    name: strategy.name,
    calendar,
    assets: Object.freeze([...plan.assets]),
    flows: raw.flows.map(({ row, amount }) => ({ date: store.calendar.date(row), amount })),
    end: raw.end,
    settings,
    path: raw.path,
    earned: () => stopAtRuin(earnedByAssets(input, raw), raw.book.before, parts.money),
    trades: () => tradeList(raw.trades, plan.assets, store.calendar),
    weights,
    contributions,
    digest: () => runDigest(input, raw, settings),
  };
  const paths = lazily({}, { all: () => returnPaths(raw) });
  const parts: ResultParts = lazily<typeof known, Omit<ResultParts, keyof typeof known>>(known, {
    meta: () => resultMeta(input, hindsightOf(store, strategy, plan, account.meta, input.flows.indicators).length > 0),
    net: () => raw.net ?? paths.all.net,
    gross: () => paths.all.gross,
    financing: () => paths.all.financing,
    fees: () => paths.all.fees,
    trading: () => paths.all.trading,
    money: () => moneyOf(raw, paths.all),
    decisions: () => decisionList(raw.decisions, plan.assets, store.calendar),
    nextTarget: () => nextTargetOf(input, raw),
    tradeTotals: () => tradeTotalsOf(input, raw),
    assumptions: () =>
      assumptionSentences(settings, calendar, store, plan.positions, parts.decisions, indicatorsOf(input)),
    warnings: () => {
      const proxies = proxyNote(makeReturnSeries(strategy.name, calendar, parts.net, parts.meta));
      return Object.freeze([
        ...runWarnings(input, raw),
        ...(proxies === undefined ? [] : [`Contains a proxy: ${proxies}`]),
      ]);
    },
  });
  return makeResult(parts);
}

function tradeTotalsOf({ store }: RunInput, { trades }: Run): TradeTotal[] {
  const totals: TradeTotal[] = [];
  let purchased = false;
  for (const { row, reason, traded, turnoverBeyondFlow, cost } of trades) {
    const first: boolean = !purchased && traded > 0;
    purchased ||= first;
    if (reason !== 'flow')
      totals.push({ date: store.calendar.date(row), reason, turnover: turnoverBeyondFlow, cost, first });
  }
  return totals;
}

/** Indicators that the strategy or the flows read. */
const indicatorsOf = ({ strategy, flows }: RunInput): string[] => [
  ...new Set([...((strategy.indicators ?? []) as readonly string[]), ...flows.indicators]),
];

function nextTargetOf({ store, plan }: RunInput, { next, last }: Run): NextTarget {
  return deepFreeze({
    decidedOn: store.calendar.date(last),
    weights: namedWeights(next.wish, plan.assets),
    target: namedTarget(next.target, plan.assets),
    bound: namedRules(next.bound, plan.assets),
    held: namedWeights(next.drifted, plan.assets),
    scheduled: next.scheduled,
    trades: next.trades,
  });
}

function moneyOf(
  { book, start, initial, opening, openingKept, flows }: Run,
  { gross, financing: taken, fees: charged }: ReturnPaths,
): ResultParts['money'] {
  const openings = new Float64Array(book.after.length);
  openings.set(book.after.subarray(0, -1), 1);
  openings[0] = initial;
  const flow = book.flows.slice();
  const trading = book.trading.slice();
  flow[0]! += flows.reduce((sum, { row, amount }) => (row === start ? sum + amount : sum), 0);
  trading[0]! += opening / openingKept - opening;
  const financing = book.financing.slice();
  const fees = book.expenses.slice();
  for (let row = 0; row < fees.length; row++) fees[row]! += book.portfolioFee[row]!;
  const last = book.after.length - 1;
  if (book.before[last]! <= 0) {
    // Nothing is taken of what is not there.
    const earned = (last === 0 ? opening : book.after[last - 1]!) * (1 + gross[last]!);
    financing[last] = earned * taken[last]!;
    fees[last] = (earned - financing[last]) * charged[last]!;
  }
  return {
    opening: openings,
    cash: book.cashIncome,
    financing,
    fees,
    trading,
    flows: flow,
    closing: book.after,
  };
}
