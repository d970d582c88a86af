// By how much a year one series beat another, with an interval from resampling both by the same months.
import { bootstrap, cagr, type ReturnSeries } from 'backtilt';
import type { ClaimReading } from 'backtilt/report';

export const cagrLead = (reading: string, series: ReturnSeries, rival: ReturnSeries): ClaimReading => {
  const ahead = (own: ReturnSeries, others: Record<'rival', ReturnSeries>) => cagr(own) - cagr(others.rival);
  const { n, independent, statistics } = bootstrap(series, { ahead }, { others: { rival }, replications: 500 });
  const { estimate, percentile } = statistics.ahead;
  return { reading, says: { above: 0 }, figure: estimate, interval: percentile, n, independent };
};
