import { deepFreeze } from '../core/index.js';
import { makeReturnSeries, type Panel, type PanelStore, type SeriesMeta, storeOf } from '../panel/index.js';
import { costSummary, turnoverSummary, yearsOf } from '../stats/index.js';
import { assertStrategy, type Strategy, type StrategyFor } from '../strategy/index.js';
import { describeSchedule, isScheduled, sliceCalendar } from '../time/index.js';
import { assumptionSentences } from './assumptions.js';
import { cashAccount } from './cash-account.js';
import { decisionList, namedTarget } from './decision-list.js';
import { assertBacktestOptions, type BacktestOptions, costRates } from './options.js';
import { makePlan, type Plan } from './plan.js';
import { displayResult } from './result-display.js';
import type { BacktestResult, Settings } from './result.js';
import { run, type Run } from './run.js';
import { hindsightOf, runWarnings } from './warnings.js';

/**
 * Runs a strategy over history: asks it once per decision date what to hold, and lets the weights drift in between.
 *
 * A decision on row *t* sees returns up to and including *t* and facts known by then; its weights earn from row
 * *t* + 1 + `executionLag` on. A trade at a close lowers the wealth at that close by Σ κ |target − drifted|. The first decision
 * falls on the first row, from the window's base on, where the lookback and the declared fields are there, and the result begins
 * with the row after it. On the last row the strategy decides for `nextTarget`; nothing trades.
 *
 * @param panel returns and facts on one calendar.
 * @param strategy one of the built-in strategies, or your own by `defineStrategy`.
 * @returns net and gross returns, decisions, turnover, costs, assumptions and warnings; a `ReturnSeries` of its net returns.
 * @throws InputError for bad options (`option.*`, `asset.unknown`), a strategy that does not fit the panel (`asset.unknown`,
 *   `field.unknown`, `indicator.unknown`, `strategy.lookback`, `panel.empty-window`), an answer that cannot be traded
 *   (`strategy.no-weights`, `weights.*`, `asset.unlisted`), a held asset without a return (`returns.hole`), cash without one
 *   (`cash.missing`).
 * @example
 * const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
 * const result = backtest(usFunds(), tilt, { costs: { tradingBps: 5 }, cash: 'BIL' });
 * console.log(result.calendar.date(0), result.decisions.length); // 2000-06-30 27
 */
export function backtest<
  Asset extends string,
  Field extends string,
  Indicator extends string,
  Held extends NoInfer<Asset> = Asset,
>(
  panel: Panel<Asset, Field, Indicator>,
  strategy: Strategy<Held, NoInfer<Field>, NoInfer<Indicator>>,
  options?: BacktestOptions<NoInfer<Asset>>,
): BacktestResult<Held>;
export function backtest<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  strategy: StrategyFor<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
  options?: BacktestOptions<NoInfer<Asset>>,
): BacktestResult<Asset>;
export function backtest(panel: unknown, strategy: unknown, options: BacktestOptions = {}): BacktestResult {
  const store = storeOf(panel, 'backtest');
  assertStrategy(strategy, 'backtest');
  assertBacktestOptions(options);
  const plan = makePlan(store, strategy, options.window ?? {});
  const rates = costRates(options.costs, plan.assets, store.assets);
  const account = cashAccount(store, options.cash);
  const lag = options.executionLag ?? 0;
  const raw = run(store, strategy, plan, rates, account, lag);
  const settings = settingsOf(store, strategy, plan, raw, options, account.name);
  return assemble(store, strategy, plan, raw, settings, account.meta);
}

