import { backtest, contributions, concentration, slice } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { randomCase } from './oracle-cases.js';
describe('try', () => {
  it('sum', () => {
    let ran = 0, worst = 0, lost = 0;
    const t0 = performance.now();
    for (let seed = 1; seed <= 1500; seed++) {
      const c = randomCase(seed);
      let r;
      try { r = backtest(c.panel, c.strategy, c.options as never); } catch { continue; }
      ran++;
      const p = contributions(r);
      concentration(r);
      expect(r.digest).toMatch(/^[0-9a-f]{64}$/);
      for (let t = 0; t < r.calendar.length; t++) {
        const sum = Object.values(p.assets).reduce((s, v) => s + v[t]!, 0) + p.cash[t]! + p.financing[t]! + p.fees[t]! + p.trading[t]!;
        if (r.values[t] === -1) { lost++; continue; }
        const d = Math.abs(sum - r.values[t]!);
        if (d > 1e-12) { console.log(seed, t, d, sum, r.values[t], r.end); }
        worst = Math.max(worst, d);
      }
    }
    console.log(ran, worst, lost, performance.now() - t0);
  });
});
