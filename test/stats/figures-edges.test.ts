import { describe, expect, it } from 'vitest';
import { makeReturnSeries, type ReturnSeries } from '../../src/panel/index.js';
import * as stats from '../../src/stats/index.js';
import { autocorrelations } from '../../src/stats/autocorrelation.js';
import { commonLife } from '../../src/stats/common-life.js';
import { rises } from '../../src/stats/cornish-fisher.js';
import { episodesOf } from '../../src/stats/drawdowns.js';
import { partialMoments } from '../../src/stats/partial-moments.js';
import { rootsOfExponentials } from '../../src/stats/roots-of-exponentials.js';
import { sharing } from '../../src/stats/shared.js';
import { assembleCalendar, parseIsoDate } from '../../src/time/index.js';
import { dated, dailyUntil, series } from './support.js';

/** 0.1 + 0.2 is the number after 0.3: these differ by rounding alone. */
const level = series('monthly', [0.3, 0.1 + 0.2, 0.3, 0.1 + 0.2], 'Level');
const moving = series('monthly', [0.1, -0.2, 0.3, 0.1], 'Moving');

describe('what differs by rounding alone does not vary', () => {
  it('so nothing correlates with it, on either side, nor has a slope on it', () => {
    expect(stats.correlation(level, moving)).toBeNaN();
    expect(stats.correlation(moving, level)).toBeNaN();
    expect(stats.beta(moving, level)).toBeNaN();
    expect(stats.autocorrelation(level)).toBeNaN();
  });

  it('so its semi-deviation is 0, as its volatility is, even where one value is off by more than its share', () => {
    // One of a hundred lies 5e-14 lower: the deviation is 5e-14/√100 = 5e-15, under 1e-14.
    const off = series('monthly', [0.3 - 5e-14, ...new Array<number>(99).fill(0.3)]);
    expect(stats.volatility(off)).toBe(0);
    expect(stats.semiDeviation(off)).toBe(0);
  });

  it('so large returns that are three times a benchmark’s have no risk of their own', () => {
    const market = [117.3, 231.7, -0.3, 577.1, 313.9];
    const risk = stats.specificRisk(
      series(
        'monthly',
        market.map((value) => 3 * value + 1.1),
      ),
      series('monthly', market, 'B'),
    );
    expect(risk).toBe(0);
  });

  it('and a tail that reaches 1e-14 is none', () => {
    // Of 21 values the second lowest and second highest are the 5 % and 95 % quantiles.
    const tails = (low: number, high: number): number =>
      stats.tailRatio(series('monthly', [-1, low, ...new Array<number>(17).fill(0), high, 1]));
    expect(tails(-1e-14, 0.5)).toBeNaN();
    expect(tails(-0.5, 1e-14)).toBeNaN();
    expect(tails(-0.5, 0.25)).toBe(0.5);
  });

  it('and a fall of 1e-12 is none, one of 2e-12 is one', () => {
    expect([...stats.drawdownSeries(series('annual', [-1e-12]))]).toEqual([0, 0]);
    expect(stats.drawdownSeries(series('annual', [-2e-12]))[1]).toBeLessThan(-1e-12);
  });
});

describe('too few returns', () => {
  it.each([1, 2])('%d have no sample skewness', (count) => {
    expect(stats.sampleSkewness(series('annual', [0.1, 0.3].slice(0, count)))).toBeNaN();
    expect(stats.sampleSkewness(series('annual', [0.1, 0.7].slice(0, count)))).toBeNaN();
  });
});

