import type { Summary } from './summarize.js';

type Covered = Pick<Summary, 'riskFree' | 'periods' | 'excessPeriods' | 'benchmark'>;

/**
 * What is to be said where cash has no return in some periods: on how many the figures over cash rest. Undefined where they rest on all. It
 * holds of every column with the same numbers.
 */
export function cashNote({ riskFree, periods, excessPeriods, benchmark }: Covered): string | undefined {
  if (riskFree === null) return undefined;
  const parts = [
    ...(excessPeriods < periods
      ? [
          `on ${excessPeriods} of ${periods} periods (Sharpe ratio and its standard error, geometric Sharpe, Martin, pain and gain–loss ratio, Kelly fraction)`,
        ]
      : []),
    ...(benchmark !== null && benchmark.excessPeriods < benchmark.periods
      ? [
          `on ${benchmark.excessPeriods} of the ${benchmark.periods} periods in common with the benchmark (alpha, betas, R², systematic and specific risk, Treynor and appraisal ratio, M²)`,
        ]
      : []),
  ];
  return parts.length === 0
    ? undefined
    : `Figures over cash rest ${parts.join(' and ')}: those for which ${riskFree} has a return.`;
}
