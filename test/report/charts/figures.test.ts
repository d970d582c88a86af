import { describe, expect, it } from 'vitest';
import {
  annualReturns,
  backtest,
  beta,
  bootstrap,
  calendarReturns,
  contributions,
  drawdowns,
  drawdownSeries,
  eventStudy,
  expectedShortfall,
  firstCuts,
  fromReturns,
  maxDrawdown,
  overlap,
  relativeWealth,
  rolling,
  rollingLoadings,
  sharpeRatio,
  simulate,
  slice,
  smallCapTilt,
  sweep,
  valueAtRisk,
  volatility,
  cagr,
} from '../../../src/index.js';
import { frenchFactors, frenchSize, usFunds, usFundsDaily, usPolicyRate } from '../../../src/data/index.js';
import * as charts from '../../../src/report/index.js';
import { expectInputError } from '../../support/expect-input-error.js';

/** The rows of the inline data of all layers of a spec. */
function rowsOf(spec: unknown): Readonly<Record<string, unknown>>[] {
  if (Array.isArray(spec)) return (spec as unknown[]).flatMap(rowsOf);
  if (typeof spec !== 'object' || spec === null) return [];
  const { data, ...others } = spec as { data?: { values?: Readonly<Record<string, unknown>>[] } };
  return [...(data?.values ?? []), ...Object.values(others).flatMap(rowsOf)];
}
const drawn = (chart: charts.Chart, series: string): unknown[] =>
  rowsOf(chart.toSpec())
    .filter((row) => row['series'] === series)
    .map(({ value }) => value);

const made = fromReturns({
  frequency: 'monthly',
  dates: ['2023-11', '2023-12', '2024-01', '2024-02'],
  returns: { A: [0.25, -0.5, 0.6, 0.25], B: [0, 0.25, 0, 0.6] },
});
const [a, b] = [made.returns('A'), made.returns('B')];
const funds = usFunds();
const [iwm, spy] = [funds.returns('IWM'), funds.returns('SPY')];
const tilted = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }), {
  costs: { tradingBps: 5 },
});