describe('wealth past every square of a number', () => {
  // 1e200 lies above 2^500 = 3.3e150, from where a level is kept with a unit taken off.
  const huge = series('annual', [1e100, 1e100, -0.5, 0]);

  it('is known, and falls by what it falls', () => {
    const [start, first, second, third, last] = stats.wealth(huge);
    expect([start, first]).toEqual([1, 1e100]);
    expect(second! / 1e200).toBeCloseTo(1, 12);
    expect([third! / second!, last! / second!]).toEqual([0.5, 0.5]);
    expect([...stats.drawdownSeries(huge)]).toEqual([0, 0, 0, -0.5, -0.5]);
    expect(stats.maxDrawdown(huge)).toBe(-0.5);
    expect(stats.maxDrawdown(series('annual', [1e200, 1e200, -0.25]))).toBe(-0.25);
  });
});

describe('a mean of growth', () => {
  it('is not known where more than everything was lost first, and then everything', () => {
    const one = series('annual', [0, 0, 0]);
    const excess = makeReturnSeries('E', one.calendar, Float64Array.of(-1.5, -1, 0.1), { kind: 'excess', net: false });
    expect(stats.geometricMean(excess)).toBeNaN();
    expect(stats.geometricMean(series('annual', [-1, 0.5]))).toBe(-1);
  });

  it('of 21 % over two years is 10 % a year', () => {
    expect(stats.compounded(1.21, 2)).toBeCloseTo(0.1, 14);
  });
});

describe('quantiles', () => {
  it('of numbers with a hole first are not known', () => {
    expect(stats.quantile([NaN, 1, 2], 1)).toBeNaN();
    expect(stats.quantile([1, NaN, 2], 0)).toBeNaN();
  });

  it('between two infinities are infinite', () => {
    expect(stats.quantileOf(2, 0.5, () => Infinity)).toBe(Infinity);
  });
});

describe('autocorrelations', () => {
  it('are as many as there are lags', () => {
    const four = series('quarterly', [0.01, 0.02, 0.03, 0.04]);
    const found = autocorrelations(four, 2, 3, 'test');
    expect(found.length).toBe(2);
    expect(found[0]).toBeCloseTo(-0.3, 14);
    expect(found[1]).toBeCloseTo(-0.45, 14);
    expect(autocorrelations(four, 1, 0, 'test').length).toBe(0);
  });
});

describe('a confidence level', () => {
  it('may be the largest number below 1', () => {
    expect(stats.cornishFisherDomain(moving, { level: 1 - Number.EPSILON / 2 }).level).toBe(1 - Number.EPSILON / 2);
    expect(() => stats.cornishFisherDomain(moving, { level: 1 })).toThrow('up to but not including 1');
  });
});

describe('the expansion of Cornish and Fisher', () => {
  // Its slope is a z² + b z + c, a = K/8 − S²/6, b = S/3, c = 1 − K/8 + 5 S²/36.
  it.each([
    ['lowest, and negative, beyond z: 0.125 · 0.25 − 0.5 + 0.625 > 0 at −z', 0.5, 3, 13, true],
    ['lowest, and negative, before z: 0.625 − 1/0.5 < 0 at −4', 10, 3, 13, false],
    ['exactly 0 at z: −1/8 · 9 + 9/8', 3, 0, -1, true],
    ['negative at −z alone: −2 + 0.75, though 2 + 0.75 at z', 2, 3, 12, false],
    ['a line that falls somewhere', Infinity, 3, 12, false],
    ['level', Infinity, 0, 0, true],
    ['a parabola that opens downwards', Infinity, 0, -1, false],
    ['0.5 − 1/2 < 0 at its lowest point', Infinity, 3, 14, false],
  ])('with a slope that is %s', (_, z, skewness, kurtosis, expected) => {
    expect(rises(z, skewness, kurtosis)).toBe(expected);
    expect(rises(z, -skewness, kurtosis)).toBe(expected);
  });
});

