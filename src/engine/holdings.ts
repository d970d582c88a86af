import type { PanelStore } from '../panel/index.js';

/** Weights of some members. */
export interface SparseWeights {
  readonly members: Int32Array;
  readonly values: Float64Array;
  dense(assets: number): Float64Array;
}

/** What is held of a universe, in money: some members, ascending, and cash. */
export class Holdings {
  cash: number;
  /** What cash earned, by row. */
  readonly income: Float64Array;
  readonly #store: PanelStore;
  readonly #positions: Int32Array;
  readonly #cashReturns: Float64Array;
  readonly #before: Float64Array;
  readonly #origin: number;
  #members: Int32Array = new Int32Array(0);
  #values: Float64Array = new Float64Array(0);

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
    for (const value of this.#values) wealth += value;
    return wealth;
  }

  /** Weights as they are now. */
  weights(): SparseWeights {
    const wealth = this.wealth();
    const members = this.#members;
    const values = new Float64Array(members.length);
    for (let entry = 0; entry < values.length; entry++) values[entry] = this.#values[entry]! / wealth;
    return {
      members,
      values,
      dense(assets) {
        const all = new Float64Array(assets);
        for (let entry = 0; entry < members.length; entry++) all[members[entry]!] = values[entry]!;
        return all;
      },
    };
  }

  /** Money by member. */
  dense(): Float64Array {
    const all = new Float64Array(this.#positions.length);
    for (let entry = 0; entry < this.#members.length; entry++) all[this.#members[entry]!] = this.#values[entry]!;
    return all;
  }

  /** Weights before and after a trade over all members of either. */
  align(
    members: Int32Array,
    wishes: Float64Array,
  ): { readonly members: Int32Array; readonly drifted: Float64Array; readonly wished: Float64Array } {
    const now = this.weights();
    if (members === this.#members) return { members, drifted: now.values, wished: wishes };
    const all = new Int32Array(now.members.length + members.length);
    const drifted = new Float64Array(all.length);
    const wished = new Float64Array(all.length);
    let [count, old, fresh] = [0, 0, 0];
    while (old < now.members.length || fresh < members.length) {
      const a = old < now.members.length ? now.members[old]! : Infinity;
      const b = fresh < members.length ? members[fresh]! : Infinity;
      all[count] = Math.min(a, b);
      if (a <= b) drifted[count] = now.values[old++]!;
      if (b <= a) wished[count] = wishes[fresh++]!;
      count++;
    }
    return { members: all.slice(0, count), drifted: drifted.slice(0, count), wished: wished.slice(0, count) };
  }

  /** Holds some weights of what a trade left. */
  set(members: Int32Array, wishes: Float64Array, left: number, invested: number): void {
    this.#members = members;
    this.#values = new Float64Array(wishes.length);
    for (let entry = 0; entry < wishes.length; entry++) this.#values[entry] = wishes[entry]! * left;
    this.cash = (1 - invested) * left;
  }

  /** The first row after `row` that is the last of something held, and not of the panel. */
  nextEnd(row: number): number {
    const { last, calendar } = this.#store;
    let next = calendar.length - 1;
    for (const member of this.#members) {
      const end = last[this.#positions[member]!]!;
      if (end > row && end < next) next = end;
    }
    return next;
  }

  /** What ends at this close becomes cash, and is to be bought of the rest; null where nothing ends or nothing else is held. */
  divide(row: number): { readonly members: Int32Array; readonly wishes: Float64Array } | null {
    const { last, calendar } = this.#store;
    if (row >= calendar.length - 1) return null;
    const ends = (member: number): boolean => last[this.#positions[member]!] === row;
    let [proceeds, survivors] = [0, 0];
    for (let entry = 0; entry < this.#members.length; entry++) {
      if (ends(this.#members[entry]!)) proceeds += this.#values[entry]!;
      else if (last[this.#positions[this.#members[entry]!]!]! > row) survivors += this.#values[entry]!;
    }
    if (proceeds === 0 || survivors === 0) return null;
    for (let entry = 0; entry < this.#members.length; entry++) {
      if (!ends(this.#members[entry]!)) continue;
      this.cash += this.#values[entry]!;
      this.#values[entry] = 0;
    }
    this.#dropEmpty();
    const { values } = this.weights();
    for (let entry = 0; entry < values.length; entry++) values[entry]! *= 1 + proceeds / survivors;
    return { members: this.#members, wishes: values };
  }

  /** Grows over the rows `from` to `to` and writes the wealth of each. */
  grow(from: number, to: number): void {
    const { values, calendar, last } = this.#store;
    const before = this.#before;
    const origin = this.#origin;
    let arrivals: Float64Array | undefined;
    for (let entry = 0; entry < this.#members.length; entry++) {
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
    const members = new Int32Array(this.#members.length);
    const values = new Float64Array(members.length);
    let count = 0;
    for (let entry = 0; entry < members.length; entry++) {
      if (this.#values[entry] === 0) continue;
      members[count] = this.#members[entry]!;
      values[count++] = this.#values[entry]!;
    }
    this.#members = members.slice(0, count);
    this.#values = values.slice(0, count);
  }
}
