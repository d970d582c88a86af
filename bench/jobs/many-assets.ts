import { check, type Job, nativeFigure } from '../run/job.js';
import { manyPanel } from './panels.js';

const END = 1.20239558274788;

/** J3: many assets. */
export const manyAssets: Job = {
  name: 'J3',
  title: '500 assets × 6,300 days, equal weights, traded back monthly: returns and summary',
  native: { job: 'J3', peers: ['C'] },
  target: { of: 'C', times: 3 },
  nativeChecks: (figures) => [check('wealth at the end', nativeFigure(figures, 'end'), END, 1e-12)],
  prepare(library) {
    const { backtest, fixedMix, monthly, summarize, wealth, cagrByPeriods, maxDrawdown } = library;
    const panel = manyPanel(library);
    const weights = Object.fromEntries(panel.assets.map((asset) => [asset, 1 / panel.assets.length]));
    const mix = fixedMix({ name: 'Equal parts', weights, schedule: monthly() });
    const options = { costs: { tradingBps: 10 } };
    return {
      checks() {
        const result = backtest(panel, mix, options);
        return [
          check('wealth at the end', wealth(result).at(-1)!, END, 1e-12),
          check('cagrByPeriods', cagrByPeriods(result), 0.00740105932811574),
          check('maxDrawdown', maxDrawdown(result), -0.680258301345151),
        ];
      },
      run: () => summarize(backtest(panel, mix, options)),
    };
  },
};
