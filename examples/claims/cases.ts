// A share of hits with its exact interval: windows that overlap are counted as the separate ones that they amount to.
import { hitRateInterval, type EventStudy } from 'backtilt';
import type { ClaimFigure, Says } from 'backtilt/report';

type Cases = Pick<ClaimFigure, 'figure' | 'base' | 'n'> & { readonly independent: number };

/** Clopper–Pearson on the whole number of hits next to the share among the independent windows. */
export const shareReading = (reading: string, says: Says, cases: Cases): ClaimFigure => {
  const hits = Math.round((cases.figure || 0) * cases.independent);
  const { low, high } = hitRateInterval(hits, cases.independent, { method: 'clopperPearson' });
  return { reading, says, ...cases, interval: { low, high } };
};

/** One reading for each horizon of a study: the share of events after which the series led; base: of all windows. */
export const shareReadings = (words: string, says: Says, { horizons }: EventStudy): ClaimFigure[] =>
  horizons.map(({ horizon, hitRate: figure, baseRate, n, independent }) =>
    shareReading(`${words}${horizon}`, says, { figure, base: baseRate.share, n, independent }),
  );
