import { describe, expect, it } from 'vitest';
import { forwardReturnRegression } from '../../../src/inference/index.js';
import { forwardNotes } from '../../../src/inference/long-horizon/forward-notes.js';
import { forwardRows } from '../../../src/inference/long-horizon/forward-rows.js';
import { predictorRows } from '../../../src/inference/long-horizon/predictor-rows.js';
import { makeReturnSeries } from '../../../src/panel/index.js';
import { isoDate } from '../../../src/time/index.js';
import { expectInputError } from '../../support/expect-input-error.js';
import { series } from '../../stats/support.js';

const fund = () => series('monthly', [0.01, 0.03, -0.02, 0.04, 0, -0.01, 0.02, 0.05], 'Fund');

/** Known at the close of the base, then of each row. */
const known = (values: readonly number[]) => {
  const { calendar } = fund();
  return values.map((value, index) => ({
    knownOn: isoDate(index === 0 ? calendar.base : calendar.days[index - 1]!),
    value,
  }));
};
const predictor = () => known([3, 1, 4, 1, 5, 9, 2, 6, 5]);

const estimate = (standardError: number) => ({ estimate: 1, standardError, t: 1, p: 0.5, low: 0, high: 2 });
const figures = (more: object = {}) =>
  ({
    n: 100,
    independent: 30,
    from: '2000-01-31',
    to: '2010-01-31',
    horizon: 12,
    lags: 11,
    predictorAutocorrelation: 0.8,
    slopeByHansenHodrick: estimate(1),
    ...more,
  }) as unknown as Parameters<typeof forwardNotes>[0];

const head = (independent: number) =>
  `From the close of 2000-01-31 to 2010-01-31: 100 overlapping returns of 12 periods; only ${independent} have no period in common.`;
const few = (cases: string) =>
  `Warning: ${cases}: errors for large samples are too small, R² and t too high; read the slope as a description.`;

describe('forward returns: notes', () => {
  it.each([
    [{}, [head(30)]],
    [{ independent: 29 }, [head(29), few('29 independent cases')]],
    [{ independent: 1 }, [head(1), few('1 independent case')]],
    [
      { predictorAutocorrelation: 0.81 },
      [
        head(30),
        'Warning: the predictor moves slowly (autocorrelation 0.81 a period). Where its news goes with returns of the same period, as that of a valuation ratio does, the slope is biased towards finding a forecast in short samples (Stambaugh 1999).',
      ],
    ],
    [
      { slopeByHansenHodrick: estimate(NaN) },
      [
        head(30),
        'The Hansen–Hodrick variance came out negative or 0, as equal weights can make it: there is no such error.',
      ],
    ],
    [
      { slopeByHansenHodrick: estimate(NaN), lags: 60 },
      [
        head(30),
        'The horizon is too long for 100 rows: with lags over half of them equal weights cancel, and there is no Hansen–Hodrick error.',
      ],
    ],
  ])('say what a reader must know: %o', (more, expected) => {
    expect(forwardNotes(figures(more), fund(), false)).toEqual(expected);
  });

  it('warn of hindsight in either, and of rows of a proxy', () => {
    const hindsight = 'Warning: uses hindsight: something in it was known only later.';
    const of = (meta: object, predicted: boolean) => {
      const { calendar, values } = fund();
      const one = makeReturnSeries('Fund', calendar, values.slice(), { kind: 'total', net: false, ...meta });
      return forwardNotes(figures(), one, predicted).slice(1);
    };
    expect(of({}, false)).toEqual([]);
    expect(of({ usesHindsight: false }, false)).toEqual([]);
    expect(of({}, true)).toEqual([hindsight]);
    expect(of({ usesHindsight: true }, false)).toEqual([hindsight]);
    const proxyRows = [{ from: '2020-01-31', to: '2020-03-31', source: 'an index' }] as const;
    expect(of({ proxyRows }, false)[0]).toMatch(/^Warning: Fund: .*3 of 8 rows are of a proxy/);
  });
});

describe('forward returns: rows', () => {
  it('set every whole horizon beside what was known before it, from the base on', () => {
    const one = series('monthly', [1, 0.5, NaN, 0, 1, -0.5]);
    const { y, x, rows } = forwardRows(one, Float64Array.of(7, 8, 9, 10, NaN, 12, 13), 2);
    // Rows 0 and 1: 2 · 1.5 − 1; then the hole; rows 3 and 4: 1; rows 4 and 5 follow a figure that is not known.
    expect([[...y], [...x], [...rows]]).toEqual([
      [2, 1],
      [7, 10],
      [-1, 2],
    ]);
  });

  it('know a predictor by its name, or call it "predictor"; figures by date are known on their date', () => {
    const named = (name: unknown) =>
      predictorRows(fund(), { name, unit: 'x', usesHindsight: true, observations: predictor() } as never);
    expect(named('Spread')).toMatchObject({ name: 'Spread', usesHindsight: true });
    expect([...named('Spread').values]).toEqual([3, 1, 4, 1, 5, 9, 2, 6, 5]);
    expect(named(' ').name).toBe('predictor');
    expect(named(3).name).toBe('predictor');
    expect(predictorRows(fund(), predictor())).toMatchObject({ name: 'predictor', usesHindsight: false });
    for (const wrong of [null, undefined, 3, 'text']) {
      expectInputError('observation.invalid', [], () => predictorRows(fund(), wrong as never));
    }
  });
});