describe('partial moments', () => {
  it('lose no digit of what a large value swallows', () => {
    // 2^53 + 1 is no number: one after the other, the small ones would vanish.
    const values = [2 ** 53, 1, 1, 2];
    const sum = 2 ** 53 + 4;
    expect(partialMoments(values, 0).above).toBe(sum / 4);
    expect(
      partialMoments(
        values.map((value) => -value),
        0,
      ).below,
    ).toBe(-sum / 4);
    // Squares 2^54, 1, 1, 1, 1.
    const roots = [2 ** 27, 1, 1, 1, 1];
    expect(partialMoments(roots, 0).aboveSquared).toBe((2 ** 54 + 4) / 5);
    expect(
      partialMoments(
        roots.map((value) => -value),
        0,
      ).belowSquared,
    ).toBe((2 ** 54 + 4) / 5);
  });
});

describe('roots of sums of exponentials', () => {
  const terms = (...coefficients: number[]): { coefficient: number; time: number }[] =>
    coefficients.map((coefficient, time) => ({ coefficient, time }));
  const rootsOf = (...coefficients: number[]): number[] => rootsOfExponentials(terms(...coefficients));

  it('are those of a polynomial in y = e^−x', () => {
    // 2 + y − 4 y² = 0 at y = (1 + √33)/8.
    const [root, ...none] = rootsOf(2, 1, -4);
    expect(root).toBeCloseTo(-Math.log((1 + Math.sqrt(33)) / 8), 14);
    expect(none).toEqual([]);
    expect(rootsOf(-2, -1, 4)[0]).toBeCloseTo(root!, 14);
  });

  it('where the curve only touches the axis are counted once', () => {
    for (const y of [0.9, 0.7, 1.1, 1.3, 0.77]) {
      const found = rootsOf(y * y, -2 * y, 1);
      expect(found.length).toBe(1);
      expect(found[0]).toBeCloseTo(-Math.log(y), 7);
    }
  });

  it('do not depend on when the time begins', () => {
    const found = rootsOfExponentials([
      { coefficient: -1, time: 5 },
      { coefficient: 1.1, time: 6 },
    ]);
    expect(found).toEqual([expect.closeTo(Math.log(1.1), 13)]);
  });

  it('are found whatever the size of the amounts, and of their differences', () => {
    // (1 − y)(1 − 2y) = 1 − 3y + 2y².
    const found = rootsOf(1e200, -3e200, 2e200);
    expect(found).toEqual([expect.closeTo(0, 12), expect.closeTo(Math.LN2, 12)]);
    expect(rootsOf(1e200, -1e200, -1e-200)).toEqual([expect.closeTo(0, 12)]);
  });
});

