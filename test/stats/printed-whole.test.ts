import { describe, expect, it } from 'vitest';
import {
  arithmeticMean,
  conditionalStatistics,
  correlation,
  decades,
  dollarCostAveraging,
  expanding,
  fromReturns,
  periodToDate,
  relativeWealth,
  rolling,
  splice,
  spread,
  totalReturn,
  type ReturnSeries,
} from 'backtilt';
import { makeReturnSeries } from '../../src/panel/index.js';
import { annualReturns } from '../../src/stats/index.js';
import { cashNote } from '../../src/stats/cash-note.js';
import { closesNote } from '../../src/stats/closes-note.js';
import { makeDatedValues } from '../../src/stats/dated-values.js';
import { bad, refuses } from '../signals/refused.js';
import { dated, series } from './support.js';

const linesOf = (shown: { toString(): string }): string[] => shown.toString().split('\n');
const htmlOf = (shown: object): string | undefined =>
  (shown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!()['text/html'];
const knowing = (one: ReturnSeries): ReturnSeries =>
  makeReturnSeries(one.name, one.calendar, one.values.slice(), { ...one.meta, usesHindsight: true });

/** A proxy of one year before a fund of three. */
const spliced = splice(series('annual', [0.5], 'Index'), series('annual', [NaN, -0.5, 0.5, 0.1], 'Fund'));
const plain = series('annual', [0.5, -0.5, 0.5, 0.1], 'Fund');

describe('statistics by regime', () => {
  const signal = (name: string, usesHindsight: boolean, from: string) => ({
    name,
    usesHindsight,
    valueOn: (date: string) => (date < from ? NaN : 1),
  });

  it('print n, spells, dates and figures, and below them what a reader must know', () => {
    // (0.5 − 0.5 + 0.5 + 0.1)/4 = 0.15; the last three 0.1/3; the last two 0.6/2.
    const found = conditionalStatistics(
      spliced,
      {
        late: signal('late', true, '2021'),
        later: signal('later', true, '2022'),
        even: [1, 0, 1, 0],
        never: () => false,
      },
      { mean: arithmeticMean, totalReturn },
    );
    expect(linesOf(found)).toEqual([
      'Fund spliced by regime',
      '       n  Spells        From          To    mean  totalReturn',
      '-----  -  ------  ----------  ----------  ------  -----------',
      'all    4       1  2020-12-31  2023-12-31  0.1500       0.2375',
      'late   3       1  2021-12-31  2023-12-31  0.0333      -0.1750',
      'later  2       1  2022-12-31  2023-12-31  0.3000       0.6500',
      'even   2       2  2020-12-31  2022-12-31  0.5000            –',
      'never  0       0           –           –       –            –',
      'A row is in a regime when it holds on the row’s last day; a spell is a stretch of such rows. Rows of',
      '  one spell are one case.',
      'late is not known on 1 of 4 rows: they are not in it.',
      'later is not known on 2 of 4 rows: they are not in it.',
      'Warning: uses hindsight: nobody could have known at the time: late, later.',
      'Warning: 1 of 4 rows are of a proxy: Index (no overlap to compare it with), 2020-12-31 to',
      '  2020-12-31.',
    ]);
    expect(found.regimes[1]).toMatchObject({ periods: 3, spells: 1, from: '2021-12-31', to: '2023-12-31', unknown: 1 });
    expect(htmlOf(found)).toContain('Fund spliced by regime');
  });

  it('of a plain series say one thing only', () => {
    const found = conditionalStatistics(plain, { all4: () => true }, { mean: arithmeticMean });
    expect(found.notes).toEqual([
      'A row is in a regime when it holds on the row’s last day; a spell is a stretch of such rows. Rows of one spell are one case.',
    ]);
    expect([found.usesHindsight, found.regimes[0]!.usesHindsight]).toEqual([false, false]);
  });

  it('take marks by the rows of the series, also where it begins later than they do', () => {
    const late = series('annual', [NaN, 0.1, 0.2]);
    const { regimes } = conditionalStatistics(late, { second: [0, 1, NaN] }, { mean: arithmeticMean });
    expect(regimes[1]).toMatchObject({ periods: 1, from: '2021-12-31', to: '2021-12-31', unknown: 1 });
  });

  it('name the regimes that use hindsight, and the whole series where it does itself', () => {
    const found = conditionalStatistics(
      knowing(plain),
      { late: signal('late', true, '1900'), odd: [0, 1, 0, 1] },
      { mean: arithmeticMean },
    );
    expect(found.regimes.map(({ usesHindsight }) => usesHindsight)).toEqual([true, true, false]);
    expect(found.notes.slice(1)).toEqual(['Warning: uses hindsight: nobody could have known at the time: all, late.']);
  });

  refuses([
    [
      'no record of regimes',
      () => conditionalStatistics(plain, bad(5), {}),
      'option.type',
      'conditionalStatistics: the record of regimes must be an object, found 5.',
      { where: 'conditionalStatistics', found: '5' },
    ],
    [
      'no record of statistics',
      () => conditionalStatistics(plain, {}, bad(5)),
      'option.type',
      'conditionalStatistics: the record of statistics must be an object, found 5.',
      { where: 'conditionalStatistics', found: '5' },
    ],
    [
      'a series that is none',
      () => conditionalStatistics(bad(5), {}, {}),
      'series.invalid',
      "conditionalStatistics: the series must be a return series, such as panel.returns('SPY') or the result of a backtest; found 5.",
      { where: 'conditionalStatistics', found: '5' },
    ],
    [
      'a regime that has the name of the whole',
      () => conditionalStatistics(plain, { all: () => true }, {}),
      'panel.name',
      'conditionalStatistics: "all" is the name of the whole series. Name the regime otherwise.',
      {},
    ],
    [
      'a statistic that is a number',
      () => conditionalStatistics(plain, {}, { mean: bad(0.1) }),
      'option.type',
      'conditionalStatistics: the statistic "mean" is 0.1; it must be a function of a return series, such as volatility.',
      { where: 'conditionalStatistics', statistic: 'mean', found: '0.1' },
    ],
    [
      'a statistic that answers no number',
      () => conditionalStatistics(plain, {}, { mean: bad(() => null) }),
      'option.type',
      'conditionalStatistics: the statistic "mean" answered null in the regime "all"; it must answer a number.',
      { where: 'conditionalStatistics', statistic: 'mean', regime: 'all', found: 'null' },
    ],
  ]);

  it('decades are no hindsight', () => {
    expect(decades(plain)['2020s']!.usesHindsight).toBe(false);
  });
});

describe('a lump sum against parts', () => {
  it('prints both, the starts and what the waiting money earns', () => {
    // Two parts of 0.5, −0.5, 0.5, 0.1 without cash: 0.75, 0.75 and 1.65 against 0.625, 1.125 and 1.375: differences 0.125, −0.375, 0.275.
    expect(linesOf(dollarCostAveraging(plain, { parts: 2 }))).toEqual([
      'Fund: a lump sum against 2 parts',
      '',
      '---------------------------------  -------',
      'Windows                                  3',
      'Windows without overlap                  2',
      'Lump sum ahead                     66.67 %',
      'Ties                                     0',
      'Median difference of final wealth  12.50 %',
      'Mean difference of final wealth     0.83 %',
      'Lowest final wealth, lump sum         0.75',
      'Lowest final wealth, parts            0.63',
      '2 equal parts, one at the start and one a year later each; compared after 2 years; waiting money',
      '  earns nothing.',
      'Starts at the closes of 2019-12-31 to 2021-12-31.',
      'Windows overlap: only 2 of 3 have no year in common. No costs, no taxes.',
    ]);
  });

  it('names cash, starts left out and the proxies in either', () => {
    const cash = splice(series('annual', [0], 'Old'), series('annual', [NaN, 0, NaN, NaN], 'Bills'), { name: 'Cash' });
    const { notes } = dollarCostAveraging(spliced, { parts: 2, cash });
    expect(notes).toEqual([
      '2 equal parts, one at the start and one a year later each; compared after 2 years; waiting money earns Cash.',
      'Starts at the closes of 2019-12-31 to 2020-12-31.',
      'Windows overlap: only 1 of 2 have no year in common. No costs, no taxes.',
      'Warning: 1 starts are left out: a return, or one of cash, is missing in their window.',
      'Fund spliced: 1 of 4 rows are of a proxy: Index (no overlap to compare it with), 2020-12-31 to 2020-12-31.',
      'Cash: 1 of 2 rows are of a proxy: Old (no overlap to compare it with), 2020-12-31 to 2020-12-31.',
    ]);
  });

  it('of nothing names no starts', () => {
    expect(dollarCostAveraging(series('annual', [0.1]), { parts: 2 }).notes).toEqual([
      '2 equal parts, one at the start and one a year later each; compared after 2 years; waiting money earns nothing.',
      'Windows overlap: only 0 of 0 have no year in common. No costs, no taxes.',
    ]);
  });
});

describe('returns to date', () => {
  it('print the windows that there are, and where the data begin', () => {
    // 2020 to 2023: −50 %, 50 %, 10 % are −17.5 %, −6.21 % a year; with 50 % before 23.75 %, 5.47 % a year.
    expect(linesOf(periodToDate(plain))).toEqual([
      'Fund, as of 2023-12-31',
      '                 From the close of     Total   A year',
      '---------------  -----------------  --------  -------',
      'Month to date                    –         –        –',
      'Quarter to date                  –         –        –',
      'Year to date            2022-12-31   10.00 %        –',
      '1 year                  2022-12-31   10.00 %        –',
      '3 years                 2020-12-31  -17.50 %  -6.21 %',
      '5 years                          –         –        –',
      '10 years                         –         –        –',
      'Since inception         2019-12-31   23.75 %   5.47 %',
      'Inception is the first return in the data.',
    ]);
  });

  it('name proxy rows and hindsight', () => {
    expect(periodToDate(spliced).notes).toEqual([
      'Inception is the first return in the data.',
      'Warning: 1 of 4 rows are of a proxy: Index (no overlap to compare it with), 2020-12-31 to 2020-12-31.',
    ]);
    expect(periodToDate(knowing(plain)).notes).toEqual([
      'Inception is the first return in the data.',
      'Warning: uses hindsight: something in it was known only later.',
    ]);
    expect(linesOf(periodToDate(series('annual', [NaN])))[0]).toBe('A, as of never: no returns');
  });
});

describe('by how much one beat another', () => {
  const other = series('annual', [0, 0, 0, 0.25], 'B');

  it('prints three meanings of it', () => {
    // 1.5 · 0.5 · 1.5 · 1.1 = 1.2375 against 1.25: −1.25 points, 1.2375/1.25 − 1 = −1 %.
    expect(linesOf(spread(plain, other))).toEqual([
      'Fund against B, close of 2019-12-31 to 2023-12-31 (4 periods)',
      '',
      '----------------------------------  ---------',
      'Fund, total                           23.75 %',
      'B, total                              25.00 %',
      'Difference of totals                -1.25 pts',
      'Relative gain, (1 + R)/(1 + B) − 1    -1.00 %',
      'Fund, CAGR                             5.47 %',
      'B, CAGR                                5.74 %',
      'Difference of CAGRs                 -0.27 pts',
    ]);
    expect(htmlOf(spread(plain, other))).toContain('Difference of CAGRs');
  });

  it('without a common period says so', () => {
    const never = dated('annual', ['2030-12'], [0.1], 'B');
    expect(linesOf(spread(plain, never))[0]).toBe('Fund against B, no common period');
    expect(spread(plain, never)).toMatchObject({ from: null, to: null, periods: 0, totalReturn: NaN });
  });

  it('says whose rows are a proxy’s, whose figures knew more, and how rows of other days were compared', () => {
    const note =
      'Warning: Fund spliced: 1 of 4 rows are of a proxy: Index (no overlap to compare it with), 2020-12-31 to 2020-12-31.';
    const knew = 'Warning: uses hindsight: something in it was known only later.';
    expect(spread(spliced, other).notes).toEqual([note]);
    expect(spread(knowing(plain), spliced).notes).toEqual([knew, note]);
    expect(relativeWealth(spliced, knowing(other)).notes).toEqual([knew, note]);
    expect(spread(plain, other).notes).toEqual([]);
  });
});

describe('rows of other days', () => {
  // Tuesday to Friday; A has no row on Thursday, B none on Wednesday.
  const week = { frequency: 'daily', base: '2024-01-01' } as const;
  const of = (name: string, dates: string[]): ReturnSeries =>
    fromReturns({ ...week, dates, returns: { [name]: dates.map(() => 0.1) } }).returns(name);
  const a = of('A', ['2024-01-02', '2024-01-03', '2024-01-05']);
  const b = of('B', ['2024-01-02', '2024-01-04', '2024-01-05']);
  const both =
    'The rows of A and B are of different days: they are compared over 2 spans between closes that all have (A and B compounded).';

  it('are compared between the closes that all have', () => {
    expect(closesNote(a, b)).toEqual([both]);
    expect(closesNote(a, a)).toEqual([]);
    expect(spread(a, b).notes).toEqual([both]);
    expect(relativeWealth(a, b).notes).toEqual([both]);
    // 1.1 · 1.1 over the span from Tuesday to Friday for each.
    expect(relativeWealth(a, b).values.map((value) => Number(value.toFixed(12)))).toEqual(Float64Array.of(1, 1, 1));
  });

  it('of one alone are named alone', () => {
    const closes = of('C', ['2024-01-02', '2024-01-05']);
    expect(closesNote(a, closes)).toEqual([
      'The rows of A and C are of different days: they are compared over 2 spans between closes that all have (A compounded).',
    ]);
  });
});

describe('figures over cash', () => {
  const covered = { riskFree: 'Bills', periods: 10, excessPeriods: 10, benchmark: null };
  const against = (periods: number, excessPeriods: number) => bad({ periods, excessPeriods });
  const own =
    'on 9 of 10 periods (Sharpe ratio and its standard error, geometric Sharpe, Martin, pain and gain–loss ratio, Kelly fraction)';
  const beside =
    'on 7 of the 8 periods in common with the benchmark (alpha, betas, R², systematic and specific risk, Treynor and appraisal ratio, M²)';

  it('are noted only where cash has fewer returns', () => {
    expect(cashNote(covered)).toBeUndefined();
    expect(cashNote({ ...covered, benchmark: against(8, 8) })).toBeUndefined();
    expect(cashNote({ ...covered, riskFree: null, excessPeriods: 9 })).toBeUndefined();
    expect(cashNote({ ...covered, excessPeriods: 9 })).toBe(
      `Figures over cash rest ${own}: those for which Bills has a return.`,
    );
    expect(cashNote({ ...covered, benchmark: against(8, 7) })).toBe(
      `Figures over cash rest ${beside}: those for which Bills has a return.`,
    );
    expect(cashNote({ ...covered, excessPeriods: 9, benchmark: against(8, 7) })).toBe(
      `Figures over cash rest ${own} and ${beside}: those for which Bills has a return.`,
    );
  });
});

describe('figures over time', () => {
  const days = (count: number): ReturnType<typeof makeDatedValues> =>
    makeDatedValues(
      'X',
      () => Array.from({ length: count }, (_, day) => `2020-01-${String(day + 1).padStart(2, '0')}` as const) as never,
      Float64Array.from({ length: count }, (_, day) => day),
      ['A note.'],
    );

  it('are printed whole up to twelve, and from there on the first and last six', () => {
    expect(linesOf(days(12))).toEqual([
      'X',
      'Date          Value',
      '----------  -------',
      ...Array.from(
        { length: 12 },
        (_, day) => `2020-01-${String(day + 1).padStart(2, '0')}  ${`${day}.0000`.padStart(7)}`,
      ),
      'A note.',
    ]);
    expect(linesOf(days(13)).slice(3)).toEqual([
      '2020-01-01   0.0000',
      '2020-01-02   1.0000',
      '2020-01-03   2.0000',
      '2020-01-04   3.0000',
      '2020-01-05   4.0000',
      '2020-01-06   5.0000',
      '… 1 more          …',
      '2020-01-08   7.0000',
      '2020-01-09   8.0000',
      '2020-01-10   9.0000',
      '2020-01-11  10.0000',
      '2020-01-12  11.0000',
      '2020-01-13  12.0000',
      'A note.',
    ]);
    expect(htmlOf(days(2))).toContain('2020-01-02');
  });

  it('have five names, the iterator and the JSON not among them', () => {
    expect(Object.keys(days(1))).toEqual(['name', 'dates', 'values', 'length', 'notes']);
    expect(
      Object.getOwnPropertySymbols(days(1)).filter((one) => Object.prototype.propertyIsEnumerable.call(days(1), one)),
    ).toEqual([]);
    expect(JSON.parse(JSON.stringify(days(2)))).toEqual({
      name: 'X',
      dates: ['2020-01-01', '2020-01-02'],
      values: [0, 1],
      notes: ['A note.'],
    });
  });

  it('carry the name of what was asked of whom, and how far windows overlap', () => {
    const [one, other] = [series('monthly', [0.1, 0.2, 0.4, 0.1]), series('monthly', [0.1, 0.3, 0.2, 0.5], 'B')];
    expect(rolling(correlation, { periods: 3 })(one, other)).toMatchObject({
      name: 'A, B: correlation, last 3 periods',
      notes: ['Windows overlap: any two of them have rows in common.'],
    });
    expect(expanding(totalReturn, { months: 3 })(one)).toMatchObject({
      name: 'A: totalReturn, from the start, at least 3 months',
      notes: ['Windows overlap: any two of them have rows in common.'],
    });
    expect(rolling((own: ReturnSeries) => own.values[0]!, { periods: 2 })(one)).toMatchObject({
      name: 'A: statistic, last 2 periods',
      notes: ['Windows overlap: only 2 of 3 have no row in common.'],
    });
    expect(rolling(totalReturn, { periods: 4 })(one).notes).toEqual([]);
  });

  it('say nothing of overlap where windows have no row in common', () => {
    expect(rolling(totalReturn, { periods: 1 })(series('monthly', [0.1, 0.2, 0.4])).notes).toEqual([]);
  });
});

describe('annual returns', () => {
  it('are years, each with what the series covers', () => {
    expect([...annualReturns(series('annual', [0.1]))]).toEqual([
      { year: 2020, return: expect.closeTo(0.1, 14) as number, complete: true },
    ]);
  });
});
