import {
  easingCycles,
  firstCuts,
  momentum,
  rateRegime,
  recessionLinked,
  relativeStrength,
  runLengths,
  trend,
  turningPoints,
  valuationSignal,
  zScore,
  fromReturns,
  regimeWhen,
  type IsoDate,
  type Observation,
  type RateObservation,
  type RecessionDates,
} from 'backtilt';
import { describe, expect, it } from 'vitest';

const rate = (...moves: readonly (readonly [IsoDate, number])[]): RateObservation[] =>
  moves.map(([knownOn, percent]) => ({ knownOn, value: percent / 100 }));
const yearly = (...values: readonly number[]): Observation[] =>
  values.map((value, index) => ({ knownOn: `${2000 + index}-12-31` as IsoDate, value }));
const linesOf = (shown: { toString(): string }): string[] => shown.toString().split('\n');
const htmlOf = (shown: object): string | undefined =>
  (shown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!()['text/html'];

const dates: RecessionDates = {
  turningPoints: [
    { month: '1999-12', type: 'trough', announced: null },
    { month: '2002-06', type: 'peak', announced: '2002-12-10' },
    { month: '2003-02', type: 'trough', announced: '2004-01-20' },
  ],
  spanEnd: '2005-12',
};
// In basis points: +25, then −50; −31.25 after a pause of eight months; +12.5 and +12.5; −25.
const moves = rate(
  ['2000-01-10', 5],
  ['2000-03-10', 5.25],
  ['2002-01-10', 4.75],
  ['2002-09-10', 4.4375],
  ['2003-06-10', 4.5625],
  ['2003-08-10', 4.6875],
  ['2005-06-10', 4.4375],
);

describe('what a rate gives is printed whole', () => {
  it('first cuts with the reason of each, and the rule', () => {
    expect(linesOf(firstCuts(moves, { requireHike: false, minGapMonths: 6 }))).toEqual([
      'First rate cuts: 3 events',
      'Date        Known on      From      To  Change, bp  Why it counts                                              Under the rules',
      '----------  ----------  ------  ------  ----------  ---------------------------------------------------------  ----------------------------------',
      '2002-01-10  2002-01-10  5.25 %  4.75 %         -50  50 bp after 1 increase; no such cut before it in the data  standard, anyDecrease, resumptions',
      '2002-09-10  2002-09-10  4.75 %  4.44 %      -31.25  31.25 bp after a pause; last such cut 2002-01-10           resumptions',
      '2005-06-10  2005-06-10  4.69 %  4.44 %         -25  25 bp after 2 increases; last such cut 2002-09-10          standard, anyDecrease, resumptions',
      'Rule: a decrease of at least 25 bp, at least 6 months after the qualifying cut before it. Point in',
      '  time.',
      'First cuts under the rules of firstCutRules: standard 2, anyDecrease 2, resumptions 3.',
    ]);
  });

  it('easing cycles; the last one open', () => {
    // −50 − 31.25 = −81.25. 2002-01 to 2002-06 are five months; a year after 2005-06 is the end of the data.
    expect(linesOf(easingCycles(moves, { recessions: { ...dates, spanEnd: '2006-06' } }))).toEqual([
      'Easing cycles: 2',
      'Peak          From  First cut   Last cut               To  Cuts  Total, bp  Recession',
      '----------  ------  ----------  -----------------  ------  ----  ---------  ----------------------------------------',
      '2000-03-10  5.25 %  2002-01-10  2002-09-10         4.44 %     2     -81.25  yes: 5 months before the peak of 2002-06',
      '2003-08-10  4.69 %  2005-06-10  2005-06-10 (open)  4.44 %     1        -25  no: no recession within 12 months',
      'Warning: uses hindsight: a last cut is known when an increase has come, a recession when it was',
      '  announced.',
    ]);
    expect(easingCycles(moves).name).toBe('easing cycles');
  });

  it('of cycles that end without an increase only the last is open', () => {
    const cycles = easingCycles(moves, { requireHike: false, minGapMonths: 6 });
    expect(linesOf(cycles).slice(3, 6)).toEqual([
      '2000-03-10  5.25 %  2002-01-10  2002-01-10         4.75 %     1        -50  –',
      '2002-01-10  4.75 %  2002-09-10  2002-09-10         4.44 %     1     -31.25  –',
      '2003-08-10  4.69 %  2005-06-10  2005-06-10 (open)  4.44 %     1        -25  –',
    ]);
    const ended = easingCycles([...moves, ...rate(['2005-09-10', 5])]);
    expect(String(ended)).not.toContain('open');
  });

  it('its regimes, and the rule', () => {
    const regime = rateRegime(moves);
    expect(linesOf(regime)).toEqual([
      'Rate regime: 5 spells',
      'Regime   From        To          Moves  Change, bp',
      '-------  ----------  ----------  -----  ----------',
      'hiking   2000-03-10  2001-03-09      1          25',
      'holding  2001-03-10  2002-01-09      0           0',
      'cutting  2002-01-10  2003-09-09      2      -81.25',
      'holding  2003-09-10  2005-06-09      0           0',
      'cutting  2005-06-10  –               1         -25',
      'Rule: direction of the latest move of at least 25 bp; a hold after 12 months without one. Point in',
      '  time.',
    ]);
    expect(regime.name).toBe('rate regime');
  });
});

describe('events beside recessions are printed whole', () => {
  const on = (date: IsoDate) => ({ date, knownOn: date });
  const events = [on('2001-06-10'), on('2003-06-10'), on('2005-06-10')];

  it('by hindsight', () => {
    expect(linesOf(recessionLinked(events, dates, { known: 'hindsight' }))).toEqual([
      'events: 3 events',
      'Date        Recession  Peak     Why',
      '----------  ---------  -------  ----------------------------------------',
      '2001-06-10  yes        2002-06  12 months before the peak of 2002-06',
      '2003-06-10  no         –        no recession within 12 months',
      '2005-06-10  open       –        open: the window reaches beyond the data',
      'Warning: uses hindsight: recessions are known months after they begin and end.',
    ]);
  });

  it('as announced', () => {
    const list = recessionLinked(events, dates, { known: 'announced', keep: 'linked' });
    expect(linesOf(list)).toEqual([
      'events, recession-linked: 1 events',
      'Date        Recession  Peak     Why',
      '----------  ---------  -------  ---------------------------------------',
      '2003-06-10  yes        2002-06  peak of 2002-06 announced on 2002-12-10',
      'Point in time: what had been announced on the day on which the event was known.',
    ]);
    expect([...list]).toEqual(list.events);
  });
});

describe('turns and runs are printed whole', () => {
  it('by ratio', () => {
    const turns = turningPoints(yearly(100, 150, 80, 100), { threshold: 0.25 });
    expect(linesOf(turns)).toEqual([
      'turning points of observations: 2',
      'Turn    Date        Known on       Level',
      '------  ----------  ----------  --------',
      'peak    2001-12-31  2002-12-31  150.0000',
      'trough  2002-12-31  2003-12-31   80.0000',
      'A turn is known once the level has moved back by 25.00 %.',
    ]);
    expect([...turns]).toEqual(turns.events);
    // 150 / 100 − 1, 80 / 150 − 1, 100 / 80 − 1.
    expect(linesOf(runLengths(turns))).toEqual([
      'runs of turning points of observations: 1 whole of 3',
      'Direction  From        To          Months    Change',
      '---------  ----------  ----------  ------  --------',
      'up         2000-12-31  2001-12-31    ≥ 12   50.00 %',
      'down       2001-12-31  2002-12-31      12  -46.67 %',
      'up         2002-12-31  2003-12-31    ≥ 12   25.00 %',
      'Warning: uses hindsight: a turn is known only later. ≥: cut off by the data.',
    ]);
  });

  it('by difference, where levels of 0 and below are levels', () => {
    const turns = turningPoints(yearly(0, -3, 1, 0.5), { threshold: 2, by: 'difference' });
    expect(linesOf(turns)).toEqual([
      'turning points of observations: 1',
      'Turn    Date        Known on      Level',
      '------  ----------  ----------  -------',
      'trough  2001-12-31  2002-12-31  -3.0000',
      'A turn is known once the level has moved back by 2.',
    ]);
    // −3 − 0, and 0.5 + 3.
    expect(linesOf(runLengths(turns)).slice(3, 5)).toEqual([
      'down       2000-12-31  2001-12-31    ≥ 12  -3.0000',
      'up         2001-12-31  2003-12-31    ≥ 24   3.5000',
    ]);
  });
});

it.each([
  ['First rate cuts: 2 events', () => firstCuts(moves)],
  ['Easing cycles: 2', () => easingCycles(moves)],
  ['Rate regime: 5 spells', () => rateRegime(moves)],
  ['none: 0 events', () => recessionLinked({ name: 'none', events: [] } as never, dates, { known: 'announced' })],
  ['peaks of observations: 0', () => turningPoints([], { threshold: 1, only: 'peaks' })],
  ['runs of turning points of observations: 0 whole of 0', () => runLengths(turningPoints([], { threshold: 1 }))],
])('%s: a notebook shows it as a table', (title, show) => {
  expect(htmlOf(show())).toContain('<table');
  expect(htmlOf(show())).toContain(title);
});

describe('a signal is named after what it is made from, and says its unit', () => {
  const levels = yearly(1, 2, 4);
  const panel = fromReturns({
    frequency: 'annual',
    dates: ['2001-12', '2002-12'],
    returns: { A: [0.1, 0.2], B: [0.2, 0.1] },
  });
  const returns = (asset: 'A' | 'B') => panel.returns(asset);
  const lag = { lagDays: 30, measure: 'percentile' } as const;
  it.each([
    ['momentum of observations', 'growth of 2 periods, a fraction', () => momentum(levels, { periods: 2 })],
    [
      'momentum of A',
      'growth of 2 periods without the last 1, a fraction',
      () => momentum(returns('A'), { periods: 2, skip: 1 }),
    ],
    ['trend of observations', 'fraction above the mean of 2 periods', () => trend(levels, { periods: 2 })],
    ['A over B', 'ratio of wealth', () => relativeStrength(returns('A'), returns('B'))],
    ['z-score of observations', 'standard deviations of its last 2 values', () => zScore(levels, { window: 2 })],
    [
      'percentile of observations, 30 days late',
      'fraction of its last 2 values, 0 to 1',
      () => valuationSignal(levels, { ...lag, window: 2 }),
    ],
    [
      'z-score of observations, 30 days late',
      'standard deviations of its history',
      () => valuationSignal(levels, { ...lag, window: 'expanding', minObservations: 2, measure: 'zScore' }),
    ],
  ])('%s: %s', (name, unit, make) => {
    const signal = make();
    expect([signal.name, signal.unit]).toEqual([name, unit]);
  });

  it('a regime after its bounds', () => {
    expect(regimeWhen(levels, { above: 1 }).name).toBe('observations above 1');
    expect(regimeWhen(levels, { below: 3 }).name).toBe('observations below 3');
  });
});