describe('calendar years', () => {
  const complete = (one: ReturnSeries): boolean[] => stats.calendarReturns(one).map((year) => year.complete);
  const day = (date: string): number => parseIsoDate(date, 'test');
  const months = Array.from(
    { length: 36 },
    (_, month) => `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );

  it('are whole beside one with a part of a month, before it and after it', () => {
    const { calendar } = dated(
      'monthly',
      months,
      months.map(() => 0),
    );
    const partly = assembleCalendar('monthly', calendar.base, calendar.days as Int32Array, [17]);
    const one = makeReturnSeries('A', partly, new Float64Array(36));
    expect(complete(one)).toEqual([true, false, true]);
    // Row 17 is June of the second year.
    expect(stats.calendarReturns(one).map((year) => year.partialMonths)).toEqual([[], [6], []]);
  });

  it('of months are whole by their number, on whatever day the last one is dated', () => {
    const dates = Array.from({ length: 12 }, (_, month) => `2020-${String(month + 1).padStart(2, '0')}-28`);
    const days = Int32Array.from(dates, day);
    const one = makeReturnSeries('A', assembleCalendar('monthly', day('2019-12-31'), days), new Float64Array(12));
    expect(complete(one)).toEqual([true]);
    expect(stats.calendarReturns(one)[0]!.partialMonths).toEqual([]);
  });

  it('of days end with the last weekday, not with the Friday before', () => {
    expect(complete(dailyUntil('2020-12-31', '2021-12-24', 0.1))).toEqual([false]);
    expect(complete(dailyUntil('2020-12-31', '2021-12-30', 0.1))).toEqual([false]);
    expect(complete(dailyUntil('2020-12-31', '2021-12-31', 0.1))).toEqual([true]);
    expect(complete(dailyUntil('2021-01-01', '2022-12-30', 0.1))).toEqual([false, true]);
  });
});

describe('figures that one call shares', () => {
  const [a, b] = [
    series('monthly', [0.1, -0.2, 0.3, 0.05, -0.1], 'A'),
    series('monthly', [0.2, -0.5, NaN, 0.15, 0.3], 'B'),
  ];
  const c = series('monthly', [0.02, 0.5, -0.6, 0.1, -0.3], 'C');
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it.each([
    ['drawdowns', (one: ReturnSeries) => [...stats.drawdownSeries(one)]],
    ['falls', (one: ReturnSeries) => episodesOf(one)],
    ['wealth', (one: ReturnSeries) => [...stats.wealth(one)]],
    ['the deepest fall', stats.maxDrawdown],
    ['quantiles', (one: ReturnSeries) => stats.quantile(one.values, 0.3)],
    ['growth', stats.geometricMean],
    ['the life', (one: ReturnSeries) => stats.yearsOfLife(commonLife(one, c, 'test').life)],
    ['a common life', (one: ReturnSeries) => [...commonLife(one, c, 'test').life.values]],
    ['a market', (one: ReturnSeries) => stats.upCapture(c, one)],
    ['moments', (one: ReturnSeries) => stats.semiDeviation(one)],
    ['active returns', (one: ReturnSeries) => [...stats.activeReturns(one, c).values]],
    ['years', (one: ReturnSeries) => stats.annualReturns(one)],
  ])('are not taken for those of another series: %s', (_, figure) => {
    for (const two of [
      [a, c],
      [c, a],
    ] as const)
      expect(sharing(() => two.map((one) => plain(figure(one))))).toEqual(two.map((one) => plain(figure(one))));
  });

  it('nor are holes', () => {
    const figure = (one: ReturnSeries): number[] => [stats.arithmeticMean(one), stats.volatility(one)];
    expect(sharing(() => [b, a].map(figure))).toEqual([b, a].map(figure));
  });

  it('leave a series itself where the other is always beside it', () => {
    expect(commonLife(a, c, 'test').life).toBe(a);
    expect([...commonLife(a, b, 'test').life.values]).toEqual([0.1, -0.2, NaN, 0.05, -0.1]);
  });
});

describe('a summary against a benchmark', () => {
  const one = series('monthly', [0.03, -0.02, 0.05, 0.01, -0.03, 0.04, 0.02, -0.01, 0.03, 0.01, -0.02, 0.06], 'A');
  const market = series('monthly', [0.02, -0.03, 0.04, 0.02, -0.02, 0.05, 0.01, -0.02, 0.01, 0.02, -0.04, 0.05], 'B');
  const riskFree = series('monthly', [0.015, 0.001, 0.012, 0.003, 0, 0.02, 0.001, 0.01, 0.002, 0, 0.01, 0.003], 'C');
  const { benchmark } = stats.summarize(one, { benchmark: market, riskFree });

  it.each([
    'alpha',
    'appraisalRatio',
    'beta',
    'downBeta',
    'mSquared',
    'mSquaredExcess',
    'rSquared',
    'specificRisk',
    'systematicRisk',
    'treynorRatio',
    'upBeta',
  ] as const)('has %s over cash', (name) => {
    expect(benchmark![name]).toBe(stats[name](one, market, { riskFree }));
    expect(benchmark![name]).not.toBe(stats[name](one, market));
  });
});

describe('a summary of nothing', () => {
  it('has no drawdown, not even one of 0', () => {
    const { drawdown } = stats.summarize(series('monthly', [NaN]));
    expect(drawdown.currentDrawdown).toBeNaN();
    expect(drawdown.count).toBeNaN();
  });
});