describe('the figures of a chart are those of the library', () => {
  it('wealth: 1.25, then halved, then × 1.6, then × 1.25', () => {
    const chart = charts.wealthChart(a);
    expect(drawn(chart, 'A')).toEqual([1, 1.25, 0.625, 1, 1.25]);
    expect(chart.data.rows.map((row) => row['A'])).toEqual([1, 1.25, 0.625, 1, 1.25]);
    expect(rowsOf(chart.toSpec()).map(({ date }) => date)).toEqual([
      '2023-10-31',
      '2023-11-30',
      '2023-12-31',
      '2024-01-31',
      '2024-02-29',
    ]);
    expect(chart.description).toContain('A 1 to 1.25');
  });

  it('wealth of several begins with 1 where the last of them begins', () => {
    const chart = charts.wealthChart([iwm, funds.returns('AVUV')]);
    const rows = chart.data.rows;
    expect(rows[0]).toEqual({ date: '2019-09-30', IWM: 1, AVUV: 1 });
    expect(chart.subtitle).toMatch(/^2019-10 to 2026-07, monthly\./);
  });

  it('wealth of 0 is a gap on a logarithmic scale and 0 on a linear one', () => {
    const ruined = fromReturns({ frequency: 'annual', dates: ['2022-12', '2023-12'], returns: { A: [-1, 0] } }).returns(
      'A',
    );
    expect(drawn(charts.wealthChart(ruined), 'A')).toEqual([1, null, null]);
    expect(drawn(charts.wealthChart(ruined, { scale: 'linear' }), 'A')).toEqual([1, 0, 0]);
  });

  it('a hole is a gap, never 0', () => {
    const dates = ['2024-01', '2024-02', '2024-03'];
    const holed = fromReturns({ frequency: 'monthly', dates, returns: { A: [0.5, NaN, 0.5] } }).returns('A');
    expect(drawn(charts.wealthChart(holed), 'A')).toEqual([1, 1.5, null, null]);
  });

  it('drawdown: 0.625 under 1.25 is −50 %, with its dates', () => {
    const chart = charts.drawdownChart(a);
    expect(drawn(chart, 'A')).toEqual([0, 0, -0.5, -0.19999999999999996, 0]);
    expect(chart.description).toBe('Deepest falls: 1. -50.0 % (2023-11-30 to 2023-12-31, recovered 2024-02-29).');
    const five = charts.drawdownChart(iwm);
    expect(drawn(five, 'IWM')).toEqual([...drawdownSeries(iwm)]);
    const spans = rowsOf(five.toSpec()).filter((row) => 'from' in row);
    expect(spans.map(({ depth }) => depth)).toEqual(
      drawdowns(iwm)
        .slice(0, 5)
        .map(({ depth }) => depth),
    );
    expect(spans[0]!['depth']).toBe(maxDrawdown(iwm));
  });

  it('relative wealth: 1.25/1, 0.625/1.25, 1/1.25, 1.25/2', () => {
    expect(drawn(charts.relativeWealthChart(a, b), 'A')).toEqual([1, 1.25, 0.5, 0.8, 0.625]);
    expect(charts.relativeWealthChart(a, b).description).toContain('A ends 37.5 % behind B');
  });

  it('rolling figures are those of rolling()', () => {
    const window = { months: 36 };
    const own = overlap(funds, ['IWM']).returns('IWM');
    const of = (figure: charts.RollingFigure): unknown[] =>
      drawn(charts.rollingChart(iwm, { of: figure, window, benchmark: spy }), 'IWM');
    expect(of('volatility')).toEqual([...rolling(volatility, window)(own).values]);
    expect(of('sharpeRatio')).toEqual([...rolling(sharpeRatio, window)(own).values]);
    expect(of('return')).toEqual([...rolling(cagr, window)(own).values]);
    expect(of('beta')).toEqual([...rolling(beta, window)(own, spy).values]);
  });

  it('shows no window of which cash, which begins late, knows a part only', () => {
    const late = fromReturns({
      frequency: 'monthly',
      dates: ['2020-01', '2020-02', '2020-03', '2020-04', '2020-05', '2020-06'],
      returns: {
        S: [0.05, 0.01, 0.02, 0.04, -0.01, 0.03],
        B: [0.01, 0.02, 0.01, 0.03, -0.02, 0.01],
        C: [NaN, NaN, 0, 0, 0, 0],
      },
    });
    const [series, benchmark, riskFree] = [late.returns('S'), late.returns('B'), late.returns('C')];
    const chart = charts.rollingChart(series, { of: 'beta', window: { periods: 3 }, benchmark, riskFree });
    // March to May and April to June: no window with January or February.
    const covariance = (x: number[], y: number[]): number => {
      const [mx, my] = [x, y].map((one) => one.reduce((sum, value) => sum + value, 0) / 3) as [number, number];
      return x.reduce((sum, value, row) => sum + (value - mx) * (y[row]! - my), 0);
    };
    const [spring, summer] = [
      [0.01, 0.03, -0.02],
      [0.03, -0.02, 0.01],
    ] as const;
    const expected = [
      covariance([0.02, 0.04, -0.01], [...spring]) / covariance([...spring], [...spring]),
      covariance([0.04, -0.01, 0.03], [...summer]) / covariance([...summer], [...summer]),
    ];
    const found = drawn(chart, 'S') as number[];
    expect(found.length).toBe(2);
    found.forEach((value, row) => {
      expect(value).toBeCloseTo(expected[row]!, 12);
    });
  });

  it('months and years are those of calendarReturns and annualReturns', () => {
    const heat = rowsOf(charts.calendarHeatMap(a).toSpec());
    expect(heat.filter(({ column }) => column === 'Dec').map(({ value }) => value)).toEqual([-0.5]);
    expect(heat.filter(({ column }) => column === 'Year').map(({ text }) => text)).toEqual(['-37.5*', '100.0*']);
    const all = rowsOf(charts.calendarHeatMap(iwm).toSpec()).filter((row) => 'value' in row);
    const months = calendarReturns(iwm).flatMap((year) => year.months);
    expect(all.map(({ value }) => value)).toEqual(months.filter((value) => !Number.isNaN(value)));
    expect(drawn(charts.annualReturnsChart([iwm, spy]), 'IWM')).toEqual(annualReturns(iwm).map((year) => year.return));
  });

  it('a histogram counts every return once, and its rules are VaR and ES', () => {
    const chart = charts.returnHistogram(iwm, { level: 0.9 });
    const rows = rowsOf(chart.toSpec());
    expect(rows.reduce((sum, { count }) => sum + Number(count ?? 0), 0)).toBe(314);
    const rules = rows.filter(({ label }) => label !== undefined).map(({ value }) => value);
    expect(rules).toEqual([expectedShortfall(iwm, { level: 0.9 }), valueAtRisk(iwm, { level: 0.9 })]);
    for (const row of chart.data.rows) {
      const [from, to] = [Number(row['from']), Number(row['to'])];
      const inside = [...iwm.values].filter((value) => value >= from && value < to).length;
      expect(row['count']).toBe(inside);
    }
  });

  it('loadings are those of rollingLoadings', () => {
    const loadings = rollingLoadings(iwm, frenchFactors().five, { years: 3 });
    expect(drawn(charts.loadingsChart(loadings), 'SMB')).toEqual([...loadings.loadings.SMB.values]);
  });

  it('weights are those that earned, and with cash they add up to 1', () => {
    const half = backtest(funds, smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3 }));
    const chart = charts.weightsChart(half);
    expect(drawn(chart, 'IWM').slice(0, -1)).toEqual([...half.weights('IWM')]);
    for (const row of chart.data.rows) expect(Number(row['SPY']) + Number(row['IWM'])).toBeCloseTo(1, 9);
  });

  it('turnover is that of the decisions, and the costs end at costs.total', () => {
    const rows = rowsOf(charts.tradingChart(tilted).toSpec());
    const bars = rows.filter((row) => 'turnover' in row).map(({ turnover }) => turnover);
    expect(bars).toEqual(tilted.decisions.map(({ turnover }) => turnover));
    const costs = rows.filter((row) => 'costs' in row);
    expect(costs.at(-1)!['costs']).toBeCloseTo(tilted.costs.total, 12);
    expect(costs.length).toBe(relativeWealth(tilted, tilted.gross).values.length);
  });

  it('contributions add up to the total return', () => {
    const { rows } = charts.contributionChart(tilted).data;
    const { linked, totalReturn } = contributions(tilted);
    expect(rows[0]).toEqual({ part: 'SPY', value: linked.assets.SPY });
    expect(rows.reduce((sum, { value }) => sum + Number(value), 0)).toBeCloseTo(totalReturn, 10);
  });

  it('the path of a study is its own, and the line of every event ends at its figure', () => {
    const size = frenchSize();
    const [series, benchmark] = [size.returns('Lo 30'), size.returns('Hi 30')];
    const study = eventStudy(series, firstCuts(usPolicyRate()), { benchmark, months: [12, 24], draws: 10 });
    const chart = charts.eventStudyChart(study, { horizon: '24 months', paths: { series, benchmark } });
    const [, two] = study.horizons;
    expect(chart.data.rows.map((row) => row['mean'])).toEqual(two!.path.map(({ mean }) => mean));
    const last = chart.data.rows.at(-1)!;
    const ends = two!.events.map((_, index) => last[`event${index}`]);
    expect(ends).toEqual([...two!.values]);
    expectInputError('option.range', ['"36 months"'], () => charts.eventStudyChart(study, { horizon: '36 months' }));
    const paths = { series: iwm, benchmark };
    expectInputError('option.range', ['Lo 30', 'IWM'], () => charts.eventStudyChart(study, { paths }));
  });

  it('a heat map holds the cells of the pivot, a line those of one parameter', () => {
    const swept = sweep(funds, {
      grid: { weight: [0, 0.5, 1], cost: [0, 10] },
      strategy: ({ weight }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight }),
      metrics: { cagr },
    });
    const pivot = swept.pivot({ rows: 'weight', columns: 'cost', metric: 'cagr' });
    const cells = rowsOf(charts.sweepChart(pivot).toSpec());
    expect(cells.map(({ value }) => value)).toEqual(pivot.values.flat());
    expect(cells.map(({ row, column }) => `${String(row)} ${String(column)}`)[1]).toBe('0 10');
    const same = swept.pivot({ rows: 'weight', columns: 'weight', metric: 'cagr', combine: (values) => values[0]! });
    const line = rowsOf(charts.sweepChart(same).toSpec());
    expect(line.map(({ parameter, value }) => [parameter, value])).toEqual(
      [0, 0.5, 1].map((weight, row) => [weight, same.values[row]![row]]),
    );
  });

  it('a fan is that of the simulation, a histogram that of the replications', () => {
    const ahead = simulate(iwm, { periods: 24, paths: 200, blockLength: 12 });
    const rows = rowsOf(charts.fanChart(ahead).toSpec());
    expect(rows.map(({ p05 }) => p05)).toEqual([...ahead.wealth.p05]);
    const lost = rowsOf(charts.fanChart(ahead, { of: 'maxDrawdown' }).toSpec());
    expect(lost.map(({ p50 }) => p50)).toEqual([...ahead.maxDrawdown.p50]);
    const drawnAgain = bootstrap(iwm, { sharpeRatio, maxDrawdown }, { blockLength: 12, replications: 300 });
    const bars = rowsOf(charts.bootstrapHistogram(drawnAgain, { statistic: 'maxDrawdown' }).toSpec());
    expect(bars.reduce((sum, { count }) => sum + Number(count ?? 0), 0)).toBe(300);
    const { percentile, estimate } = drawnAgain.statistics.maxDrawdown;
    const rules = bars.filter(({ label }) => label !== undefined).map(({ value }) => value);
    expect(rules).toEqual([percentile.low, estimate, percentile.high]);
    expectInputError('option.unknown', ['maxDrawdown'], () =>
      charts.bootstrapHistogram(drawnAgain, { statistic: 'maxDrawdwn' }),
    );
  });

  it('risk and return are volatility and CAGR over the common window', () => {
    const both = overlap(funds, ['IWM', 'AVUV']);
    const rows = charts.riskReturnChart([iwm, funds.returns('AVUV')]).data.rows;
    expect(rows).toEqual(
      (['IWM', 'AVUV'] as const).map((name) => ({
        name,
        risk: volatility(both.returns(name)),
        value: cagr(both.returns(name)),
      })),
    );
  });
});

