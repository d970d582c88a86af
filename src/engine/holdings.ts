import type { PanelStore } from '../panel/index.js';
import { sparseCost, type SparseWeights } from './sparse-weights.js';

/** What is held of a universe, in money: some members, ascending, and cash. Room is kept, so that nothing is allocated from row to row. */
export class Holdings {
  cash: number;
  /** What cash earned, by row. */
  readonly income: Float64Array;
  readonly #store: PanelStore;
  readonly #positions: Int32Array;
  readonly #cashReturns: Float64Array;
  readonly #before: Float64Array;
  readonly #origin: number;
  #members = new Int32Array(64);
  #values = new Float64Array(64);
  /** Last row of each, and the place of its row 0 among the returns. */
  #ends = new Int32Array(64);
  #columns = new Int32Array(64);
  #count = 0;
  /** The row of the sums below; none where something was bought since. */
  #summed = NaN;
  /** Money in what ends at that close, in what lives longer, and the first row at which more will end, or the last of the panel. */
  #proceeds = 0;
  #survivors = 0;
  #next = 0;

  constructor(
    store: PanelStore,
    positions: Int32Array,
    cashReturns: Float64Array,
    initial: number,
    before: Float64Array,
    origin: number,
  ) {
    this.#store = store;
    this.#positions = positions;
    this.#cashReturns = cashReturns;
    this.#before = before;
    this.#origin = origin;
    this.cash = initial;
    this.income = new Float64Array(before.length);
  }

  wealth(): number {
    let wealth = this.cash;
    for (let entry = 0; entry < this.#count; entry++) wealth += this.#values[entry]!;
    return wealth;
  }

  /** Weights as they are now, as a copy. */
  weights(): SparseWeights {
    const wealth = this.wealth();
    const values = this.#values.slice(0, this.#count);
    for (let entry = 0; entry < values.length; entry++) values[entry]! /= wealth;
    return { members: this.#members.slice(0, this.#count), values };
  }

  /** Money by member. */
  dense(): Float64Array {
    const all = new Float64Array(this.#positions.length);
    for (let entry = 0; entry < this.#count; entry++) all[this.#members[entry]!] = this.#values[entry]!;
    return all;
  }

  /** What going from these weights to others costs, as `sparseCost` does. */
  costTo(members: Int32Array, wishes: Float64Array, rates: Float64Array): number {
    return sparseCost(this.#members, this.#values, this.#count, this.wealth(), members, wishes, rates);
  }

  /** Holds some weights of what a trade left. */
  set(members: Int32Array, wishes: Float64Array, left: number): void {
    const { last, calendar } = this.#store;
    if (this.#values.length < members.length) {
      this.#members = new Int32Array(2 * members.length);
      this.#values = new Float64Array(2 * members.length);
      this.#ends = new Int32Array(2 * members.length);
      this.#columns = new Int32Array(2 * members.length);
    }
    let invested = 0;
    for (let entry = 0; entry < members.length; entry++) {
      const member = members[entry]!;
      const position = this.#positions[member]!;
      this.#members[entry] = member;
      this.#ends[entry] = last[position]!;
      this.#columns[entry] = position * calendar.length;
      this.#values[entry] = wishes[entry]! * left;
      invested += wishes[entry]!;
    }
    this.#count = members.length;
    this.#summed = NaN;
    this.cash = (1 - invested) * left;
  }

  /** The first row after `row` that is the last of something held, and not of the panel. */
  nextEnd(row: number): number {
    this.#sum(row);
    return this.#next;
  }

  /** What ends at this close becomes cash. By how much all else that is held has to grow to take it up; null where nothing ends or nothing else is held. */
  payOut(row: number): number | null {
    this.#sum(row);
    const [proceeds, survivors] = [this.#proceeds, this.#survivors];
    if (row >= this.#store.calendar.length - 1 || proceeds === 0 || survivors === 0) return null;
    for (let entry = 0; entry < this.#count; entry++) {
      if (this.#ends[entry] !== row) continue;
      this.cash += this.#values[entry]!;
      this.#values[entry] = 0;
    }
    this.#dropEmpty();
    return 1 + proceeds / survivors;
  }

  /** All weights times a factor, as copies. */
  scaled(factor: number): SparseWeights {
    const scaled = this.weights();
    for (let entry = 0; entry < scaled.values.length; entry++) scaled.values[entry]! *= factor;
    return scaled;
  }

  /** Trades to all weights times a factor, free of cost: what `set` makes of `scaled`, in place. */
  scale(factor: number): void {
    const values = this.#values;
    const wealth = this.wealth();
    let invested = 0;
    for (let entry = 0; entry < this.#count; entry++) {
      const wish = (values[entry]! / wealth) * factor;
      values[entry] = wish * wealth;
      invested += wish;
    }
    this.cash = (1 - invested) * wealth;
  }

  /** Grows over the rows `from` to `to` and writes the wealth of each. */
  grow(from: number, to: number): void {
    const { values: returns, calendar } = this.#store;
    const [before, values, ends, columns] = [this.#before, this.#values, this.#ends, this.#columns];
    const origin = this.#origin;
    let arrivals: Float64Array | undefined;
    let [proceeds, survivors, next, total] = [0, 0, calendar.length - 1, 0];
    for (let entry = 0; entry < this.#count; entry++) {
      const column = columns[entry]!;
      const end = ends[entry]!;
      let value = values[entry]!;
      for (let row = from; row < to && row <= end; row++) {
        value *= 1 + returns[column + row]!;
        before[row - origin]! += value;
      }
      if (end < to) {
        arrivals ??= new Float64Array(to - from + 1);
        arrivals[Math.max(0, end + 1 - from)]! += value;
        values[entry] = 0;
        continue;
      }
      value *= 1 + returns[column + to]!;
      total += value;
      values[entry] = value;
      if (end === to) proceeds += value;
      else {
        survivors += value;
        if (end < next) next = end;
      }
    }
    before[to - origin] = total;
    [this.#proceeds, this.#survivors, this.#next, this.#summed] = [proceeds, survivors, next, to];
    if (this.cash === 0 && arrivals === undefined) return;
    let value = this.cash;
    for (let row = from; row <= to; row++) {
      if (arrivals !== undefined) value += arrivals[row - from]!;
      const income = value * this.#cashReturns[row]!;
      this.income[row - origin] = income;
      value += income;
      before[row - origin]! += value;
    }
    this.cash = value;
    if (arrivals !== undefined) this.#dropEmpty();
  }

  /** The sums at a close, where growing has not made them already. */
  #sum(row: number): void {
    if (this.#summed === row) return;
    let [proceeds, survivors, next] = [0, 0, this.#store.calendar.length - 1];
    for (let entry = 0; entry < this.#count; entry++) {
      const end = this.#ends[entry]!;
      if (end === row) proceeds += this.#values[entry]!;
      else if (end > row) {
        survivors += this.#values[entry]!;
        if (end < next) next = end;
      }
    }
    [this.#proceeds, this.#survivors, this.#next, this.#summed] = [proceeds, survivors, next, row];
  }

  /** Forgets members of which nothing is held. */
  #dropEmpty(): void {
    let count = 0;
    for (let entry = 0; entry < this.#count; entry++) {
      if (this.#values[entry] === 0) continue;
      this.#members[count] = this.#members[entry]!;
      this.#ends[count] = this.#ends[entry]!;
      this.#columns[count] = this.#columns[entry]!;
      this.#values[count++] = this.#values[entry]!;
    }
    this.#count = count;
  }
}
