import type { PanelStore } from '../panel/index.js';

/** Weights of some members, ascending. */
export interface SparseWeights {
  readonly members: Int32Array;
  readonly values: Float64Array;
}

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
  #count = 0;

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

  /** What going from these weights to others costs, Σ rate × |change|, over the members of either in their order. */
  costTo(members: Int32Array, wishes: Float64Array, rates: Float64Array): number {
    const wealth = this.wealth();
    let [old, fresh, cost] = [0, 0, 0];
    while (old < this.#count || fresh < members.length) {
      const a = old < this.#count ? this.#members[old]! : Infinity;
      const b = fresh < members.length ? members[fresh]! : Infinity;
      const drifted = a <= b ? this.#values[old++]! / wealth : 0;
      const wish = b <= a ? wishes[fresh++]! : 0;
      cost += rates[Math.min(a, b)]! * Math.abs(wish - drifted);
    }
    return cost;
  }

  /** Holds some weights of what a trade left. */
  set(members: Int32Array, wishes: Float64Array, left: number): void {
    if (this.#values.length < members.length) {
      this.#members = new Int32Array(2 * members.length);
      this.#values = new Float64Array(2 * members.length);
    }
    let invested = 0;
    for (let entry = 0; entry < members.length; entry++) {
      this.#members[entry] = members[entry]!;
      this.#values[entry] = wishes[entry]! * left;
      invested += wishes[entry]!;
    }
    this.#count = members.length;
    this.cash = (1 - invested) * left;
  }

  /** The first row after `row` that is the last of something held, and not of the panel. */
  nextEnd(row: number): number {
    const { last, calendar } = this.#store;
    let next = calendar.length - 1;
    for (let entry = 0; entry < this.#count; entry++) {
      const end = last[this.#positions[this.#members[entry]!]!]!;
      if (end > row && end < next) next = end;
    }
    return next;
  }

  /** What ends at this close becomes cash, and is to be bought of the rest; null where nothing ends or nothing else is held. */
  divide(row: number): SparseWeights | null {
    const { last, calendar } = this.#store;
    if (row >= calendar.length - 1) return null;
    let [proceeds, survivors] = [0, 0];
    for (let entry = 0; entry < this.#count; entry++) {
      const end = last[this.#positions[this.#members[entry]!]!]!;
      if (end === row) proceeds += this.#values[entry]!;
      else if (end > row) survivors += this.#values[entry]!;
    }
    if (proceeds === 0 || survivors === 0) return null;
    for (let entry = 0; entry < this.#count; entry++) {
      if (last[this.#positions[this.#members[entry]!]!] !== row) continue;
      this.cash += this.#values[entry]!;
      this.#values[entry] = 0;
    }
    this.#dropEmpty();
    const wished = this.weights();
    for (let entry = 0; entry < wished.values.length; entry++) wished.values[entry]! *= 1 + proceeds / survivors;
    return wished;
  }

  /** Grows over the rows `from` to `to` and writes the wealth of each. */
  grow(from: number, to: number): void {
    const { values, calendar, last } = this.#store;
    const before = this.#before;
    const origin = this.#origin;
    let arrivals: Float64Array | undefined;
    for (let entry = 0; entry < this.#count; entry++) {
      const position = this.#positions[this.#members[entry]!]!;
      const column = position * calendar.length;
      const end = last[position]!;
      const until = Math.min(to, end);
      let value = this.#values[entry]!;
      for (let row = from; row <= until; row++) {
        value *= 1 + values[column + row]!;
        before[row - origin]! += value;
      }
      if (end < to) {
        arrivals ??= new Float64Array(to - from + 1);
        arrivals[Math.max(0, end + 1 - from)]! += value;
        value = 0;
      }
      this.#values[entry] = value;
    }
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

  /** Forgets members of which nothing is held. */
  #dropEmpty(): void {
    let count = 0;
    for (let entry = 0; entry < this.#count; entry++) {
      if (this.#values[entry] === 0) continue;
      this.#members[count] = this.#members[entry]!;
      this.#values[count++] = this.#values[entry]!;
    }
    this.#count = count;
  }
}
