// C21: do low valuations virtually guarantee that small caps win over long periods?
import { eventStudy, rollingWindows, valuationSignal } from 'backtilt';
import { frenchSize, valueSpread } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { shareReading, shareReadings } from './cases.js';

const says = { above: 0.95 }; // virtually guaranteed: more than nineteen of twenty
const years = [5, 10, 15, 20];

export const c21 = (size = frenchSize(), { smallOverBig } = valueSpread()): Claim => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const how = { lagDays: 0, window: 'expanding', minObservations: 120, measure: 'percentile' } as const;
  const cheap = valuationSignal(smallOverBig, how).observations.filter(({ value }) => value > 0.5);
  const months = years.map((one) => 12 * one);
  const study = eventStudy(small, cheap, { benchmark: large, months, measure: 'relativeWealth', draws: 1 });
  return claim({
    id: 'C21',
    claim: 'Low valuations virtually guarantee that small caps beat large ones over long periods',
    source: 'a market article of 2025',
    data: [small, large],
    readings: [
      ...shareReadings('Small caps cheap: next ', says, study),
      ...years.map((one) => {
        const { share, windows, separateWindows } = rollingWindows(small, large, { years: one });
        const cases = { figure: share, n: windows, independent: separateWindows };
        return { ...shareReading(`Any ${one} years`, says, cases), aside: true as const };
      }),
    ],
    notes: [
      'Figure: share of windows in which Lo 30 earned more than Hi 30, total returns without costs; cheap: book-to-market of small over big above the middle of what had been seen by then.',
      'Base: all windows of the length. Windows overlap: independent counts those without a common month, and the exact interval takes only so many cases.',
      'Four lengths. Windows that begin at any valuation are base rates, no readings of the claim: since the figures were seen they stand aside.',
      'Until 1981 nobody had written of small caps as an investment: most windows lie before.',
    ],
  });
};
