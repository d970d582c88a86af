import { InputError, isInputError } from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import type { Strategy } from '../strategy/index.js';
import { type CashAccount, missingCash } from './cash-account.js';
import { DecisionView, isListed, type ViewSource } from './decision-view.js';
import { grow, type Growth, type Position } from './grow.js';
import type { Plan } from './plan.js';
import { readTarget, type Target } from './read-target.js';
import { trade, type TradeFigures } from './trade.js';

/** One decision and, where it still came to be, its trade. Rows are rows of the panel, −1 is its base. */
export interface RunDecision {
  readonly row: number;
  readonly target: Target;
  /** Row of the trade and what it did; absent while the run ended before it. */
  readonly traded?: TradeFigures & { readonly row: number };
}

/** Everything that a run computes, in numbers. Row r of the arrays is panel row `start` + 1 + r. */
export interface Run {
  readonly start: number;
  readonly last: number;
  /** Wealth at each close before and after trading, as growth of 1 at `start`. */
  readonly before: Float64Array;
  readonly after: Float64Array;
  /** Wealth after the purchase at the start row itself: 1 less its cost. */
  readonly invested: number;
  readonly decisions: readonly RunDecision[];
  readonly next: Target;
  /** Wealth reached zero in row `last`: the run ended there. */
  readonly ruined: boolean;
}

/**
 * Runs a plan. At every close, in this order: returns accrue; trades that were decided `lag` rows ago are made; the strategy
 * decides; with lag 0 its trade is made at that same close. On the last row the strategy decides and nothing trades.
 */
export function run(
  store: PanelStore,
  strategy: Strategy,
  plan: Plan,
  rates: Float64Array,
  account: CashAccount,
  lag: number,
): Run {
  const { start, last } = plan;
  const rows = last - start;
  const source = viewSource(store, strategy, plan);
  const growth: Growth = {
    values: store.values,
    rows: store.calendar.length,
    positions: plan.positions,
    last: store.last,
    cash: account.returns,
  };
  const position: Position = { holdings: new Float64Array(plan.assets.length), cash: 1 };
  const before = new Float64Array(rows);
  const after = new Float64Array(rows);
  const decisions: RunDecision[] = [];
  let invested = 1;
  let row = start;
  let traded = 0;

  const advance = (to: number): boolean => {
    if (to === row) return true;
    const held = position.holdings.slice();
    const cash = position.cash;
    grow(growth, position, row + 1, to, before, start + 1);
    for (let t = row; t < to; t++) {
      const wealth = before[t - start]!;
      if (Number.isNaN(wealth)) {
        // Grown once more, only to the close before, so that the message gives the shares of that close.
        const opening = { holdings: held, cash };
        grow(growth, opening, row + 1, t, new Float64Array(t - row), row + 1);
        throw missingReturn(source, account, opening, t + 1);
      }
      if (wealth <= 0) {
        before[t - start] = 0;
        after[t - start] = 0;
        row = t + 1;
        return false;
      }
      after[t - start] = wealth;
    }
    row = to;
    return true;
  };
  /** Trades what is due; false when its cost took everything. */
  const settle = (at: number): boolean => {
    const decided = decisions[traded]!;
    const figures = trade(position, stillListed(source, decided.target, at), rates);
    if (at === start) invested = 1 - figures.cost;
    else after[at - start - 1] = before[at - start - 1]! * (1 - figures.cost);
    decisions[traded] = { ...decided, traded: { ...figures, row: at } };
    traded++;
    return figures.cost < 1;
  };
  const decide = (at: number): Target => {
    const view = new DecisionView(source, at, weightsOf(position));
    return readTarget(ask(strategy, view), source, at);
  };

  for (const at of plan.decisions) {
    while (traded < decisions.length && decisions[traded]!.row + lag <= at) {
      const due = decisions[traded]!.row + lag;
      if (!advance(due) || !settle(due)) return ruin(row);
    }
    if (!advance(at)) return ruin(row);
    decisions.push({ row: at, target: decide(at) });
    if (lag === 0 && !settle(at)) return ruin(row);
  }
  while (traded < decisions.length && decisions[traded]!.row + lag < last) {
    const due = decisions[traded]!.row + lag;
    if (!advance(due) || !settle(due)) return ruin(row);
  }
  if (!advance(last)) return ruin(row);
  return { start, last, before, after, invested, decisions, next: decide(last), ruined: false };

  function ruin(at: number): Run {
    const kept = at - start;
    const none: Target = { members: new Int32Array(0), weights: new Float64Array(0) };
    return {
      start,
      last: at,
      before: before.slice(0, kept),
      after: after.slice(0, kept),
      invested,
      decisions,
      next: none,
      ruined: true,
    };
  }
}

