// C1 and C2: do small caps beat large ones after the first rate cut, with a recession or without?
import { eventStudy } from 'backtilt';
import { frenchSize } from 'backtilt/data';
import { claim, readingOf, type Claim, type Says } from 'backtilt/report';
import { easingCalendars } from './easing-calendars.js';

const study = (id: string, words: string, linked: boolean, says: Says, size = frenchSize()) => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const readings = easingCalendars(linked).flatMap(([name, events]) =>
    eventStudy(small, events, { benchmark: large, months: [12, 6, 24], draws: 200 }).horizons.map((study) =>
      readingOf(study, { reading: `${name}, ${study.horizon}`, says }),
    ),
  );
  return claim({ id, claim: words, source: 'a market article of 2025', data: [small, large], readings, notes });
};

const notes = [
  'Figure: the share of events after which Lo 30 earned more than Hi 30, buy and hold; interval: exact (Clopper–Pearson), 95 %; base: the share of all windows of that length.',
  'Which easings were linked to a recession is known only afterwards. Six calendars and three horizons: one of eighteen readings will look good by chance.',
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
