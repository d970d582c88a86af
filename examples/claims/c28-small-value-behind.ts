// C28: has small value been behind for longer than it usually was?
import { frenchSize, frenchSizeValue } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { mean, thresholds, weakRuns } from './leadership.js';

export const c28 = (cells = frenchSizeValue(), size = frenchSize()): Claim => {
  const value = cells.returns('SMALL HiBM');
  const readings = [cells.returns('BIG LoBM'), size.returns('Hi 30')].flatMap((large) =>
    thresholds.map((threshold) => {
      const { present, earlier } = weakRuns(value, large, threshold);
      return {
        reading: `Small value over ${large.name}, turns by ${threshold * 100} %: years beyond the mean run`,
        says: { above: 0 },
        figure: present - mean(earlier),
        unit: 'number' as const,
        n: earlier.length,
        independent: earlier.length,
      };
    }),
  );
  return claim({
    id: 'C28',
    claim: 'The weakness of small-cap value has lasted longer than its typical cycle',
    source: 'a market article of 2025',
    data: [value, cells.returns('BIG LoBM'), size.returns('Hi 30')],
    readings,
    notes: [
      'Figure: years of the present run of weakness as of August 2025, less the mean of the earlier ones; n: how many there were.',
      'Small value is the cheapest fifth among the smallest fifth of firms (SMALL HiBM); against the dearest big firms and against all big ones, total returns without costs.',
      'Turns are dated with hindsight, and the threshold decides how long runs are: four of them were tried. The present run has not ended, earlier ones have: they differ by that, too.',
    ],
  });
};
