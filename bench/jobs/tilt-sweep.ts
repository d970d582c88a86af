import type { FusedName, Panel, Schedule, SweepOptions, SweepResult } from 'backtilt';
import { check, type Job, type Library, nativeFigure } from '../run/job.js';
import { type Five, fivePanel } from './panels.js';

interface Tilt {
  readonly schedule: Schedule;
  readonly small: number;
}

const FIGURES = ['cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;

/** Tilts to the small asset from 0 to 100 % in equal steps, traded back monthly, and again quarterly. */
export function sweepTilts(
  library: Library,
  panel: Panel<Five>,
  steps: number,
  metrics: readonly FusedName[] = FIGURES,
  more: Pick<SweepOptions<Tilt, FusedName>, 'keep'> = {},
): SweepResult<Tilt, FusedName> {
  const { sweep, fixedMix, monthly, quarterly } = library;
  return sweep(panel, {
    grid: {
      schedule: [monthly(), quarterly()],
      small: Array.from({ length: steps }, (_, step) => step / (steps - 1)),
    },
    strategy: ({ schedule, small }) => {
      const rest = 1 - small;
      return fixedMix({
        weights: { SMALL: small, LARGE: 0.5 * rest, INTL: 0.2 * rest, BOND: 0.2 * rest, GOLD: 0.1 * rest },
        schedule,
      });
    },
    metrics,
    backtest: { costs: { tradingBps: 10 } },
    ...more,
  });
}

/** J2: a thousand variants of a tilt. */
export const tiltSweep: Job = {
  name: 'J2',
  title: '1,000 variants (tilt 0 to 100 %, monthly and quarterly): CAGR, volatility, Sharpe ratio, largest drawdown',
  native: { job: 'J2', peers: ['C', 'numba'] },
  target: { of: 'C', times: 1 },
  nativeChecks: (figures) => [
    check('variant 250, CAGR', nativeFigure(figures, 'v250', 0), 0.123319891751),
    check('variant 250, volatility', nativeFigure(figures, 'v250', 1), 0.19739781222),
    check('variant 250, Sharpe ratio', nativeFigure(figures, 'v250', 2), 0.688069370485),
    check('variant 250, largest drawdown', nativeFigure(figures, 'v250', 3), -0.424783670568),
  ],
  prepare(library) {
    const panel = fivePanel(library);
    return {
      checks() {
        const found = sweepTilts(library, panel, 500, [...FIGURES, 'cagrByPeriods']);
        const at = (metric: FusedName, variant: number): number => found.metrics[metric][variant]!;
        return [
          check('variants', found.trials, 1000, 0),
          check('variant 250, cagr', at('cagr', 250), 0.127963794039),
          check('variant 250, cagrByPeriods', at('cagrByPeriods', 250), 0.123319891751),
          check('variant 250, volatility', at('volatility', 250), 0.197402878094),
          check('variant 250, sharpeRatio', at('sharpeRatio', 250), 0.687854034034),
          check('variant 250, maxDrawdown', at('maxDrawdown', 250), -0.424783670568),
          check('variant 750, cagrByPeriods', at('cagrByPeriods', 750), 0.123282327216635),
          check('variant 750, maxDrawdown', at('maxDrawdown', 750), -0.4196108915941),
        ];
      },
      run: () => sweepTilts(library, panel, 500),
    };
  },
};
