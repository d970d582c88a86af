/**
 * The fused kernels of the sweep in AssemblyScript: two variants at once, one in each half of a vector. Compiled by `npm run build:kernels`.
 * They do what src/engine/sweep/kernels does, in the same order, so that no bit differs: change both or neither.
 */

// The compiler counts the fields of these classes: `offsetof<Columns4>()` is 4 where it compiles, so each kernel holds no more than its own columns.
class Columns1 { a: u8; }
class Columns2 extends Columns1 { b: u8; }
class Columns3 extends Columns2 { c: u8; }
class Columns4 extends Columns3 { d: u8; }
class Columns5 extends Columns4 { e: u8; }
class Columns6 extends Columns5 { f: u8; }
class Columns7 extends Columns6 { g: u8; }
class Columns8 extends Columns7 { h: u8; }

/** What both variants of a pair hold of a column; nothing of a column that is not there. */
// @ts-ignore: decorator
@inline
function share<Columns>(shares: usize, column: usize): v128 {
  if (offsetof<Columns>() <= column) return f64x2.splat(0);
  return f64x2(load<f64>(shares + column * 8), load<f64>(shares + (offsetof<Columns>() + column) * 8));
}

/** What both variants have grown to in one row. */
// @ts-ignore: decorator
@inline
function mix<Columns>(row: usize, w0: v128, w1: v128, w2: v128, w3: v128, w4: v128, w5: v128, w6: v128, w7: v128): v128 {
  let sum = f64x2.mul(w0, v128.load_splat<f64>(row));
  if (offsetof<Columns>() > 1) sum = f64x2.add(sum, f64x2.mul(w1, v128.load_splat<f64>(row, 8)));
  if (offsetof<Columns>() > 2) sum = f64x2.add(sum, f64x2.mul(w2, v128.load_splat<f64>(row, 16)));
  if (offsetof<Columns>() > 3) sum = f64x2.add(sum, f64x2.mul(w3, v128.load_splat<f64>(row, 24)));
  if (offsetof<Columns>() > 4) sum = f64x2.add(sum, f64x2.mul(w4, v128.load_splat<f64>(row, 32)));
  if (offsetof<Columns>() > 5) sum = f64x2.add(sum, f64x2.mul(w5, v128.load_splat<f64>(row, 40)));
  if (offsetof<Columns>() > 6) sum = f64x2.add(sum, f64x2.mul(w6, v128.load_splat<f64>(row, 48)));
  if (offsetof<Columns>() > 7) sum = f64x2.add(sum, f64x2.mul(w7, v128.load_splat<f64>(row, 56)));
  return sum;
}

/**
 * The first eight arguments are addresses; what lies there is written in src/engine/sweep/fused-input.ts. Two of them lie otherwise:
 *
 * @param charges what trading an asset costs times its weight: by pair of variants, by asset, of both.
 * @param assets growth of the assets on the rows of trades alone, `stride` bytes a trade.
 */
// @ts-ignore: decorator
@inline
function fused<Columns>(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  const one = f64x2.splat(1);
  for (let variant: i32 = 0; variant < variants; variant += 2) {
    const w0 = share<Columns>(shares, 0);
    const w1 = share<Columns>(shares, 1);
    const w2 = share<Columns>(shares, 2);
    const w3 = share<Columns>(shares, 3);
    const w4 = share<Columns>(shares, 4);
    const w5 = share<Columns>(shares, 5);
    const w6 = share<Columns>(shares, 6);
    const w7 = share<Columns>(shares, 7);
    const base = f64x2.add(one, v128.load(shifts));
    let wealth = v128.load(openings);
    let last = f64x2.div(one, wealth);
    let peak = last;
    let low = one;
    let floor = peak;
    let sum = f64x2.splat(0);
    let squares = f64x2.splat(0);
    let row: i32 = 0;
    let at = columns;
    for (let trade: i32 = 0; trade <= tradeCount; trade++) {
      const end: i32 = trade < tradeCount ? load<i32>(trades + ((<usize>trade) << 2)) : rows;
      for (; row < end; row++) {
        const s = mix<Columns>(at, w0, w1, w2, w3, w4, w5, w6, w7);
        at += offsetof<Columns>() * 8;
        const x = f64x2.sub(f64x2.div(s, last), base);
        sum = f64x2.add(sum, x);
        squares = f64x2.add(squares, f64x2.mul(x, x));
        last = s;
        const up = f64x2.gt(s, peak);
        const down = f64x2.lt(s, floor);
        // Most rows are neither a new peak nor a new low.
        if (v128.any_true(v128.or(up, down))) {
          const fall = v128.andnot(down, up);
          floor = v128.bitselect(f64x2.mul(low, s), v128.bitselect(s, floor, fall), up);
          low = v128.bitselect(f64x2.div(s, peak), low, fall);
          peak = v128.bitselect(s, peak, up);
        }
      }
      if (trade == tradeCount) break;
      const grown = mix<Columns>(at, w0, w1, w2, w3, w4, w5, w6, w7);
      at += offsetof<Columns>() * 8;
      row++;
      let cost = f64x2.splat(0);
      let charge = charges;
      let asset = assets + (<usize>trade) * stride;
      for (let member: i32 = 0; member < assetCount; member++) {
        const moved = f64x2.abs(f64x2.sub(grown, v128.load_splat<f64>(asset)));
        cost = f64x2.add(cost, f64x2.mul(v128.load(charge), moved));
        charge += 16;
        asset += 8;
      }
      const s = f64x2.sub(grown, cost);
      const x = f64x2.sub(f64x2.div(s, last), base);
      sum = f64x2.add(sum, x);
      squares = f64x2.add(squares, f64x2.mul(x, x));
      const up = f64x2.gt(s, peak);
      const fall = v128.andnot(f64x2.lt(s, floor), up);
      low = v128.bitselect(f64x2.div(s, peak), low, fall);
      peak = v128.bitselect(s, peak, up);
      last = one;
      wealth = f64x2.mul(wealth, s);
      peak = f64x2.div(peak, s);
      floor = f64x2.mul(low, peak);
    }
    const growth = f64x2.mul(wealth, last);
    v128.store(out, v128.shuffle<f64>(growth, sum, 0, 2));
    v128.store(out, v128.shuffle<f64>(squares, low, 0, 2), 16);
    v128.store(out, v128.shuffle<f64>(growth, sum, 1, 3), 32);
    v128.store(out, v128.shuffle<f64>(squares, low, 1, 3), 48);
    shares += offsetof<Columns>() * 16;
    shifts += 16;
    openings += 16;
    out += 64;
    charges += <usize>assetCount * 16;
  }
}

export function fused1(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns1>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused2(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns2>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused3(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns3>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused4(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns4>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused5(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns5>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused6(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns6>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused7(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns7>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}

export function fused8(
  columns: usize, trades: usize, shares: usize, shifts: usize, openings: usize, out: usize, charges: usize, assets: usize,
  stride: usize, rows: i32, tradeCount: i32, assetCount: i32, variants: i32,
): void {
  fused<Columns8>(columns, trades, shares, shifts, openings, out, charges, assets, stride, rows, tradeCount, assetCount, variants);
}
