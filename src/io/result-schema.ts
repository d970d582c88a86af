import { z } from 'zod';
import type {
  BacktestResultJson,
  BoundRule,
  CostLedger,
  Decision,
  FlowRecord,
  Ledger,
  NextTarget,
  Settings,
  Trade,
  TradeTotal,
} from '../engine/index.js';
import type { TurnoverSummary } from '../stats/index.js';
import { isSchedule, type Schedule } from '../time/index.js';
import { calendarShape, firstIssue, type JsonIssue, metaShape, numbers } from './panel-schema.js';

// Every key of the types must stand here: a schema that forgets one would refuse, or lose, what a result says about itself.
const day = z.iso.date();
const weights = z.record(z.string(), z.number());
const names = z.array(z.string());
const plain = z.record(z.string(), z.unknown());
const share = z.number().nonnegative();

const bound = z.array(
  z.strictObject({
    rule: z.enum([
      'missing',
      'maxHoldings',
      'maxWeight',
      'group',
      'maxTurnover',
      'maxParticipation',
      'minTrade',
      'funding',
    ]),
    name: z.string().exactOptional(),
    assets: names,
  } satisfies Record<keyof BoundRule, z.ZodType>),
);

const decision = {
  decidedOn: day,
  tradedOn: day.nullable(),
  target: weights,
  drifted: weights,
  weights,
  bound,
  traded: share,
  turnover: share,
  cost: share,
  first: z.boolean(),
} satisfies Record<keyof Decision, z.ZodType>;

const nextTarget = {
  decidedOn: day,
  weights,
  target: weights,
  bound,
  held: weights,
  scheduled: z.boolean(),
  trades: z.boolean(),
} satisfies Record<keyof NextTarget, z.ZodType>;

const trade = {
  date: day,
  reason: z.enum(['decision', 'membership', 'delisting', 'flow']),
  asset: z.string(),
  from: z.number(),
  to: z.number(),
  amount: z.number(),
} satisfies Record<keyof Trade, z.ZodType>;

const tradeTotal = {
  date: day,
  reason: trade.reason,
  turnover: share,
  cost: share,
  first: z.boolean(),
} satisfies Record<keyof TradeTotal, z.ZodType>;

const turnover = {
  trades: z.int().nonnegative(),
  firstPurchase: share,
  turnover: share,
  perYear: share.nullable(),
  cost: share,
  firstPurchaseCost: share,
} satisfies Record<keyof TurnoverSummary, z.ZodType>;

const costs = {
  financing: numbers,
  fees: numbers,
  trading: numbers,
  firstPurchase: share,
  total: z.number().nullable(),
  dragPerYear: z.number().nullable(),
} satisfies Record<keyof CostLedger, z.ZodType>;

const ledger = {
  opening: numbers,
  assets: numbers,
  cash: numbers,
  financing: numbers,
  fees: numbers,
  trading: numbers,
  flows: numbers,
  closing: numbers,
} satisfies Record<keyof Ledger, z.ZodType>;

// One that this version does not know, a later one may.
const rhythm = z.custom<Schedule>(isSchedule, 'not a schedule');

// What the options hold was checked when the run was made; it is kept as it is.
const settings = {
  strategy: z.string(),
  schedule: z.string(),
  rhythm,
  params: plain,
  tradingBps: z.union([z.number(), z.array(z.unknown()), plain]),
  costs: plain,
  flows: plain.nullable(),
  rules: plain,
  cash: z.string().nullable(),
  executionLag: z.int().nonnegative(),
  warmUp: z.int().nonnegative(),
  firstDecision: day,
  from: day,
  to: day,
  startLimitedBy: names,
  endLimitedBy: names,
} satisfies Record<keyof Settings, z.ZodType>;

const result = {
  name: z.string(),
  calendar: z.strictObject(calendarShape),
  values: numbers,
  meta: z.strictObject(metaShape),
  gross: numbers,
  assets: names,
  decisions: z.array(z.strictObject(decision)),
  nextTarget: z.strictObject(nextTarget),
  trades: z.array(z.strictObject(trade)),
  tradeTotals: z.array(z.strictObject(tradeTotal)),
  turnover: z.strictObject(turnover),
  costs: z.strictObject(costs),
  ledger: z.strictObject(ledger),
  flows: z.array(z.strictObject({ date: day, amount: z.number() } satisfies Record<keyof FlowRecord, z.ZodType>)),
  end: z.enum(['complete', 'ruined', 'depleted']),
  weights: z.record(z.string(), numbers),
  contributions: z.record(z.string(), numbers),
  settings: z.strictObject(settings),
  assumptions: names,
  warnings: names,
  usesHindsight: z.boolean(),
  digest: z.string().regex(/^[0-9a-f]{64}$/, 'not 64 hexadecimal digits'),
} satisfies Record<keyof BacktestResultJson, z.ZodType>;

/** The first thing that is wrong with a value that should be a result's JSON. */
export function resultJsonIssue(value: unknown): JsonIssue | undefined {
  return firstIssue(z.strictObject(result), value);
}