function settingsOf(
  store: PanelStore,
  strategy: Strategy,
  plan: Plan,
  { start, last }: Run,
  { costs, executionLag = 0 }: BacktestOptions,
  cash: string | null,
): Settings {
  const bps = costs?.tradingBps ?? 0;
  return deepFreeze({
    strategy: strategy.name,
    schedule: describeSchedule(strategy.schedule),
    params: plainCopy({ ...strategy.params }),
    tradingBps: typeof bps === 'number' ? bps : ({ ...bps } as Record<string, number>),
    cash,
    executionLag,
    warmUp: plan.warmUp,
    from: store.calendar.date(start + 1),
    to: store.calendar.date(last),
    startLimitedBy: [...plan.limits.startLimitedBy],
    endLimitedBy: [...plan.limits.endLimitedBy],
  });
}

/** A copy of plain objects and arrays all the way down: what the user gave must not be frozen with the result, nor change it later. */
function plainCopy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(plainCopy) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainCopy(part as unknown)])) as T;
}

function assemble(
  store: PanelStore,
  strategy: Strategy,
  plan: Plan,
  raw: Run,
  settings: Settings,
  cash: SeriesMeta | undefined,
): BacktestResult {
  const { start, last, before, after, invested } = raw;
  const calendar = sliceCalendar(store.calendar, start + 1, last + 1);
  const usesHindsight = hindsightOf(store, strategy, plan, cash).length > 0;
  const meta = metaOf(store, plan, usesHindsight);
  const rows = calendar.length;
  const netValues = new Float64Array(rows);
  const grossValues = new Float64Array(rows);
  const trading = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const opening = row === 0 ? 1 : after[row - 1]!;
    netValues[row] = after[row]! / opening - 1;
    grossValues[row] = before[row]! / (row === 0 ? invested : opening) - 1;
    // Where nothing was left before trading, trading took nothing.
    const kept = before[row] === 0 ? 1 : after[row]! / before[row]!;
    trading[row] = 1 - kept * (row === 0 ? invested : 1);
  }
  const net = makeReturnSeries(strategy.name, calendar, netValues, meta);
  const gross = makeReturnSeries(`${strategy.name}, before costs`, calendar, grossValues, meta);
  const decisions = decisionList(raw.decisions, plan.assets, store.calendar);
  const traded = decisions.filter(({ tradedOn }) => tradedOn !== null);
  const { totalCost: total, dragPerYear } = costSummary(net, gross);
  return displayResult(store, plan, raw, {
    name: strategy.name,
    calendar,
    values: netValues,
    meta,
    gross,
    assets: Object.freeze([...plan.assets]),
    decisions,
    nextTarget: deepFreeze({
      decidedOn: store.calendar.date(last),
      weights: namedTarget(raw.next, plan.assets),
      scheduled: isScheduled(strategy.schedule, store.calendar, last, start),
    }),
    turnover: turnoverSummary(traded, yearsOf(net)),
    costs: Object.freeze({
      trading,
      firstPurchase: decisions.find(({ first }) => first)?.cost ?? 0,
      total,
      dragPerYear,
    }),
    settings,
    assumptions: assumptionSentences(settings, calendar, store, plan.positions),
    warnings: runWarnings(store, strategy, plan, raw, cash),
    usesHindsight,
  });
}

function metaOf(store: PanelStore, { positions }: Plan, usesHindsight: boolean): SeriesMeta {
  const metas = Array.from(positions, (position) => store.metas[position]!);
  const distinct = (values: readonly (string | undefined)[]): string =>
    [...new Set(values.filter((value) => value !== undefined))].join('; ');
  const source = distinct(metas.map((meta) => meta.source));
  const vintage = distinct(metas.map((meta) => meta.vintage));
  const joins = [...new Set(metas.flatMap((meta) => meta.joins ?? []))];
  return {
    kind: metas.find(({ kind }) => kind !== 'total')?.kind ?? 'total',
    net: metas.every(({ net }) => net),
    ...(source === '' ? {} : { source }),
    ...(vintage === '' ? {} : { vintage }),
    ...(joins.length === 0 ? {} : { joins }),
    ...(usesHindsight ? { usesHindsight } : {}),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true) ? { researchPortfolio: true } : {}),
  };
}
