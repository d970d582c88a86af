// C23: do small caps lead after recessions, counted from their end or from the day on which it was announced?
import { eventStudy, type ReturnSeries } from 'backtilt';
import { frenchSize, usRecessions } from 'backtilt/data';
import { claim, type Claim } from 'backtilt/report';
import { shareReadings } from './cases.js';
import { inEra } from './era.js';

export const c23 = (size = frenchSize(), { turningPoints } = usRecessions()): Claim => {
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const troughs = turningPoints.filter(({ type }) => type === 'trough');
  const announced = troughs.flatMap((trough) => trough.announced ?? []);
  const calendars = {
    'end of the recession': troughs.map(({ month }) => `${month}-28`),
    announcement: announced,
  };
  const era = { from: announced[0] ?? '1980-06', until: announced.at(-1) };
  const readings = Object.entries(calendars).flatMap(([name, events]) =>
    [12, 24, 36].flatMap((months) => {
      const own = (series: ReturnSeries) => (name === 'announcement' ? inEra(series, era, months) : series);
      const study = eventStudy(own(small), events, { benchmark: own(large), months, draws: 1 });
      return shareReadings(`From the ${name}, `, { above: 0.5 }, study);
    }),
  );
  return claim({
    id: 'C23',
    claim: 'Small caps outperform large ones after recessions',
    source: 'several market articles of 2025',
    data: [small, large],
    readings,
    notes: [
      'Figure: share of recessions after which Lo 30 earned more than Hi 30, buy and hold from the next month, without costs; exact interval; base: all windows of the length, for announcements those from the first announced end to the last.',
      'The end of a recession is known only afterwards: it was announced about fifteen months late, so only the announcement could be traded on. Announcements begin with 1980.',
      'Three horizons from two days each were tried. The base of announcements was cut to their era after figures had been seen.',
    ],
  });
};