function viewSource(store: PanelStore, strategy: Strategy, { assets, positions }: Plan): ViewSource {
  return { store, strategy, assets, positions, index: new Map(assets.map((asset, index) => [asset, index])) };
}

/** Asks the strategy. What goes wrong inside it is told with its name and the day. */
function ask(strategy: Strategy, view: DecisionView): unknown {
  try {
    return strategy.decide(view);
  } catch (error) {
    if (isInputError(error)) throw error;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const failure = new InputError(
      'strategy.failed',
      `Strategy "${strategy.name}" on ${view.asOf}: decide threw ${what}. Mend the strategy; the error's cause has the stack.`,
      {
        strategy: strategy.name,
        date: view.asOf,
      },
    );
    failure.cause = error;
    throw failure;
  }
}

/** What a target asks for without the assets that ended while the trade was waiting: their part stays in cash, uncharged. */
function stillListed({ store, positions, assets, strategy }: ViewSource, target: Target, row: number): Target {
  const there = (member: number): boolean => row <= store.last[positions[member]!]!;
  const hole = target.members.find((member) => there(member) && !isListed(store, positions[member]!, row));
  if (hole !== undefined) {
    const date = store.calendar.date(row);
    throw new InputError(
      'returns.hole',
      `backtest: strategy "${strategy.name}" is due to trade "${assets[hole]!}" in row ${row} (${date}), where it has no return and so no price. ` +
        'Fill the hole in the data, leave the asset out, or choose a window without it.',
      { asset: assets[hole], row, date },
    );
  }
  if (target.members.every(there)) return target;
  const kept = Array.from(target.members.keys()).filter((entry) => there(target.members[entry]!));
  return {
    members: Int32Array.from(kept, (entry) => target.members[entry]!),
    weights: Float64Array.from(kept, (entry) => target.weights[entry]!),
  };
}

function weightsOf({ holdings, cash }: Position): Float64Array {
  const wealth = holdings.reduce((sum, value) => sum + value, cash);
  return holdings.map((value) => value / wealth);
}

/** Wealth became NaN in a row: either an asset that is held at the close before has a hole there, or cash has no return. */
function missingReturn(
  { store, assets, positions, strategy }: ViewSource,
  account: CashAccount,
  { holdings: held, cash }: Position,
  row: number,
): InputError {
  const hole = assets.findIndex((_, member) => {
    const position = positions[member]!;
    const inside = row >= store.first[position]! && row <= store.last[position]!;
    return held[member] !== 0 && inside && Number.isNaN(store.values[position * store.calendar.length + row]!);
  });
  if (hole < 0) {
    const gone = held.reduce((sum, value, member) => (store.last[positions[member]!]! < row ? sum + value : sum), cash);
    const wealth = held.reduce((sum, value) => sum + value, cash);
    return missingCash(store, account, row, gone / wealth);
  }
  const date = store.calendar.date(row);
  return new InputError(
    'returns.hole',
    `backtest: strategy "${strategy.name}" holds "${assets[hole]!}" in row ${row} (${date}), where it has no return although it is listed before and after. ` +
      'Fill the hole in the data, leave the asset out, or choose a window without it.',
    { asset: assets[hole], row, date },
  );
}
