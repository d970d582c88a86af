import type { Panel, SweepResult } from 'backtilt';
import { DAYS, fiveDaily } from '../data/daily-market.js';
import { weekdays } from '../data/weekdays.js';
import { check, type Job, type Library } from '../run/job.js';
import { type Five, fivePanel } from './panels.js';

const LOOKBACK = 252;
const margins = Array.from({ length: 1000 }, (_, step) => step / 2000);

/** The stronger of two over twelve months, where it leads bonds by a margin; bonds otherwise. The margin is the variant. */
function sweepMomentum(
  { sweep, defineStrategy, monthly }: Library,
  panel: Panel<Five>,
): SweepResult<{ margin: number }> {
  const schedule = monthly();
  return sweep(panel, {
    grid: { margin: margins },
    strategy: ({ margin }) =>
      defineStrategy({
        name: 'Momentum by a margin',
        assets: ['SMALL', 'LARGE', 'BOND'],
        lookback: LOOKBACK,
        schedule,
        decide: ({ totalReturn }) => {
          const small = totalReturn('SMALL', LOOKBACK);
          const large = totalReturn('LARGE', LOOKBACK);
          if (Math.max(small, large) - totalReturn('BOND', LOOKBACK) <= margin) return { BOND: 1 };
          return small > large ? { SMALL: 1 } : { LARGE: 1 };
        },
      }),
    metrics: ['totalReturn', 'sharpeRatio'],
    backtest: { costs: { tradingBps: 10 } },
  });
}

/** The same by hand, day by day, one position at a time: what 1 has become. */
function byHand(margin: number): number {
  const { returns } = fiveDaily();
  const { monthEnds } = weekdays(DAYS);
  const [SMALL, LARGE, BOND] = [0, 1, 3];
  const grown = (asset: number, day: number): number => {
    let growth = 1;
    for (let past = day - LOOKBACK + 1; past <= day; past++) growth *= 1 + returns[past * 5 + asset]!;
    return growth - 1;
  };
  let wealth = 1;
  let held: number | undefined;
  for (let day = LOOKBACK; day < DAYS; day++) {
    if (held !== undefined) wealth *= 1 + returns[day * 5 + held]!;
    if (day === DAYS - 1 || (held !== undefined && monthEnds[day] === 0)) continue;
    const [small, large] = [grown(SMALL, day), grown(LARGE, day)];
    const risky = Math.max(small, large) - grown(BOND, day) > margin;
    const wanted = !risky ? BOND : small > large ? SMALL : LARGE;
    // A purchase trades 1, a change of position sells one and buys the other.
    if (wanted !== held) wealth *= 1 - 0.001 * (held === undefined ? 1 : 2);
    held = wanted;
  }
  return wealth;
}

/** J2u: a strategy of the user's own, a thousand times. */
export const ownStrategySweep: Job = {
  name: 'J2u',
  title: '1,000 variants of a decide() of the user’s own: 12-month momentum, monthly, 3 assets × 6,300 days',
  target: { milliseconds: 300 },
  prepare(library) {
    const panel = fivePanel(library);
    return {
      checks() {
        const found = sweepMomentum(library, panel);
        return [0, 100, 999].map((variant) =>
          check(`variant ${variant}, wealth`, found.metrics['totalReturn']![variant]! + 1, byHand(margins[variant]!)),
        );
      },
      run: () => sweepMomentum(library, panel),
    };
  },
};
