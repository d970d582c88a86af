// C6: does leadership turn every nine years, and is the present weakness of small caps the longest?
import { frenchSize } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { mean, thresholds, weakRuns } from './leadership.js';

const pairs = [['Lo 30', 'Hi 30'] as const, ['Lo 20', 'Hi 20'] as const];
const near = (is: number) => ({ is, within: 0.5 }); // whole years: half a year to either side

export const c6 = (size = frenchSize()): Claim =>
  claim({
    id: 'C6',
    claim:
      'Small and large caps lead in turns of nine years; small caps have been behind for twelve now, longer than ever',
    source: 'a market article of 2025',
    data: [size.returns('Lo 30'), size.returns('Hi 30')],
    readings: pairs.flatMap(([small, large]) =>
      thresholds.map((threshold) => {
        const { whole, present, earlier } = weakRuns(size.returns(small), size.returns(large), threshold);
        const run = mean(whole.map(({ months }) => months / 12));
        const lead = present - Math.max(0, ...earlier);
        const more = { unit: 'number', n: whole.length, independent: whole.length } as const;
        const parts = [
          { reading: 'years of the mean run', says: near(9), figure: run, ...more },
          { reading: 'years of the present run', says: near(12), figure: present, ...more },
          { reading: 'more than the longest before', says: { above: 0 }, figure: lead, ...more },
        ];
        return { reading: `${small} over ${large}, turns by ${threshold * 100} %`, parts };
      }),
    ),
    notes: [
      'Figure: how many of the three parts hold, as of August 2025; independent: whole runs from turn to turn.',
      'A turn counts once relative wealth has moved back by the threshold, so turns are dated with hindsight; the present run goes on, and the first of all began before the data.',
      'The threshold makes the cycle: four of them and two divisions by size were tried. Total returns without costs, 30 % or 20 % of firms by NYSE size.',
    ],
  });