describe('forwardReturnRegression: what it says', () => {
  it('is a table of intercept and slope with both errors', () => {
    const result = forwardReturnRegression(fund(), predictor(), { horizon: 2, level: 0.9 });
    const { table, slope, intercept, rSquared } = result;
    expect(table.title).toBe('Fund: return over the next 2 periods on predictor');
    expect(table.texts.map(([label]) => label)).toEqual(['Intercept', 'predictor', '… by Hansen–Hodrick']);
    expect(table.texts.map((row) => row[1])).toEqual([intercept, slope, slope].map((one) => one.estimate.toFixed(4)));
    expect(table.layout[0]!.label).toBe('');
    expect(table.layout.map(({ label }) => label).join(' ')).toContain('90 %');
    expect(result.notes).toContain(`R² ${rSquared.toFixed(2)}. The return over the horizon is compounded, a fraction.`);
    expect(result.notes.slice(-result.assumptions.length)).toEqual(result.assumptions);
    expect(result).toMatchObject({ lags: 1, horizon: 2, n: 7, independent: 4, level: 0.9, predictor: 'predictor' });
    // x = 3, 1, 4, 1, 5, 9, 2 about 25/7: 7·distances −4, −18, 3, −18, 10, 38, −11; products 72 − 54 − 54 − 180 + 380 − 418 = −254 of squares 2338.
    expect(result.predictorAutocorrelation).toBeCloseTo(-254 / 2338, 12);
  });

  it('infers from three returns that share no period, and from two not', () => {
    const three = forwardReturnRegression(fund(), predictor(), { horizon: 2, lags: 1 });
    expect(three.slope.t).not.toBeNaN();
    const nine = series('monthly', [0.01, 0.03, -0.02, 0.04, 0, -0.01, 0.02, 0.05, 0.01], 'Fund');
    const known9 = Array.from([3, 1, 4, 1, 5, 9, 2, 6, 5, 4], (value, index) => ({
      knownOn: isoDate(index === 0 ? nine.calendar.base : nine.calendar.days[index - 1]!),
      value,
    }));
    const exactly = forwardReturnRegression(nine, known9, { horizon: 3 });
    expect(exactly.independent).toBe(3);
    expect(exactly.slope.t).not.toBeNaN();
    expect(exactly.slope.p).not.toBeNaN();
    const two = forwardReturnRegression(fund(), predictor(), { horizon: 3 });
    expect([two.independent, two.slope.t, two.intercept.t, two.slopeByHansenHodrick.t]).toEqual([2, NaN, NaN, NaN]);
  });

  it.each([
    [{ horizon: 0 }, 'option.range', 'forwardReturnRegression: "horizon" is 0; it must be a whole number, 1 or more.'],
    [
      { horizon: 1.5 },
      'option.range',
      'forwardReturnRegression: "horizon" is 1.5; it must be a whole number, 1 or more.',
    ],
    [
      { horizon: 3, lags: 1 },
      'option.range',
      'forwardReturnRegression: "lags" is 1; it must be a whole number, 2 or more.',
    ],
    [
      { horizon: 2, lags: 1.5 },
      'option.range',
      'forwardReturnRegression: "lags" is 1.5; it must be a whole number, 1 or more.',
    ],
    [3, 'option.type', 'forwardReturnRegression: the options must be an object, found 3.'],
  ] as const)('refuses %o in one sentence', (options, code, message) => {
    const error = expectInputError(code, [], () => forwardReturnRegression(fund(), predictor(), options as never));
    expect(error.message).toBe(message);
  });

  it('takes more lags than the overlap makes, and says how many', () => {
    expect(forwardReturnRegression(fund(), predictor(), { horizon: 2, lags: 2 }).lags).toBe(2);
    expect(forwardReturnRegression(fund(), predictor(), { horizon: 1 }).lags).toBe(0);
    expect(
      expectInputError('series.invalid', [], () => forwardReturnRegression(3 as never, predictor(), { horizon: 1 }))
        .message,
    ).toMatch(/^forwardReturnRegression: the series must be a return series/);
  });
});
