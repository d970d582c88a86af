import { type Book, makeBook } from './book.js';
import type { CostModel } from './cost-model.js';
import type { PlannedFlow } from './flow-plan.js';
import { grow, type Growth, type Position } from './grow.js';
import type { Binding } from './limit-weights.js';
import { oneWay } from './one-way.js';
import { trade, type TradeFigures, weightsOf } from './trade.js';

/** Why a trade was made. */
type TradeReason = 'decision' | 'membership' | 'delisting' | 'flow';

/** One trade. */
export interface RunTrade extends TradeFigures {
  readonly row: number;
  readonly reason: TradeReason;
  /** One-way turnover from the weights before the money of this close came or went. */
  readonly turnoverBeyondFlow: number;
  readonly bound: readonly Binding[];
}

/** Holdings after the trades of a row, in money. */
export interface Snapshot {
  readonly row: number;
  readonly holdings: Float64Array;
}

/** Money that the investor brought (above 0) or took. */
export interface RunFlow {
  readonly row: number;
  readonly amount: number;
}

/** A row in which an asset or cash that is held has no return. */
export interface Gap {
  /** The position at the close of the row before `from`. */
  readonly opening: Position;
  readonly from: number;
  readonly row: number;
}

/** The money of one run: what is held, what happens to it, and the book of it. It knows no strategy. */
export class Portfolio {
  readonly position: Position;
  readonly book: Book;
  readonly trades: RunTrade[] = [];
  readonly snapshots: Snapshot[] = [];
  readonly flows: RunFlow[] = [];
  row: number;
  wealth: number;
  /** What the trades of this close have left of each unit so far. */
  kept = 1;
  /** Whether anything was ever bought. */
  invested = false;
  /** What assets that ended with a delisting return paid out at this close. */
  paid = 0;
  end: 'complete' | 'ruined' | 'depleted' = 'complete';
  /** Weights before the money of this close came or went; null where none did, or a trade has followed. */
  #unflowed: Float64Array | null = null;
  readonly #start: number;
  readonly #growth: Growth;
  readonly #costs: CostModel;
  /** Money at the close before the latest growth: for the message about a missing return. */
  readonly #opening: Float64Array;

  constructor(start: number, last: number, initial: number, growth: Growth, costs: CostModel) {
    this.#start = start;
    this.#growth = growth;
    this.#costs = costs;
    this.row = start;
    this.wealth = initial;
    const assets = growth.lives.positions.length;
    this.position = { holdings: new Float64Array(assets), held: [], cash: initial };
    this.#opening = new Float64Array(assets);
    this.book = makeBook(start + 1, last - start);
  }

  /** Grows to the close of a row; false when all was lost on the way, a gap when a return was missing. */
  advance(to: number): boolean | Gap {
    this.kept = 1;
    if (to === this.row) return true;
    this.#opening.set(this.position.holdings);
    const { held, cash } = this.position;
    const from = this.row + 1;
    this.paid = grow(this.#growth, this.position, from, to, this.book);
    for (let row = from; row <= to; row++) {
      const wealth = this.book.before[row - this.book.origin]!;
      if (Number.isNaN(wealth)) return { opening: { holdings: this.#opening, held, cash }, from, row };
      this.row = row;
      this.wealth = wealth;
      if (wealth > 0) continue;
      this.book.portfolioFee[row - this.book.origin] = 0;
      this.book.feeKept[row - this.book.origin] = 1;
      return this.#lose('ruined');
    }
    return true;
  }

  /** Takes the portfolio fee of the row from everything alike, and says what it left. */
  takeFee(): number {
    const left = this.row > this.#start ? (this.#growth.feeFactors?.[this.row] ?? 1) : 1;
    if (left === 1) return 1;
    this.book.portfolioFee[this.row - this.book.origin] = this.wealth * (1 - left);
    this.book.feeKept[this.row - this.book.origin] = left;
    this.wealth *= left;
    this.position.cash *= left;
    for (const member of this.position.held) this.position.holdings[member]! *= left;
    return left;
  }

  /** Moves the investor's money; false when nothing is left. */
  move(planned: readonly PlannedFlow[] | undefined): boolean {
    if (planned !== undefined) this.#unflowed ??= this.weights();
    for (const { amount, share } of planned ?? []) {
      const wanted = amount + share * this.wealth;
      const depleted = wanted <= -this.wealth;
      const moved = depleted ? -this.wealth : wanted;
      this.flows.push({ row: this.row, amount: moved });
      if (this.row > this.#start) this.book.flows[this.row - this.book.origin]! += moved;
      if (depleted) return this.#lose('depleted');
      this.position.cash += moved;
      this.wealth += moved;
    }
    return true;
  }

  /** Trades from the drifted to wished weights; false when the cost took everything. */
  trade(reason: TradeReason, drifted: Float64Array, wish: Float64Array, bound: readonly Binding[]): boolean {
    const figures = trade(this.position, drifted, wish, this.#costs, this.row);
    const turnoverBeyondFlow = this.#unflowed === null ? figures.turnover : oneWay(wish, this.#unflowed);
    if (reason !== 'flow') this.#unflowed = null;
    this.trades.push({ row: this.row, reason, turnoverBeyondFlow, bound, ...figures });
    if (figures.traded > 0) this.invested = true;
    if (this.row > this.#start) this.book.trading[this.row - this.book.origin]! += this.wealth * figures.cost;
    this.wealth *= 1 - figures.cost;
    this.kept *= 1 - figures.cost;
    return this.wealth > 0 || this.#lose('ruined');
  }

  /** Weights in what there is. */
  weights(): Float64Array {
    return weightsOf(this.position);
  }

  /** Writes down how the row ended. */
  closeRow(traded: boolean): void {
    this.#unflowed = null;
    if (traded) this.snapshots.push({ row: this.row, holdings: this.position.holdings.slice() });
    if (this.row === this.#start) return;
    this.book.after[this.row - this.book.origin] = this.wealth;
    this.book.kept[this.row - this.book.origin] = this.kept;
  }

  #lose(end: 'ruined' | 'depleted'): false {
    this.end = end;
    this.wealth = 0;
    return false;
  }
}
