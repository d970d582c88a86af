// Readings of regressions: a coefficient with its interval, and the mean in a regime.
import { arithmeticMean, conditionalStatistics, factorRegression } from 'backtilt';
import type { DatedSignal, Estimate, IsoDate, ReturnSeries } from 'backtilt';
import type { ClaimFigure, Says } from 'backtilt/report';
import { column } from './column.js';

/** A coefficient with its interval, times `scale` (above 0). */
export const estimated = (
  reading: string,
  says: Says,
  { estimate, low, high }: Estimate,
  { scale = 1, ...more }: { scale?: number } & Partial<ClaimFigure>,
): ClaimFigure => {
  const interval = { low: low * scale, high: high * scale };
  return { reading, says, figure: estimate * scale, interval, ...more };
};

/** The mean of a difference of returns in a regime, per year; base: its mean while the regime was known; independent: spells of the regime. */
export const whenever = (reading: string, says: Says, lead: ReturnSeries, regime: DatedSignal): ClaimFigure => {
  const known = (end: IsoDate) => !Number.isNaN(regime.valueOn(end));
  const [, inside, both] = conditionalStatistics(lead, { inside: regime, known }, { arithmeticMean }).regimes;
  // Beside a mark of the other months the constant is the mean of these, with Newey–West errors.
  const { alpha } = factorRegression(
    lead,
    column(lead, 'outside', (end) => 1 - regime.valueOn(end)),
  );
  const base = both!.values.arithmeticMean;
  return estimated(reading, says, alpha, { base, n: inside!.periods, independent: inside!.spells });
};