describe('a long daily series', () => {
  const daily = usFundsDaily().returns('SPY');
  const chart = charts.drawdownChart(daily);
  const values = drawn(chart, 'SPY');

  it('is thinned, says so, and keeps its trough, its first and its last point exactly', () => {
    const all = [...drawdownSeries(daily)];
    expect(all).toHaveLength(8433);
    expect(values.length).toBeLessThan(4 * 720);
    expect(Math.min(...(values as number[]))).toBe(maxDrawdown(daily));
    expect([values[0], values.at(-1)]).toEqual([all[0], all.at(-1)]);
    expect(chart.notes.join(' ')).toContain(`${values.length} of 8433 points drawn`);
    expect(JSON.stringify(chart.toSpec())).toContain(`${values.length} of`);
    expect(chart.data.rows).toHaveLength(8433);
  });
});

describe('what must be seen stands in the subtitle', () => {
  it('bands of every kind are shaded or drawn as lines inside the window, and named', () => {
    const cuts = firstCuts(usPolicyRate());
    const chart = charts.wealthChart(iwm, {
      bands: [cuts, '2020-03-23', { from: '2022-01', to: '2022-10', label: 'bear market' }],
    });
    const rows = rowsOf(chart.toSpec());
    const marked = rows.filter(({ label }) => label === 'first cuts').map(({ date }) => date);
    expect(marked).toEqual(cuts.events.map(({ date }) => date).filter((date) => date >= '2000-05-31'));
    expect(rows).toContainEqual({ date: '2020-03-23', label: 'marked days' });
    expect(rows).toContainEqual({ from: '2022-01-01', to: '2022-10-31', label: 'bear market' });
    expect(chart.subtitle).toContain('Shaded: bear market. Lines: first cuts, marked days.');
    expect(rowsOf(charts.wealthChart(iwm, { bands: cuts.events }).toSpec()).filter((row) => 'from' in row)).toEqual([]);
    expectInputError('option.type', ['bands 0', 'usRecessions()'], () =>
      charts.wealthChart(iwm, { bands: 7 as never }),
    );
    const backwards = { from: '2022-10', to: '2022-01' };
    expectInputError('option.range', ['2022-10-01', '2022-01-31'], () => charts.wealthChart(iwm, { bands: backwards }));
  });

  it('hindsight and proxies', () => {
    const { values, calendar, meta } = iwm;
    const proxyRows = [{ from: '2000-06-30', to: '2001-05-31', source: 'Russell 2000 index' }] as const;
    const marked = { ...iwm, values, calendar, meta: { ...meta, usesHindsight: true, proxyRows } };
    const { subtitle } = charts.wealthChart(marked);
    expect(subtitle).toContain('Uses hindsight');
    expect(subtitle).toContain('IWM: 12 of 314 rows are of a proxy: Russell 2000 index, 2000-06-30 to 2001-05-31.');
    expect(subtitle).toContain('Data: Fund price vendors');
  });
});

