import { check, type Job, nativeFigure, type NativeFigures } from '../run/job.js';
import { fivePanel } from './panels.js';

/** Figures of the second asset, from the kernel in C. */
const EXPECTED = {
  cagrByPeriods: 0.119882674143159,
  volatility: 0.200362063858023,
  sharpeRatio: 0.665390837908245,
  maxDrawdown: -0.446978505408214,
  skewness: -0.0261262493952144,
  excessKurtosis: 1.63415476072036,
  valueAtRisk: -0.0197255394855517,
  omegaRatio: 1.11726094958756,
} as const;

/** J4: every statistic of one daily series, with its tables. */
export const report: Job = {
  name: 'J4',
  title:
    'full report of one daily series over 25 years: all of `summarize` with a benchmark, drawdowns, calendar, rolling windows',
  native: { job: 'J4', peers: ['C'] },
  target: { milliseconds: 3 },
  nativeChecks: (figures: NativeFigures) =>
    Object.entries(EXPECTED).map(([name, expected]) => check(name, nativeFigure(figures, name), expected)),
  prepare(library) {
    const { summarize, drawdowns, calendarReturns, annualReturns, rolling, rollingWindows, cagr, volatility } = library;
    const panel = fivePanel(library);
    const [series, benchmark] = [panel.returns('LARGE'), panel.returns('SMALL')];
    const rollingCagr = rolling(cagr, { years: 3 });
    const rollingVolatility = rolling(volatility, { periods: 252 });
    return {
      checks() {
        const names = Object.keys(EXPECTED) as (keyof typeof EXPECTED)[];
        return [
          ...names.map((name) => check(name, library[name](series), EXPECTED[name])),
          check('expectedShortfall', library.expectedShortfall(series), worstTwentieth(series.values.slice())),
          check('at least 60 figures', Math.min(60, numbersIn(summarize(series, { benchmark }))), 60, 0),
        ];
      },
      run: () => [
        summarize(series, { benchmark }),
        drawdowns(series),
        calendarReturns(series),
        annualReturns(series),
        rollingCagr(series),
        rollingVolatility(series),
        rollingWindows(series, benchmark, { years: 3 }),
      ],
    };
  },
};

/** The mean of the worst 5 %, by hand: of the return on the border so much as belongs to them. */
function worstTwentieth(values: Float64Array): number {
  const share = 0.05 * values.length;
  const whole = Math.floor(share);
  const worst = values.sort().subarray(0, whole + 1);
  return worst.reduce((sum, value, place) => sum + value * Math.min(1, share - place), 0) / share;
}

/** How many numbers are in a plain object, however deep. */
function numbersIn(value: unknown): number {
  if (typeof value === 'number') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, part) => sum + numbersIn(part), 0);
}
