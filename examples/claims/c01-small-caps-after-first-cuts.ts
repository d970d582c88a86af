// C1 and C2: do small caps beat large ones after the first rate cut, with a recession or without?
import { eventStudy } from 'backtilt';
import { frenchSize } from 'backtilt/data';
import { claim, type Claim, type ClaimFigure, type Says } from 'backtilt/report';
import { coinNote } from './by-coin.js';
import { shareReadings } from './cases.js';
import { easingCalendars } from './easing-calendars.js';
import { inEra } from './era.js';

const study = (id: string, words: string, linked: boolean, says: Says, size = frenchSize()) => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const after = (months: number): ClaimFigure[] =>
    easingCalendars(linked).flatMap(({ name, events, ...era }) => {
      const options = { benchmark: inEra(large, era, months), months, draws: 1 };
      return shareReadings(`${name}, `, says, eventStudy(inEra(small, era, months), events, options));
    });
  const aside = [6, 24].flatMap(after).map((reading) => ({ ...reading, aside: true as const }));
  const readings = [...after(12), ...aside];
  const [ever] = eventStudy(small, [], { benchmark: large, months: 12, draws: 1 }).horizons;
  const whole = `In all years since 1926, by every month that begins one, the share was ${(100 * ever!.baseRate.share).toFixed(1)} %.`;
  const data = [small, large];
  const source = 'a market article of 2025';
  return claim({ id, claim: words, source, data, readings, notes: [...notes, whole, coinNote(readings)] });
};

const notes = [
  'Figure: the share of events after which Lo 30 earned more than Hi 30, buy and hold; interval: exact (Clopper–Pearson, 95 %), on as many cases as windows without a common month.',
  'Base: the share of all windows of the era in which the calendar could have had an event: the target from October 1982, the discount rate from 1954 to the last of its windows, the effective rate from July 1954.',
  'The peak of the effective rate is known only once the rate has fallen by a point, after a month or after years (1995: in 1998): from the peak it is hindsight, once confirmed it is not. Which easings were linked to a recession is known only afterwards.',
  'Among all first cuts, that of 1987 is a win by 0.035 points. The sentence speaks of a year: half a year and two years stand aside.',
  'After figures had been seen: bases were cut to the eras, half-point cuts to first ones, the peak’s own month was added, and the other horizons were put aside.',
];

/** C1: 60 % of the recession-linked easing cycles, give or take ten points. */
export const c1 = (size = frenchSize()): Claim =>
  study(
    'C1',
    'Small caps beat large caps in about 60 % of recession-linked easing cycles, in the year after the first cut',
    true,
    { is: 0.6, within: 0.1 },
    size,
  );

/** C2: more often than not, after any first cut. */
export const c2 = (size = frenchSize()): Claim =>
  study('C2', 'Small caps tend to outperform large caps in the year after the first cut', false, { above: 0.5 }, size);