describe('bad input is refused with what to do', () => {
  it('unknown options, other frequencies, short series, other results', () => {
    expectInputError('option.unknown', ['Did you mean bands?'], () => charts.wealthChart(iwm, { band: 1 } as never));
    const annual = fromReturns({ frequency: 'annual', dates: ['2023-12'], returns: { A: [0.1] } }).returns('A');
    expectInputError('calendar.frequency', ['annual', 'annualReturnsChart'], () => charts.calendarHeatMap(annual));
    expectInputError('series.invalid', ['backtest(panel, strategy)'], () => charts.weightsChart(iwm as never));
    expectInputError('option.type', ['simulate(…)'], () => charts.fanChart(iwm as never));
    expectInputError('option.missing', ['benchmark'], () =>
      charts.rollingChart(iwm, { of: 'beta', window: { years: 3 } }),
    );
    const year = slice(iwm, { from: '2024-01', to: '2024-12' });
    expectInputError('panel.empty-window', ['3 years', 'IWM'], () =>
      charts.rollingChart(year, { of: 'volatility', window: { years: 3 } }),
    );
    expectInputError('series.invalid', ['return series'], () => charts.wealthChart([1] as never));
    expectInputError('calendar.mismatch', ['annual'], () => charts.wealthChart([iwm, annual]));
  });
});
