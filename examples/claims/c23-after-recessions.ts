// C23: do small caps lead after recessions, counted from their end or from the day on which it was announced?
import { eventStudy } from 'backtilt';
import { frenchSize, usRecessions } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { shareReadings } from './cases.js';

export const c23 = (size = frenchSize(), { turningPoints } = usRecessions()): Claim => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const troughs = turningPoints.filter(({ type }) => type === 'trough');
  const calendars = {
    'end of the recession': troughs.map(({ month }) => `${month}-28`),
    announcement: troughs.flatMap(({ announced }) => announced ?? []),
  };
  const readings = Object.entries(calendars).flatMap(([name, events]) => {
    const study = eventStudy(small, events, { benchmark: large, months: [12, 24, 36], draws: 200 });
    return shareReadings(`From the ${name}, `, { above: 0.5 }, study);
  });
  return claim({
    id: 'C23',
    claim: 'Small caps outperform large ones after recessions',
    source: 'several market articles of 2025',
    data: [small, large],
    readings,
    notes: [
      'Figure: share of recessions after which Lo 30 earned more than Hi 30, buy and hold from the next month, without costs; exact interval; base: all windows of the length.',
      'The end of a recession is known only afterwards: it was announced about fifteen months late, so only the announcement could be traded on. Announcements begin with 1980.',
      'Three horizons from two days each were tried.',
    ],
  });
};
