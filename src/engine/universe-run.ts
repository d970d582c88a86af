import { lazily } from '../core/index.js';
import { type Book, makeBook } from './book.js';
import type { ViewSource } from './decision-view.js';
import { nextOf } from './lean-run.js';
import { leanPaths } from './lean-walk.js';
import type { RunTrade, Snapshot } from './portfolio.js';
import type { RunDecision } from './rebalancer.js';
import type { Run, RunInput } from './run.js';
import { denseWeights } from './sparse-weights.js';
import { tradeFigures } from './trade.js';
import { type UniverseTrade, universeWalk, type UniverseWalk } from './universe-walk.js';

type Late = Pick<Run, 'book' | 'decisions' | 'trades' | 'snapshots'>;

/** A run over a universe on the lean path. What the general path writes down as it goes is worked out when it is asked for. */
export function universeRun(input: RunInput, source: ViewSource): Run {
  const { plan, flows } = input;
  const walk = universeWalk(input, source, true);
  const assets = plan.positions.length;
  const paths = pathsOf(walk, flows.initial);
  let openingKept = 1;
  for (const { row, cost } of walk.trades) if (row === plan.start) openingKept *= 1 - cost;
  const run = {
    start: plan.start,
    last: plan.last,
    initial: flows.initial,
    opening: flows.initial * openingKept,
    openingKept,
    flows: [],
    end: 'complete' as const,
    path: 'lean' as const,
    net: paths.net,
    next: nextOf(input, source, walk),
  };
  const whole: Run = lazily<typeof run, Late>(run, {
    book: () => bookOf(input, walk, paths.after),
    trades: () => walk.trades.map((trade) => tradeOf(trade, assets)),
    decisions: () => decisionsOf(walk, whole.trades),
    snapshots: () => snapshotsOf(whole.trades),
  });
  return whole;
}

/** Net returns and wealth after trades. */
export const pathsOf = ({ before, rows, costs }: UniverseWalk, initial: number): ReturnType<typeof leanPaths> =>
  leanPaths(before, rows, costs, initial);

function tradeOf({ row, reason, drifted, wishes, wealth, cost }: UniverseTrade, assets: number): RunTrade {
  const figures = tradeFigures(denseWeights(drifted, assets), denseWeights(wishes, assets), wealth, cost, 1);
  return { row, reason, turnoverBeyondFlow: figures.turnover, bound: [], ...figures };
}

const decisionsOf = ({ trades }: UniverseWalk, dense: readonly RunTrade[]): readonly RunDecision[] =>
  trades.flatMap(({ row, target }, place) => (target === null ? [] : [{ row, target, traded: dense[place]! }]));

/** What the last trade of each row left. */
const snapshotsOf = (trades: readonly RunTrade[]): readonly Snapshot[] =>
  trades.flatMap(({ row, wish, wealth, cost }, place) =>
    trades[place + 1]?.row === row ? [] : [{ row, holdings: wish.map((weight) => weight * (wealth * (1 - cost))) }],
  );

function bookOf({ plan }: RunInput, { before, income, trades }: UniverseWalk, after: Float64Array): Book {
  const book = makeBook(plan.start + 1, before.length);
  book.before.set(before);
  book.after.set(after);
  book.cashIncome.set(income);
  for (const { row, cost } of trades) {
    const entry = row - plan.start - 1;
    if (entry < 0) continue;
    book.trading[entry]! += before[entry]! * book.kept[entry]! * cost;
    book.kept[entry]! *= 1 - cost;
  }
  return book;
}
