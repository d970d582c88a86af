import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  bundledSets,
  shiller,
  usEffectiveRate,
  usPolicyRate,
  usRecessions,
  valueSpread,
  type MonthlyObservation,
} from '../../src/data/index.js';
import type { ObservationSeries } from '../../src/panel/index.js';

const announcedFile = fileURLToPath(
  new URL('../../../shared/reference/target_changes_announced.json', import.meta.url),
);

/** First cuts of the target: decided, known, from and to in percent (Federal Reserve, DFEDTAR and DFEDTARU; Thornton 2005). */
const FIRST_CUTS = [
  ['1984-09-20', '1984-09-27', 11.5, 11.25],
  ['1987-11-04', '1987-11-11', 7.3125, 6.8125],
  ['1989-06-06', '1989-06-13', 9.8125, 9.5625],
  ['1995-07-06', '1995-07-06', 6, 5.75],
  ['1998-09-29', '1998-09-29', 5.5, 5.25],
  ['2001-01-03', '2001-01-03', 6.5, 6],
  ['2007-09-18', '2007-09-18', 5.25, 4.75],
  ['2019-07-31', '2019-07-31', 2.5, 2.25],
  ['2024-09-18', '2024-09-18', 5.5, 5],
] as const;

describe('usPolicyRate', () => {
  const { observations, usesHindsight, unit } = usPolicyRate();

  it.each(FIRST_CUTS)('has the cut decided on %s, known on %s, from %d %% to %d %%', (date, knownOn, before, after) => {
    const index = observations.findIndex((observation) => observation.date === date);
    expect(observations[index]).toEqual({ date, knownOn, value: after / 100 });
    expect(observations[index - 1]!.value).toBeCloseTo(before / 100, 12);
  });

  it.each(['2015-12-16', '2016-12-14'])('dates the rise of %s by its announcement, not a day early', (date) => {
    const index = observations.findIndex((observation) => observation.date === date);
    expect(observations[index]!.knownOn).toBe(date);
    expect(observations[index]!.value - observations[index - 1]!.value).toBeCloseTo(0.0025, 12);
    expect(
      bundledSets()
        .find(({ name }) => name === 'usPolicyRate')!
        .corrections!.join(),
    ).toContain(date);
  });

  it('holds the upper limit when the target became a range on 2008-12-16', () => {
    expect(observations.find(({ date }) => date === '2008-12-16')).toEqual({
      date: '2008-12-16',
      knownOn: '2008-12-16',
      value: 0.0025, // 0 to 0.25 %
    });
  });

  it('runs from 1982-09-27 at 10.25 % to 2026-09-16 at 4 %, ordered by the day known', () => {
    expect(observations).toHaveLength(186);
    expect(observations[0]).toEqual({ date: '1982-09-27', knownOn: '1982-10-04', value: 0.1025 });
    expect(observations.at(-1)).toEqual({ date: '2026-09-16', knownOn: '2026-09-16', value: 0.04 });
    expect(sorted(observations)).toBe(true);
    expect(usesHindsight).toBe(false);
    expect(unit).toBe('annual fraction');
  });

  it('knows unannounced moves a week after, announced ones on the day', () => {
    for (const { date, knownOn } of observations) expect(knownOn === date).toBe(date >= '1994-02-01');
    // The last unannounced and the first announced move.
    expect(observations.find(({ date }) => date === '1992-09-04')!.knownOn).toBe('1992-09-11');
    expect(observations.find(({ date }) => date === '1994-02-04')!.knownOn).toBe('1994-02-04');
  });

  it.skipIf(!existsSync(announcedFile))(
    'agrees with an independent list of announced changes (skipped where the research files are absent)',
    () => {
      const announced = JSON.parse(readFileSync(announcedFile, 'utf8')) as [string, number][];
      const ours = observations.filter(({ date }) => date <= '2025-12-31');
      expect(ours.map(({ date, value }) => [date, Number((value * 100).toFixed(4))])).toEqual(announced);
    },
  );
});

describe('usEffectiveRate', () => {
  const { observations } = usEffectiveRate();

  it('knows a month only on the first day of the next', () => {
    expect(observations[0]).toEqual({ month: '1954-07', knownOn: '1954-08-01', value: 0.008 });
    expect(observations.at(-1)).toEqual({ month: '2024-05', knownOn: '2024-06-01', value: 0.0533 });
    expect(observations).toHaveLength(839);
    expect(sorted(observations)).toBe(true);
  });

  it('peaked in June 1981 at 19.10 %', () => {
    const peak = observations.reduce((highest, one) => (one.value > highest.value ? one : highest));
    expect(peak).toEqual({ month: '1981-06', knownOn: '1981-07-01', value: 0.191 });
  });
});

/** NBER, "US Business Cycle Expansions and Contractions" and "Business Cycle Dating Committee Announcements": peak, trough. */
const RECESSIONS = [
  ['1945-02', null, '1945-10', null],
  ['1948-11', null, '1949-10', null],
  ['1953-07', null, '1954-05', null],
  ['1957-08', null, '1958-04', null],
  ['1960-04', null, '1961-02', null],
  ['1969-12', null, '1970-11', null],
  ['1973-11', null, '1975-03', null],
  ['1980-01', '1980-06-03', '1980-07', '1981-07-08'],
  ['1981-07', '1982-01-06', '1982-11', '1983-07-08'],
  ['1990-07', '1991-04-25', '1991-03', '1992-12-22'],
  ['2001-03', '2001-11-26', '2001-11', '2003-07-17'],
  ['2007-12', '2008-12-01', '2009-06', '2010-09-20'],
  ['2020-02', '2020-06-08', '2020-04', '2021-07-19'],
] as const;

