// C6: does leadership turn every nine years, and is the present weakness of small caps the longest?
import { frenchSize } from 'backtilt/data';
import { claim, type Claim, type ClaimReading } from 'backtilt/report';
import { falls, mean, weakRuns } from './leadership.js';

const pairs = [['Lo 30', 'Hi 30'] as const, ['Lo 20', 'Hi 20'] as const];
const near = (is: number) => ({ is, within: 0.5 }); // whole years: half a year to either side

export const c6 = (size = frenchSize()): Claim =>
  claim({
    id: 'C6',
    claim:
      'Leadership of small and large caps goes in nine-year cycles; small caps have been behind for twelve now, longer than ever',
    source: 'a market article of 2025',
    data: [size.returns('Lo 30'), size.returns('Hi 30')],
    readings: pairs.flatMap(([small, large]) =>
      falls.flatMap((fall): ClaimReading[] => {
        const { whole, cycles, present, earlier } = weakRuns(size.returns(small), size.returns(large), fall);
        const words = `${small} over ${large}, falls by ${fall * 100} %`;
        const unit = 'number' as const;
        const years = (reading: string, figures: readonly number[]) => ({
          ...{ reading, says: near(9), figure: mean(figures), unit },
          ...{ n: figures.length, independent: figures.length },
        });
        const parts = [
          years('years of the mean cycle, peak to peak', cycles),
          { reading: 'years of the present run', says: near(12), figure: present, unit },
          {
            reading: 'more than the longest before',
            says: { above: 0 },
            figure: present - Math.max(0, ...earlier),
            unit,
          },
        ];
        const runs = whole.map(({ months }) => months / 12);
        return [
          { reading: words, parts },
          { ...years(`${words}: years of the mean run`, runs), aside: true },
        ];
      }),
    ),
    notes: [
      'Figure: how many of the three parts hold, as of August 2025; independent: whole cycles. With runs, from each turn to the next, in the place of cycles only the first part is another: it stands aside.',
      'A turn counts once relative wealth has fallen by so much, that of small caps or that of large ones, so turns are dated with hindsight; the present run goes on, and the first of all began before the data.',
      'The fall makes the cycle: four of them and two divisions by size were tried. Cycles were added, and falls put in the place of rises by as many percent, after the figures had been seen. Total returns without costs, 30 % or 20 % of firms by NYSE size.',
    ],
  });
