import {
  easingCycles,
  expandingPercentile,
  firstCuts,
  fromReturns,
  momentum,
  monthsSince,
  percentile,
  rateRegime,
  recessionLinked,
  regimeMask,
  regimeWhen,
  relativeStrength,
  trend,
  turningPoints,
  valuationSignal,
  zScore,
} from 'backtilt';
import { describe } from 'vitest';
import { bad, refuses, type Refused } from './refused.js';

const figure = [
  { knownOn: '2000-12-31', value: 1 },
  { knownOn: '2001-12-31', value: 2 },
] as const;
const panel = fromReturns({
  frequency: 'annual',
  dates: ['2001-12', '2002-12', '2003-12'],
  returns: { A: [0.1, NaN, 0.1] },
});
const returns = (asset: 'A') => panel.returns(asset);

describe('what is no list of observations is refused with the name of the signal', () => {
  refuses(
    (
      [
        ['expandingPercentile', () => expandingPercentile(bad(12), { minObservations: 2 })],
        ['percentile', () => percentile(bad(12), { window: 2 })],
        ['zScore', () => zScore(bad(12), { window: 2 })],
        ['valuationSignal', () => valuationSignal(bad(12), { window: 2, lagDays: 0, measure: 'zScore' })],
        ['momentum', () => momentum(bad(12), { periods: 1 })],
        ['trend', () => trend(bad(12), { periods: 2 })],
        ['turningPoints', () => turningPoints(bad(12), { threshold: 1 })],
        ['regimeWhen', () => regimeWhen(bad(12), { above: 0 })],
      ] as const
    ).map(([where, act]): Refused => [
      where,
      act,
      'observation.invalid',
      `${where}: found 12; give observations [{ knownOn, value }, …] or a series of them such as shiller().cape.`,
      { where, found: '12' },
    ]),
  );
});

describe('what is no return series, or one with a hole, is refused', () => {
  const must = "must be a return series, such as panel.returns('SPY') or the result of a backtest; found";
  refuses([
    [
      'an object with a calendar alone, as levels',
      () => momentum(bad({ calendar: 1 }), { periods: 1 }),
      'series.invalid',
      `momentum: the series ${must} an object with keys calendar.`,
      { where: 'momentum', found: 'an object with keys calendar' },
    ],
    [
      'the first of two',
      () => relativeStrength(bad(null), returns('A')),
      'series.invalid',
      `relativeStrength: the series ${must} null.`,
      { where: 'relativeStrength', found: 'null' },
    ],
    [
      'the second of two',
      () => relativeStrength(returns('A'), bad(12)),
      'series.invalid',
      `relativeStrength: the benchmark ${must} 12.`,
      { where: 'relativeStrength', found: '12' },
    ],
    [
      'a hole',
      () => trend(returns('A'), { periods: 2 }),
      'returns.hole',
      'trend: "A" has no return on 2002-12-31, inside its life; the path of its wealth is unknown from there on. ' +
        'Cut it to a window without the hole, or fill the return from its source.',
      { series: 'A', row: 1, date: '2002-12-31' },
    ],
  ]);
});

describe('numbers that must be whole, or 0 or more, are refused with their bounds', () => {
  const rows = [
    [
      'expandingPercentile',
      'minObservations',
      2.5,
      '2 or more',
      (found) => expandingPercentile(figure, { minObservations: found }),
    ],
    [
      'expandingPercentile',
      'lagDays',
      0.5,
      '0 or more',
      (found) => expandingPercentile(figure, { minObservations: 2, lagDays: found }),
    ],
    ['percentile', 'window', 2.5, '2 or more', (found) => percentile(figure, { window: found })],
    ['zScore', 'lagDays', -1, '0 or more', (found) => zScore(figure, { window: 2, lagDays: found })],
    ['momentum', 'periods', 1.5, '1 or more', (found) => momentum(figure, { periods: found })],
    ['trend', 'periods', 2.5, '2 or more', (found) => trend(figure, { periods: found })],
    [
      'recessionLinked',
      'windowMonths',
      1.5,
      '0 or more',
      (found) => recessionLinked([], { turningPoints: [] }, { known: 'hindsight', windowMonths: found }),
    ],
    ['easingCycles', 'windowMonths', 1.5, '0 or more', (found) => easingCycles([], { windowMonths: found })],
    ['rateRegime', 'quietMonths', 1.5, '1 or more', (found) => rateRegime([], { quietMonths: found })],
    ['firstCuts', 'minGapMonths', 1.5, '0 or more', (found) => firstCuts([], { minGapMonths: found })],
  ] as const satisfies readonly (readonly [string, string, number, string, (found: number) => unknown])[];
  refuses(
    rows.map(([where, option, found, bounds, act]): Refused => [
      `${where}, ${option}: ${found}`,
      () => act(found),
      'option.range',
      `${where}: "${option}" is ${found}; it must be a whole number, ${bounds}.`,
      { where, option, found },
    ]),
  );
  refuses([
    [
      'percentile, minObservations between whole numbers',
      () => percentile(figure, { window: 3, minObservations: 2.5 }),
      'option.range',
      'percentile: "minObservations" is 2.5; it must be a whole number from 2 to 3.',
      { where: 'percentile', option: 'minObservations', found: 2.5 },
    ],
    [
      'momentum, a part of a period left out',
      () => momentum(figure, { periods: 3, skip: 0.5 }),
      'option.range',
      'momentum: "skip" is 0.5; it must be a whole number from 0 to 2.',
      { where: 'momentum', option: 'skip', found: 0.5 },
    ],
    [
      'firstCuts, a negative cut',
      () => firstCuts([], { minCutBps: -1 }),
      'option.range',
      'firstCuts: "minCutBps" is -1; it must be a finite number, 0 or more.',
      { where: 'firstCuts', option: 'minCutBps', found: -1 },
    ],
    [
      'firstCuts, a negative increase',
      () => firstCuts([], { minHikeBps: -1 }),
      'option.range',
      'firstCuts: "minHikeBps" is -1; it must be a finite number, 0 or more.',
      { where: 'firstCuts', option: 'minHikeBps', found: -1 },
    ],
    [
      'valuationSignal, no delay',
      () => valuationSignal(figure, bad({ window: 2, measure: 'zScore' })),
      'option.type',
      'valuationSignal: "lagDays" is undefined; it must be a whole number, 0 or more.',
      { where: 'valuationSignal', option: 'lagDays', found: undefined },
    ],
  ]);
});