describe('usRecessions', () => {
  const { turningPoints, spanStart, spanEnd } = usRecessions();

  it('has the peaks and troughs of the NBER since 1945 with the days of their announcement', () => {
    const expected = RECESSIONS.flatMap(([peak, peakKnown, trough, troughKnown]) => [
      { month: peak, type: 'peak', announced: peakKnown },
      { month: trough, type: 'trough', announced: troughKnown },
    ]);
    expect(turningPoints.filter(({ month }) => month >= '1945')).toEqual(expected);
  });

  it('begins with the trough of 1854-12 and takes peaks and troughs by turns', () => {
    expect(turningPoints[0]).toEqual({ month: '1854-12', type: 'trough', announced: null });
    turningPoints.forEach(({ type, month }, index) => {
      expect(type).toBe(index % 2 === 0 ? 'trough' : 'peak');
      if (index > 0) expect(month > turningPoints[index - 1]!.month).toBe(true);
    });
    expect([spanStart, spanEnd]).toEqual(['1854-12', '2025-12']);
  });

  it('announces no turning point before it happened', () => {
    for (const { month, announced } of turningPoints)
      if (announced !== null) expect(announced.slice(0, 7) > month).toBe(true);
  });

  it('is frozen all the way down', () => {
    expect(Object.isFrozen(usRecessions()) && Object.isFrozen(turningPoints) && Object.isFrozen(turningPoints[0])).toBe(
      true,
    );
  });
});

describe('shiller', () => {
  const data = shiller();
  const at = (series: ObservationSeries<MonthlyObservation>, month: string): MonthlyObservation | undefined =>
    series.observations.find((observation) => observation.month === month);

  it.each([
    ['price', '1871-01', '1871-01-31', 4.44],
    ['price', '2026-06', '2026-06-30', 7450.03],
    ['cpi', '1871-01', '1871-02-28', 12.46],
    ['cpi', '2023-09', '2023-10-31', 306.13],
    ['longRate', '1871-01', '1871-01-31', 0.0532],
    ['longRate', '2023-09', '2023-09-30', 0.0409],
    ['dividend', '1871-01', '1872-06-30', 0.26],
    ['dividend', '2023-06', '2023-12-31', 68.71],
    ['earnings', '1871-01', '1872-06-30', 0.4],
    ['earnings', '2023-06', '2023-12-31', 181.17],
    ['cape', '2023-09', '2024-03-31', 30.81],
  ] as const)('%s of %s is known on %s and is %d', (column, month, knownOn, value) => {
    expect(at(data[column], month)).toEqual({ month, knownOn, value });
  });

  it('leaves missing months out: CAPE begins when ten years of earnings are there', () => {
    expect(data.cape.observations[0]!.month).toBe('1881-01');
    expect(data.price.observations).toHaveLength(1866); // 1871-01 to 2026-06: 155 × 12 + 6
    for (const { observations } of Object.values(data) as ObservationSeries<MonthlyObservation>[]) {
      expect(observations.every(({ value }) => value > 0)).toBe(true);
      expect(sorted(observations)).toBe(true);
    }
  });

  it('shows no figure before the later end of the line that it is interpolated on', () => {
    expect(at(data.longRate, '1905-02')!.knownOn).toBe('1906-01-31');
    expect(at(data.longRate, '1905-01')!.knownOn).toBe('1905-01-31');
    expect(at(data.longRate, '1953-02')).toBeUndefined();
    expect(at(data.longRate, '1953-04')!.knownOn).toBe('1953-04-30');
    expect(at(data.earnings, '1934-12')!.knownOn).toBe('1935-06-30');
    expect(at(data.earnings, '1935-01')!.knownOn).toBe('1935-07-31');
  });

  it('draws the long rate of 1905 on a straight line between two Januaries, which is why it is known late', () => {
    const [from, to] = [at(data.longRate, '1905-01')!.value, at(data.longRate, '1906-01')!.value];
    // 3.48 % to 3.43 %: half way in July, to the two decimals of the file.
    expect(Math.abs(at(data.longRate, '1905-07')!.value - (from + to) / 2)).toBeLessThan(0.00006);
  });
});

describe('valueSpread', () => {
  const spread = valueSpread();

  it.each([
    ['bookToMarketSmallest', 3.18897, 0.90003],
    ['bookToMarketSmall', 2.26896, 0.71173],
    ['bookToMarketBig', 0.79424, 0.18468],
    ['smallOverBig', 2.85675, 3.85391],
    ['smallValueOverGrowth', 16.12858, 10.64939],
    ['smallCapShare', 0.0307, 0.02305],
  ] as const)('%s begins at %d and ends at %d, known on the last day of the month', (column, first, last) => {
    const { observations } = spread[column];
    expect(observations).toHaveLength(1196); // 1926-07 to 2026-02: 99 × 12 + 8
    expect(observations[0]).toEqual({ month: '1926-07', knownOn: '1926-07-31', value: first });
    expect(observations.at(-1)).toEqual({ month: '2026-02', knownOn: '2026-02-28', value: last });
  });

  it('has small over big as the ratio of the two', () => {
    const [small, big, ratio] = [spread.bookToMarketSmall, spread.bookToMarketBig, spread.smallOverBig];
    ratio.observations.forEach(({ value }, row) => {
      const expected = small.observations[row]!.value / big.observations[row]!.value;
      expect(Math.abs(value / expected - 1)).toBeLessThan(1e-4);
    });
  });
});

function sorted(observations: readonly { readonly knownOn: string }[]): boolean {
  return observations.every(({ knownOn }, index) => index === 0 || observations[index - 1]!.knownOn <= knownOn);
}
