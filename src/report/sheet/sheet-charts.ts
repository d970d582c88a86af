import type { BacktestResult } from '../../engine/index.js';
import { type FactorRegressionOptions, type Factors, rollingLoadings } from '../../inference/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { annualReturnsChart } from '../charts/annual-returns-chart.js';
import { bootstrapHistogram } from '../charts/bootstrap-histogram.js';
import { contributionChart } from '../charts/contribution-chart.js';
import { drawdownChart } from '../charts/drawdown-chart.js';
import { loadingsChart } from '../charts/loadings-chart.js';
import { relativeWealthChart } from '../charts/relative-wealth-chart.js';
import { returnHistogram } from '../charts/return-histogram.js';
import { riskReturnChart } from '../charts/risk-return-chart.js';
import { rollingChart, type RollingFigure } from '../charts/rolling-chart.js';
import { tradingChart } from '../charts/trading-chart.js';
import { wealthChart } from '../charts/wealth-chart.js';
import { weightsChart } from '../charts/weights-chart.js';
import type { Chart } from '../charts/chart.js';
import { byMonth, type MonthlySeries, withCash } from './by-month.js';
import { figureMarkup, figuresMarkup, wideFigureMarkup } from './figure-markup.js';
import type { Inferred } from './inferred.js';
import type { Markup } from './markup.js';
import { attempt } from './section.js';
import type { SheetData } from './sheet-data.js';
import { shortlyNamed } from './short-names.js';

/** A picture that is still to be made. */
export interface Plan {
  readonly chart: () => Chart;
  /** Where it stands over the whole width of the page: the chart for a page without that room. */
  readonly narrow?: () => Chart;
}

/** How long the windows of rolling figures are. */
const WINDOW = { months: 36 } as const;

/** Draws pictures one after the other; where the data do not allow one, the reason stands in its place, once. */
export async function drawn(plans: readonly Plan[]): Promise<Markup> {
  const figures = new Map<string, Markup>();
  for (const { chart, narrow } of plans) {
    const figure = await attempt(() =>
      narrow === undefined ? figureMarkup(chart()) : wideFigureMarkup(chart(), narrow()),
    );
    figures.set(figure.markup, figure);
  }
  return figuresMarkup([...figures.values()]);
}

/** One chart, worked out once, for wide pages and for narrow ones. */
function sameAtAnyWidth(make: () => Chart): Plan {
  let made: Chart | undefined;
  const chart = (): Chart => (made ??= make());
  return { chart, narrow: chart };
}

/** The same under names that legends have room for. */
function named(data: SheetData): SheetData {
  const all = shortlyNamed(data.all);
  const place = data.benchmark === undefined ? -1 : data.all.indexOf(data.benchmark);
  return { ...data, all, subjects: all.slice(0, data.subjects.length), benchmark: all[place] };
}

/** Growth of wealth, and how far it lay under its peak. */
export function growthCharts(data: SheetData): Plan[] {
  const { subjects, all, bands } = named(data);
  const [own] = subjects as readonly [ReturnSeries];
  const falls = (worst: number) => (): Chart => drawdownChart(own, { bands, worst });
  return [
    sameAtAnyWidth(() => wealthChart(all, { bands })),
    ...(subjects.length === 1 ? [{ chart: falls(5), narrow: falls(3) }] : []),
  ];
}

/** Years, distribution, and figures in windows. */
export function riskCharts(given: SheetData): Plan[] {
  const data = named(given);
  const { subjects, all, benchmark, bands } = data;
  const rivals = subjects.filter((one) => one !== benchmark);
  const beside = benchmark !== undefined && rivals.length > 0;
  const months = byMonth(data);
  const rolled = (of: RollingFigure): Plan => ({
    chart: () => rollingChart(months.all, { of, window: WINDOW, bands }),
  });
  return [
    ...(beside ? [{ chart: () => relativeWealthChart(rivals, benchmark, { bands }) }] : []),
    { chart: () => annualReturnsChart(all) },
    ...(subjects.length === 1 ? subjects.map((one) => ({ chart: () => returnHistogram(one) })) : []),
    ...(subjects.length > 1 ? [{ chart: () => riskReturnChart(all) }] : []),
    ...(beside ? [] : [rolled('return')]),
    rolled('volatility'),
    {
      chart: () => {
        const { all: over, riskFree } = withCash(months);
        return rollingChart(over, { of: 'sharpeRatio', window: WINDOW, riskFree, bands });
      },
    },
    ...(beside ? [betaPlan(data, months)] : []),
  ];
}

/** Beta to the benchmark in windows. */
function betaPlan({ benchmark, all, bands }: SheetData, months: MonthlySeries): Plan {
  const place = all.indexOf(benchmark!);
  return {
    chart: () => {
      const over = withCash(months);
      const rivals = over.all.filter((_, index) => index !== place);
      const options = { window: WINDOW, benchmark: over.all[place]!, riskFree: over.riskFree, bands };
      return rollingChart(rivals, { of: 'beta', ...options });
    },
  };
}

/** What a run held, traded and earned by. */
export const tradingCharts = (result: BacktestResult): Plan[] => [
  { chart: () => weightsChart(result) },
  { chart: () => tradingChart(result) },
  { chart: () => contributionChart(result) },
];

/** Loadings in windows. */
export const factorCharts = (series: ReturnSeries, factors: Factors, options: FactorRegressionOptions): Plan[] => [
  sameAtAnyWidth(() => loadingsChart(rollingLoadings(series, factors, { ...options, ...WINDOW }))),
];

/** Distributions of resampled figures. */
export const bootstrapCharts = ({ paths, sharpe }: Inferred): Plan[] => [
  { chart: () => bootstrapHistogram(paths, { statistic: 'cagr', title: 'CAGR, resampled' }) },
  { chart: () => bootstrapHistogram(sharpe, { statistic: 'sharpeRatio', title: 'Sharpe ratio, resampled' }) },
  { chart: () => bootstrapHistogram(paths, { statistic: 'maxDrawdown', title: 'Max drawdown, resampled' }) },
];
