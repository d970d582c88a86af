// Every chart, one file each.
export { annualReturnsChart, type AnnualReturnsChartOptions } from './annual-returns-chart.js';
export { bootstrapHistogram, type BootstrapHistogramOptions } from './bootstrap-histogram.js';
export { calendarHeatMap, type CalendarHeatMapOptions } from './calendar-heat-map.js';
export { contributionChart, type ContributionChartOptions } from './contribution-chart.js';
export { drawdownChart, type DrawdownChartOptions } from './drawdown-chart.js';
export { eventStudyChart, type EventStudyChartOptions } from './event-study-chart.js';
export { fanChart, type FanChartOptions } from './fan-chart.js';
export { loadingsChart, type LoadingsChartOptions } from './loadings-chart.js';
export { relativeWealthChart } from './relative-wealth-chart.js';
export { returnHistogram, type ReturnHistogramOptions } from './return-histogram.js';
export { riskReturnChart, type RiskReturnChartOptions } from './risk-return-chart.js';
export { rollingChart, type RollingChartOptions, type RollingFigure } from './rolling-chart.js';
export { sweepChart, type SweepChartOptions } from './sweep-chart.js';
export { tradingChart } from './trading-chart.js';
export { walkForwardChart } from './walk-forward-chart.js';
export { wealthChart, type WealthChartOptions } from './wealth-chart.js';
export { weightsChart } from './weights-chart.js';
