/** Money of fixed weights that grew from one trade to the next, for one unit after each trade. */
export interface FixedGrowth {
  /** By row: what one unit has become, before the row's trade. */
  readonly grown: Float64Array;
  /** By trade and asset: what is in each asset then, of one unit; row 0 is empty, the last row is the end. */
  readonly parts: Float64Array;
  /** By trade: what is in cash. */
  readonly cash: Float64Array;
}

/**
 * Lets one unit grow by fixed weights, set back at every trade. Growth since the last trade does not depend on the wealth at it, so each column is walked
 * once from end to end, eight or four side by side.
 *
 * @param starts place of each asset's row 0 among `values`.
 * @param trades rows after whose close the weights hold; the first is the row before the first return.
 */
export function fixedGrowth(
  values: Float64Array,
  starts: Int32Array,
  weights: Float64Array,
  cashReturns: Float64Array,
  trades: Int32Array,
  last: number,
): FixedGrowth {
  const assets = weights.length;
  const origin = trades[0]! + 1;
  const grown = new Float64Array(last - origin + 1);
  const parts = new Float64Array((trades.length + 1) * assets);
  const cash = new Float64Array(trades.length + 1);
  const held: number[] = [];
  let invested = 0;
  for (let member = 0; member < assets; member++) {
    invested += weights[member]!;
    if (weights[member] !== 0) held.push(member);
  }
  let next = 0;
  for (; next + 8 <= held.length; next += 8) {
    growEight(values, starts, weights, held.slice(next, next + 8), trades, last, grown, parts);
  }
  for (; next + 4 <= held.length; next += 4) {
    growFour(
      values,
      starts,
      weights,
      held[next]!,
      held[next + 1]!,
      held[next + 2]!,
      held[next + 3]!,
      trades,
      last,
      grown,
      parts,
    );
  }
  for (; next < held.length; next++) {
    const member = held[next]!;
    growOne(values, starts[member]!, weights[member]!, trades, last, grown, parts, member, assets);
  }
  // What rounding leaves of full investment earns what cash does, as everywhere.
  if (1 - invested !== 0) growOne(cashReturns, 0, 1 - invested, trades, last, grown, cash, 0, 1);
  return { grown, parts, cash };
}

function growEight(
  values: Float64Array,
  starts: Int32Array,
  weights: Float64Array,
  members: readonly number[],
  trades: Int32Array,
  last: number,
  grown: Float64Array,
  parts: Float64Array,
): void {
  const origin = trades[0]! + 1;
  const assets = weights.length;
  const [a, b, c, d, e, f, g, h] = members as [number, number, number, number, number, number, number, number];
  const [startA, startB, startC, startD] = [starts[a]!, starts[b]!, starts[c]!, starts[d]!];
  const [startE, startF, startG, startH] = [starts[e]!, starts[f]!, starts[g]!, starts[h]!];
  for (let trade = 0; trade < trades.length; trade++) {
    const to = trade + 1 < trades.length ? trades[trade + 1]! : last;
    let [valueA, valueB, valueC, valueD] = [weights[a]!, weights[b]!, weights[c]!, weights[d]!];
    let [valueE, valueF, valueG, valueH] = [weights[e]!, weights[f]!, weights[g]!, weights[h]!];
    for (let row = trades[trade]! + 1; row <= to; row++) {
      valueA *= 1 + values[startA + row]!;
      valueB *= 1 + values[startB + row]!;
      valueC *= 1 + values[startC + row]!;
      valueD *= 1 + values[startD + row]!;
      valueE *= 1 + values[startE + row]!;
      valueF *= 1 + values[startF + row]!;
      valueG *= 1 + values[startG + row]!;
      valueH *= 1 + values[startH + row]!;
      // The order is that of two times four.
      grown[row - origin] =
        grown[row - origin]! + (valueA + valueB + (valueC + valueD)) + (valueE + valueF + (valueG + valueH));
    }
    const at = (trade + 1) * assets;
    parts[at + a] = valueA;
    parts[at + b] = valueB;
    parts[at + c] = valueC;
    parts[at + d] = valueD;
    parts[at + e] = valueE;
    parts[at + f] = valueF;
    parts[at + g] = valueG;
    parts[at + h] = valueH;
  }
}

function growFour(
  values: Float64Array,
  starts: Int32Array,
  weights: Float64Array,
  a: number,
  b: number,
  c: number,
  d: number,
  trades: Int32Array,
  last: number,
  grown: Float64Array,
  parts: Float64Array,
): void {
  const origin = trades[0]! + 1;
  const assets = weights.length;
  const [weightA, weightB, weightC, weightD] = [weights[a]!, weights[b]!, weights[c]!, weights[d]!];
  const [startA, startB, startC, startD] = [starts[a]!, starts[b]!, starts[c]!, starts[d]!];
  for (let trade = 0; trade < trades.length; trade++) {
    const to = trade + 1 < trades.length ? trades[trade + 1]! : last;
    let [valueA, valueB, valueC, valueD] = [weightA, weightB, weightC, weightD];
    for (let row = trades[trade]! + 1; row <= to; row++) {
      valueA *= 1 + values[startA + row]!;
      valueB *= 1 + values[startB + row]!;
      valueC *= 1 + values[startC + row]!;
      valueD *= 1 + values[startD + row]!;
      grown[row - origin]! += valueA + valueB + (valueC + valueD);
    }
    const at = (trade + 1) * assets;
    parts[at + a] = valueA;
    parts[at + b] = valueB;
    parts[at + c] = valueC;
    parts[at + d] = valueD;
  }
}

function growOne(
  values: Float64Array,
  start: number,
  weight: number,
  trades: Int32Array,
  last: number,
  grown: Float64Array,
  parts: Float64Array,
  member: number,
  assets: number,
): void {
  const origin = trades[0]! + 1;
  for (let trade = 0; trade < trades.length; trade++) {
    const to = trade + 1 < trades.length ? trades[trade + 1]! : last;
    let value = weight;
    for (let row = trades[trade]! + 1; row <= to; row++) {
      value *= 1 + values[start + row]!;
      grown[row - origin]! += value;
    }
    parts[(trade + 1) * assets + member] = value;
  }
}
