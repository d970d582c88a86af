// Written by scripts/build-kernels.ts: change it there.
import type { FusedInput } from '../fused-input.js';

/** Variants 3 by 3 over 6 columns: see `fused-input.ts`. */
export function fused6(
  { columns, rows, trades, shares, shifts, openings, out, costAt }: FusedInput,
  variants: number,
): void {
  for (let variant = 0; variant < variants; variant += 3) {
    const w0x0 = shares[(variant + 0) * 6 + 0]!;
    const w0x1 = shares[(variant + 0) * 6 + 1]!;
    const w0x2 = shares[(variant + 0) * 6 + 2]!;
    const w0x3 = shares[(variant + 0) * 6 + 3]!;
    const w0x4 = shares[(variant + 0) * 6 + 4]!;
    const w0x5 = shares[(variant + 0) * 6 + 5]!;
    const w1x0 = shares[(variant + 1) * 6 + 0]!;
    const w1x1 = shares[(variant + 1) * 6 + 1]!;
    const w1x2 = shares[(variant + 1) * 6 + 2]!;
    const w1x3 = shares[(variant + 1) * 6 + 3]!;
    const w1x4 = shares[(variant + 1) * 6 + 4]!;
    const w1x5 = shares[(variant + 1) * 6 + 5]!;
    const w2x0 = shares[(variant + 2) * 6 + 0]!;
    const w2x1 = shares[(variant + 2) * 6 + 1]!;
    const w2x2 = shares[(variant + 2) * 6 + 2]!;
    const w2x3 = shares[(variant + 2) * 6 + 3]!;
    const w2x4 = shares[(variant + 2) * 6 + 4]!;
    const w2x5 = shares[(variant + 2) * 6 + 5]!;
    const base0 = 1 + shifts[variant + 0]!;
    let wealth0 = openings[variant + 0]!;
    let last0 = 1 / wealth0;
    let peak0 = last0;
    let low0 = 1;
    let floor0 = peak0;
    let sum0 = 0;
    let squares0 = 0;
    const base1 = 1 + shifts[variant + 1]!;
    let wealth1 = openings[variant + 1]!;
    let last1 = 1 / wealth1;
    let peak1 = last1;
    let low1 = 1;
    let floor1 = peak1;
    let sum1 = 0;
    let squares1 = 0;
    const base2 = 1 + shifts[variant + 2]!;
    let wealth2 = openings[variant + 2]!;
    let last2 = 1 / wealth2;
    let peak2 = last2;
    let low2 = 1;
    let floor2 = peak2;
    let sum2 = 0;
    let squares2 = 0;
    let row = 0;
    let at = 0;
    for (let trade = 0; trade <= trades.length; trade++) {
      const end = trade < trades.length ? trades[trade]! : rows;
      for (; row < end; row++) {
        const c0 = columns[at]!;
        const c1 = columns[at + 1]!;
        const c2 = columns[at + 2]!;
        const c3 = columns[at + 3]!;
        const c4 = columns[at + 4]!;
        const c5 = columns[at + 5]!;
        at += 6;
        const s0 = w0x0 * c0 + w0x1 * c1 + w0x2 * c2 + w0x3 * c3 + w0x4 * c4 + w0x5 * c5;
        const x0 = s0 / last0 - base0;
        sum0 += x0;
        squares0 += x0 * x0;
        last0 = s0;
        if (s0 > peak0) {
          peak0 = s0;
          floor0 = low0 * s0;
        } else if (s0 < floor0) {
          low0 = s0 / peak0;
          floor0 = s0;
        }
        const s1 = w1x0 * c0 + w1x1 * c1 + w1x2 * c2 + w1x3 * c3 + w1x4 * c4 + w1x5 * c5;
        const x1 = s1 / last1 - base1;
        sum1 += x1;
        squares1 += x1 * x1;
        last1 = s1;
        if (s1 > peak1) {
          peak1 = s1;
          floor1 = low1 * s1;
        } else if (s1 < floor1) {
          low1 = s1 / peak1;
          floor1 = s1;
        }
        const s2 = w2x0 * c0 + w2x1 * c1 + w2x2 * c2 + w2x3 * c3 + w2x4 * c4 + w2x5 * c5;
        const x2 = s2 / last2 - base2;
        sum2 += x2;
        squares2 += x2 * x2;
        last2 = s2;
        if (s2 > peak2) {
          peak2 = s2;
          floor2 = low2 * s2;
        } else if (s2 < floor2) {
          low2 = s2 / peak2;
          floor2 = s2;
        }
      }
      if (trade === trades.length) break;
      const c0 = columns[at]!;
      const c1 = columns[at + 1]!;
      const c2 = columns[at + 2]!;
      const c3 = columns[at + 3]!;
      const c4 = columns[at + 4]!;
      const c5 = columns[at + 5]!;
      at += 6;
      row++;
      const g0 = w0x0 * c0 + w0x1 * c1 + w0x2 * c2 + w0x3 * c3 + w0x4 * c4 + w0x5 * c5;
      const s0 = g0 - costAt(trade, variant + 0, g0);
      const x0 = s0 / last0 - base0;
      sum0 += x0;
      squares0 += x0 * x0;
      if (s0 > peak0) peak0 = s0;
      else if (s0 < floor0) low0 = s0 / peak0;
      last0 = 1;
      wealth0 *= s0;
      peak0 /= s0;
      floor0 = low0 * peak0;
      const g1 = w1x0 * c0 + w1x1 * c1 + w1x2 * c2 + w1x3 * c3 + w1x4 * c4 + w1x5 * c5;
      const s1 = g1 - costAt(trade, variant + 1, g1);
      const x1 = s1 / last1 - base1;
      sum1 += x1;
      squares1 += x1 * x1;
      if (s1 > peak1) peak1 = s1;
      else if (s1 < floor1) low1 = s1 / peak1;
      last1 = 1;
      wealth1 *= s1;
      peak1 /= s1;
      floor1 = low1 * peak1;
      const g2 = w2x0 * c0 + w2x1 * c1 + w2x2 * c2 + w2x3 * c3 + w2x4 * c4 + w2x5 * c5;
      const s2 = g2 - costAt(trade, variant + 2, g2);
      const x2 = s2 / last2 - base2;
      sum2 += x2;
      squares2 += x2 * x2;
      if (s2 > peak2) peak2 = s2;
      else if (s2 < floor2) low2 = s2 / peak2;
      last2 = 1;
      wealth2 *= s2;
      peak2 /= s2;
      floor2 = low2 * peak2;
    }
    out[(variant + 0) * 4] = wealth0 * last0;
    out[(variant + 0) * 4 + 1] = sum0;
    out[(variant + 0) * 4 + 2] = squares0;
    out[(variant + 0) * 4 + 3] = low0;
    out[(variant + 1) * 4] = wealth1 * last1;
    out[(variant + 1) * 4 + 1] = sum1;
    out[(variant + 1) * 4 + 2] = squares1;
    out[(variant + 1) * 4 + 3] = low1;
    out[(variant + 2) * 4] = wealth2 * last2;
    out[(variant + 2) * 4 + 1] = sum2;
    out[(variant + 2) * 4 + 2] = squares2;
    out[(variant + 2) * 4 + 3] = low2;
  }
}
