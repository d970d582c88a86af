import { check, type Job, nativeFigure } from '../run/job.js';
import { monthlySeries } from './panels.js';

/** Medians of 10,000 resamples from the kernel in C. Other draws differ by chance: at 10,000 by less than this. */
const MEDIANS = { cagr: 0.0659510359, sharpeRatio: 0.476922004, maxDrawdown: -0.451075165 } as const;
const CHANCE = 0.025;
const SHARES = [0.05, 0.5, 0.95];

/** J5: how far it might have come out otherwise. */
export const resampling: Job = {
  name: 'J5',
  title:
    'stationary bootstrap, 10,000 × 600 months, mean block 12: 5, 50 and 95 % of CAGR, Sharpe ratio, largest drawdown',
  native: { job: 'J5', peers: ['C', 'numba'] },
  target: { of: 'C', times: 0.6 },
  nativeChecks: (figures) =>
    Object.entries(MEDIANS).map(([name, expected]) =>
      check(`${name}, median`, nativeFigure(figures, name, 1), expected, CHANCE),
    ),
  prepare(library) {
    const { bootstrap, cagr, sharpeRatio, maxDrawdown } = library;
    const series = monthlySeries(library);
    const names = ['cagr', 'sharpeRatio', 'maxDrawdown'] as const;
    const draw = (): ReturnType<typeof bootstrap<(typeof names)[number]>> =>
      bootstrap(series, { cagr, sharpeRatio, maxDrawdown }, { blockLength: 12, replications: 10_000 });
    return {
      checks() {
        const drawn = draw();
        return [
          ...names.map((name) => check(`${name}, median`, drawn.quantile(name, 0.5), MEDIANS[name], CHANCE)),
          check('cagr of the series itself', drawn.statistics.cagr.estimate, cagr(series), 1e-12),
        ];
      },
      run() {
        const drawn = draw();
        return names.map((name) => SHARES.map((share) => drawn.quantile(name, share)));
      },
    };
  },
};
