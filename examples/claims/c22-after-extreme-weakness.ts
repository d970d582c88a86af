// C22: is the gap between large and small caps the widest since 1999, and what followed such gaps?
import { eventStudy, momentum, relativeStrength, slice } from 'backtilt';
import { frenchSize } from 'backtilt/data';
import { claim, type Claim, type ClaimReading } from 'backtilt/report';
import { shareReadings } from './cases.js';
import { asOf } from './leadership.js';
import { weakMonths } from './weak-months.js';

const settings = { months: [12, 36, 60], measure: 'relativeWealth', draws: 1 } as const;

export const c22 = (size = frenchSize()): Claim => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const readings = [5, 10].flatMap((years): ClaimReading[] => {
    const then = relativeStrength(slice(small, asOf), slice(large, asOf));
    const leads = momentum(then, { periods: 12 * years }).observations.filter(({ knownOn }) => knownOn >= '2000');
    const now = leads.at(-1)!.value;
    const wider = leads.filter(({ value }) => value < now).length;
    const study = eventStudy(small, weakMonths(small, large, years), { benchmark: large, ...settings });
    const reading = `Gap of ${years} years: months since 1999 with a wider one`;
    return [
      { reading, says: { is: 0, within: 0 }, figure: wider, unit: 'count', n: leads.length },
      ...shareReadings(`After a wide gap of ${years} years: next `, { above: 0.5 }, study),
    ];
  });
  return claim({
    id: 'C22',
    claim:
      'Small caps lie further behind than ever since 1999, and what followed such gaps were years in which they led',
    source: 'a market article of 2025',
    data: [small, large],
    readings,
    notes: [
      'Gap: wealth in Lo 30 over wealth in Hi 30 against five or ten years earlier, total returns without costs, as of August 2025; since 1999: from January 2000 on.',
      'Wide: among the lowest tenth of all gaps seen by then, so each was known at the time. Figure: share of such months after which small caps led; base: of all months.',
      'Wide gaps come in clusters: independent counts windows without a common month, and the exact interval takes only so many cases. Two spans and three horizons were tried. Read as one of valuations, the gap is that of C18.',
    ],
  });
};
