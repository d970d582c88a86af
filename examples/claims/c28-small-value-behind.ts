// C28: has small value been behind for longer than it usually was?
import { frenchSize, frenchSizeValue } from 'backtilt/data';
import { claim, type Claim, type ClaimReading } from 'backtilt/report';
import { falls, mean, weakRuns } from './leadership.js';

export const c28 = (cells = frenchSizeValue(), size = frenchSize()): Claim => {
  const value = cells.returns('SMALL HiBM');
  const readings = [cells.returns('BIG LoBM'), size.returns('Hi 30')].flatMap((large) =>
    falls.flatMap((fall): ClaimReading[] => {
      const { present, wholeEarlier, cycles } = weakRuns(value, large, fall);
      const beyond = (kind: string, years: readonly number[]): ClaimReading => ({
        reading: `Small value over ${large.name}, falls by ${fall * 100} %: years beyond the mean ${kind}`,
        says: { above: 0 },
        figure: present - mean(years),
        unit: 'number',
        n: years.length,
        independent: 1,
      });
      const longer = wholeEarlier.filter((years) => years > present).length;
      const run = `run (${present.toFixed(2)} years now; ${longer} of ${wholeEarlier.length} were longer)`;
      return [beyond(run, wholeEarlier), { ...beyond('cycle, peak to peak', cycles), aside: true }];
    }),
  );
  return claim({
    id: 'C28',
    claim: 'The weakness of small-cap value has lasted longer than its typical cycle',
    source: 'a market article of 2025',
    data: [value, cells.returns('BIG LoBM'), size.returns('Hi 30')],
    readings,
    notes: [
      'Figure: years of the present run of weakness as of August 2025, less the mean of the whole ones before it; n: how many those were. The present run is one case, whatever it is set beside.',
      'Small value is the cheapest fifth among the smallest fifth of firms (SMALL HiBM); against the dearest big firms and against all big ones, total returns without costs.',
      'Turns are dated with hindsight, and the fall that makes one decides how long runs are: four were tried. The present run has not ended, earlier ones have: they differ by that, too.',
      'After the figures had been seen falls took the place of rises by as many percent, whole cycles were set aside of the runs, and the present run was counted as one.',
    ],
  });
};
