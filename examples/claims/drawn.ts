// Readings of statistics of two series, such as a capture: their intervals by resampling both.
import { bootstrap, type ReturnSeries } from 'backtilt';
import type { ClaimFigure, Says } from 'backtilt/report';

export type Pair = readonly [series: ReturnSeries, benchmark: ReturnSeries];
export type PairStatistic = (series: ReturnSeries, benchmark: ReturnSeries) => number;

/** A statistic of two series with its interval over 200 histories made of blocks of both; `blockLength` in rows. */
export const drawn = (
  reading: string,
  says: Says,
  [series, other]: Pair,
  statistic: PairStatistic,
  { blockLength = 12, ...more }: { blockLength?: number } & Partial<ClaimFigure> = {},
): ClaimFigure => {
  const figure = (sample: ReturnSeries, others: Record<'other', ReturnSeries>) => statistic(sample, others.other);
  const { n, independent, statistics } = bootstrap(
    series,
    { figure },
    { others: { other }, blockLength, replications: 200 },
  );
  const { estimate, percentile: interval } = statistics.figure;
  return { reading, says, figure: estimate, interval, unit: 'number', n, independent, ...more };
};
