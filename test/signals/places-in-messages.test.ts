import { firstCuts, monthsSince, rateRegime, recessions, runLengths, turningPoints } from 'backtilt';
import { describe } from 'vitest';
import { bad, refuses, type Refused } from './refused.js';

const figure = [
  { knownOn: '2000-12-31', value: 1 },
  { knownOn: '2001-12-31', value: 2 },
] as const;
describe('a rate is refused with its place', () => {
  const day = { knownOn: '2000-02-10', value: 0.05 } as const;
  const sort = 'Sort the observations by date; knownOn is the same day or later.';
  refuses([
    [
      'a number for an observation',
      () => firstCuts([bad(5)]),
      'observation.invalid',
      'firstCuts, observation 0: found 5; an observation is { knownOn, value }.',
      { where: 'firstCuts', index: 0 },
    ],
    [
      'a rate of exactly 1, which is 100 %',
      () => rateRegime([day, { knownOn: '2000-03-10', value: 1 }]),
      'observation.invalid',
      'rateRegime, observation 1 (2000-03-10): the rate is 1; rates are annual fractions, so 5.5 % is 0.055.',
      { where: 'rateRegime', index: 1, found: 1 },
    ],
    [
      'a day before the last',
      () => firstCuts([day, { knownOn: '2000-02-09', value: 0.06 }]),
      'observation.order',
      `firstCuts, observation 1: 2000-02-09 is after 2000-02-10. ${sort}`,
      { where: 'firstCuts', index: 1 },
    ],
    [
      'on the day of the last, but known before it',
      () => firstCuts([day, { date: '2000-02-10', knownOn: '2000-02-09', value: 0.06 }]),
      'observation.order',
      `firstCuts, observation 1: 2000-02-10 is known on 2000-02-09, before it was decided. ${sort}`,
      { where: 'firstCuts', index: 1 },
    ],
  ]);
});

describe('events and turns are refused with their place', () => {
  refuses([
    [
      'no list of events',
      () => monthsSince(bad(12)),
      'observation.invalid',
      'monthsSince: found 12; give firstCuts(rates), or events [{ date, knownOn }, …].',
      { where: 'monthsSince', found: '12' },
    ],
    [
      'a number for an event',
      () => monthsSince([bad(12)]),
      'observation.invalid',
      'monthsSince, event 0: found 12; an event is { date, knownOn }.',
      { where: 'monthsSince', index: 0 },
    ],
    [
      'events out of order',
      () =>
        monthsSince([
          { date: '2020-01-01', knownOn: '2020-01-02' },
          { date: '2020-01-01', knownOn: '2020-01-01' },
        ]),
      'observation.order',
      'monthsSince: event 1 became known before event 0. Sort by "knownOn".',
      { where: 'monthsSince', index: 1 },
    ],
    [
      'a first level of 0 by ratios',
      () => turningPoints([{ knownOn: '2000-12-31', value: 0 }], { threshold: 1 }),
      'observation.invalid',
      `turningPoints: "observations" is 0 on 2000-12-31; ratios need levels above 0. Use by: 'difference'.`,
      { where: 'turningPoints', index: 0, found: 0 },
    ],
    ...(
      [
        ['null', null],
        ['an object with keys threshold', { threshold: 1 }],
        ['an object with keys events', { events: [] }],
      ] as const
    ).map(([found, given]): Refused => [
      `no turns: ${found}`,
      () => runLengths(bad(given)),
      'option.type',
      `runLengths: found ${found}; give turningPoints(level, { threshold }).`,
      { where: 'runLengths', found },
    ]),
    [
      'turns of one kind',
      () => runLengths(turningPoints(figure, { threshold: 1, only: 'troughs' })),
      'option.range',
      'runLengths: the turns are only troughs; a run goes from a peak to a trough or back. Leave "only" out of turningPoints.',
      { where: 'runLengths', only: 'troughs' },
    ],
  ]);
});

describe('turning points of the economy are refused with their place', () => {
  const peak = { month: '2020-02', type: 'peak', announced: '2020-06-08' } as const;
  const trough = { month: '2020-04', type: 'trough', announced: '2021-07-19' } as const;
  const read = (...turningPoints: readonly object[]) => recessions({ turningPoints } as never, { known: 'hindsight' });
  const month = (given: unknown, found: string): Refused => [
    `${found} for a month`,
    () => read({ ...peak, month: given }),
    'date.format',
    `recessions, turning point 0: found ${found} where a month as "YYYY-MM" belongs.`,
    { place: 'recessions, turning point 0', found },
  ];
  const late = 'it must be after its month and not before the announcement of an earlier one.';
  refuses([
    [
      'nothing',
      () => recessions(bad(null), { known: 'hindsight' }),
      'observation.invalid',
      'recessions: found null without "turningPoints"; give usRecessions(), or { turningPoints: [{ month, type, announced }, …] }.',
      { where: 'recessions', found: 'null' },
    ],
    [
      'two in one month',
      () => read(peak, { ...trough, month: '2020-02' }),
      'observation.order',
      'recessions, turning point 1: a trough in 2020-02 after a peak in 2020-02. Peaks and troughs take turns, months ascend.',
      { where: 'recessions', index: 1 },
    ],
    [
      'announced in its month',
      () => read({ ...peak, announced: '2020-02-29' }),
      'observation.order',
      `recessions, turning point 0: the peak of 2020-02 announced on 2020-02-29; ${late}`,
      { where: 'recessions', index: 0 },
    ],
    [
      'announced before the one before the last, the last unannounced',
      () => read(peak, { ...trough, announced: null }, { month: '2020-05', type: 'peak', announced: '2020-06-07' }),
      'observation.order',
      `recessions, turning point 2: the peak of 2020-05 announced on 2020-06-07; ${late}`,
      { where: 'recessions', index: 2 },
    ],
    [
      'another type',
      () => read({ ...peak, type: 'top' }),
      'observation.invalid',
      `recessions, turning point 0: the type is "top"; a turning point is { month: '2020-02', type: 'peak' or 'trough', announced: '2020-06-08' or null }.`,
      { place: 'recessions, turning point 0' },
    ],
    month('2020-02-01', '"2020-02-01"'),
    month('12020-02', '"12020-02"'),
    month(['2020-02'], 'an array of 1'),
    month(202002, '202002'),
  ]);
});
