// C22: is the gap between large and small caps the widest since 1999, and what followed such gaps?
import { eventStudy, momentum, relativeStrength } from 'backtilt';
import { frenchSize } from 'backtilt/data';
import { claim, type Claim, type ClaimReading } from 'backtilt/report';
import { shareReadings } from './cases.js';
import { weakMonths } from './weak-months.js';

const settings = { months: [12, 36, 60], measure: 'relativeWealth', draws: 1 } as const;
const asOf = ['2025-06', '2025-07', '2025-08']; // the articles do not say which month they look at

export const c22 = (size = frenchSize()): Claim => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const strength = relativeStrength(small, large);
  const readings = [5, 10].flatMap((years): ClaimReading[] => {
    const leads = momentum(strength, { periods: 12 * years }).observations.filter(({ knownOn }) => knownOn >= '2000');
    const widest = asOf.map((month): ClaimReading => {
      const known = leads.filter(({ knownOn }) => knownOn.slice(0, 7) <= month);
      const wider = known.filter(({ value }) => value < known.at(-1)!.value).length;
      const reading = `Gap of ${years} years, ${month}: months since 1999 with a wider one`;
      return { reading, says: { is: 0, within: 0 }, figure: wider, unit: 'count', n: known.length };
    });
    const study = eventStudy(small, weakMonths(small, large, years), { benchmark: large, ...settings });
    return [...widest, ...shareReadings(`After a wide gap of ${years} years: next `, { above: 0.5 }, study)];
  });
  return claim({
    id: 'C22',
    claim:
      'Small caps lie further behind than ever since 1999, and what followed such gaps were years in which they led',
    source: 'a market article of 2025',
    data: [small, large],
    readings,
    notes: [
      'Gap: wealth in Lo 30 over wealth in Hi 30 against five or ten years earlier, total returns without costs; since 1999: from January 2000 on.',
      'Three months stand side by side because the day decides: over ten years, all months with a wider gap are of the present episode, from November 2023 on, and none is wider than June 2025. June and July were added after the figure of August had been seen.',
      'Wide: among the lowest tenth of all gaps seen by then, so each was known at the time. Figure: share of such months after which small caps led; base: of all months.',
      'Wide gaps come in clusters: independent counts windows without a common month, and the exact interval takes only so many cases. Two spans and three horizons were tried. Read as one of valuations, the gap is that of C18.',
    ],
  });
};
