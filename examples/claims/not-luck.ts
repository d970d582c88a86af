// Whether the best of several leads is more than the luckiest of them, as a reading: the deflated Sharpe ratio.
import { deflatedSharpeRatio, sharpeRatio, type ReturnSeries } from 'backtilt';
import type { ClaimReading } from 'backtilt/report';

/** Active returns of all variants that were tried, by name; `words` say over which months. */
export const notLuck = (leads: Readonly<Record<string, ReturnSeries>>, words = ''): ClaimReading => {
  const tried = Object.entries(leads).map(([name, lead]) => ({ name, lead, ratio: sharpeRatio(lead) }));
  const [best] = tried.toSorted((a, b) => b.ratio - a.ratio);
  const { probability } = deflatedSharpeRatio(best!.lead, { trialSharpeRatios: tried.map(({ ratio }) => ratio) });
  const reading = `Probability that ${best!.name}, the best of ${tried.length}, is not mere luck${words}`;
  return {
    reading,
    says: { above: 0.95 },
    figure: probability,
    n: best!.lead.values.filter((value) => !Number.isNaN(value)).length,
  };
};