describe('windows and bounds are refused with what is allowed', () => {
  refuses([
    [
      'a window in words',
      () => zScore(figure, bad({ window: 'all' })),
      'option.range',
      `zScore: "window" is "all"; it must be 'expanding', or how many of the latest values, such as 120.`,
      { where: 'zScore', option: 'window', found: 'all' },
    ],
    [
      'an expanding window without a beginning',
      () => zScore(figure, { window: 'expanding' }),
      'option.missing',
      'zScore: with an expanding window "minObservations" must say how many values are enough for a first answer, such as 120.',
      { where: 'zScore', option: 'minObservations' },
    ],
    [
      'a regime without bounds',
      () => regimeWhen(figure, {}),
      'option.missing',
      'regimeWhen: give "above", "below" or both: the bounds between which the regime is.',
      { where: 'regimeWhen' },
    ],
    [
      'bounds with nothing between',
      () => regimeWhen(figure, { above: 3, below: 2 }),
      'option.range',
      'regimeWhen: nothing is above 3 and below 2. "above" must be less than "below".',
      { where: 'regimeWhen', above: 3, below: 2 },
    ],
    [
      'a bound that is no number',
      () => regimeWhen(figure, { below: bad('2') }),
      'option.type',
      'regimeWhen: "below" is "2"; it must be a finite number.',
      { where: 'regimeWhen', option: 'below', found: '2' },
    ],
    [
      'no regime',
      () => regimeMask(bad(null), 'cutting'),
      'option.type',
      'regimeMask: found null where a regime belongs. Give rateRegime(usPolicyRate()), or make a regime of a figure with regimeWhen.',
      { where: 'regimeMask', found: 'null' },
    ],
    [
      'first cuts with a word for an increase',
      () => firstCuts([], { requireHike: bad('no') }),
      'option.type',
      'firstCuts: "requireHike" is "no"; it must be true or false.',
      {},
    ],
    [
      'first cuts with no options',
      () => firstCuts([], bad(null)),
      'option.type',
      'firstCuts: found null where the options belong; they must be an object, such as { minCutBps: … }. Options: minCutBps, minGapMonths, requireHike, minHikeBps.',
      { where: 'firstCuts', found: 'null', known: ['minCutBps', 'minGapMonths', 'requireHike', 'minHikeBps'] },
    ],
    [
      'rates with a mark that is neither true nor false',
      () => firstCuts(bad({ observations: [], usesHindsight: 'no' })),
      'option.type',
      'firstCuts: "usesHindsight" is "no"; it must be true or false.',
      { where: 'firstCuts', found: '"no"' },
    ],
    [
      'a window beside announcements',
      () => recessionLinked([], { turningPoints: [] }, { known: 'announced', windowMonths: 12 }),
      'option.range',
      `recessionLinked: "windowMonths" is 12, but a window looks ahead; with known: 'announced' leave it out, or use known: 'hindsight'.`,
      { where: 'recessionLinked', option: 'windowMonths', found: 12 },
    ],
    [
      'a mark that is neither true nor false',
      () => monthsSince(bad({ events: [], usesHindsight: 'no' })),
      'option.type',
      'monthsSince: "usesHindsight" is "no"; it must be true or false.',
      { where: 'monthsSince', found: '"no"' },
    ],
  ]);
});
