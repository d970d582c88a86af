import * as backtilt from '../../../src/index.js';
import * as bundled from '../../../src/data/index.js';
import * as charts from '../../../src/report/index.js';
import type { Chart } from '../../../src/report/index.js';

/** The pictures of docs/charts.md, by the name of their file: what `npm run docs:pictures` draws, and what the tests draw again. */
export function gallery(): Readonly<Record<string, Chart>> {
  const { firstCuts, overlap, smallCapTilt, backtest, annually } = backtilt;
  const funds = bundled.usFunds();
  const [iwm, spy, avuv] = [funds.returns('IWM'), funds.returns('SPY'), funds.returns('AVUV')];
  const cuts = firstCuts(bundled.usPolicyRate());
  const recessions = bundled.usRecessions();
  const riskFree = bundled.usTreasuryBill();
  const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
  const tilted = backtest(funds, tilt, { costs: { tradingBps: 5 }, cash: 'BIL' });
  const size = bundled.frenchSize();
  const [small, large] = [size.returns('Lo 30'), size.returns('Hi 30')];
  const study = backtilt.eventStudy(small, cuts, { benchmark: large, months: [12, 24], draws: 1000 });
  const grid = { weight: [0, 0.1, 0.2, 0.3, 0.4, 0.5], month: [3, 6, 9, 12] };
  const strategy = ({ weight, month }: { weight: number; month: number }) =>
    smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight, schedule: annually({ month }) });
  const swept = backtilt.sweep(funds, {
    grid,
    strategy,
    metrics: { cagr: backtilt.cagr, maxDrawdown: backtilt.maxDrawdown },
  });
  const weights = backtilt.sweep(funds, {
    grid: { weight: [0, 0.2, 0.4, 0.6, 0.8, 1] },
    strategy: ({ weight }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight }),
    metrics: { sharpeRatio: backtilt.sharpeRatio },
  });
  const walked = backtilt.walkForward(funds, {
    grid: { weight: [0, 0.25, 0.5, 0.75, 1] },
    strategy: ({ weight }) => smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight }),
    by: backtilt.sharpeRatio,
    windows: { train: 60, test: 12 },
  });
  const drawn = backtilt.bootstrap(iwm, { sharpeRatio: backtilt.sharpeRatio }, { blockLength: 12, replications: 2000 });
  const source = 'Data: fund price vendors (adjusted closes)';
  const names = ['SPY', 'QQQ', 'IWM', 'IWO', 'IWN', 'IJR', 'IJS', 'VBR', 'AVUV', 'DFAT', 'RZV', 'XSVM'] as const;
  const shared = overlap(funds, [...names]);
  return {
    wealth: charts.wealthChart([iwm, avuv, spy], { bands: [recessions, cuts] }),
    drawdown: charts.drawdownChart(iwm, { bands: recessions }),
    'relative-wealth': charts.relativeWealthChart([iwm, avuv], spy, { bands: cuts }),
    'rolling-return': charts.rollingChart([iwm, spy], { of: 'return', window: { years: 5 } }),
    'rolling-volatility': charts.rollingChart([iwm, spy], {
      of: 'volatility',
      window: { months: 36 },
      bands: recessions,
    }),
    'rolling-sharpe-ratio': charts.rollingChart([iwm, spy], { of: 'sharpeRatio', window: { months: 36 }, riskFree }),
    'rolling-beta': charts.rollingChart(iwm, { of: 'beta', window: { months: 36 }, benchmark: spy, riskFree }),
    'calendar-heat-map': charts.calendarHeatMap(avuv),
    'annual-returns': charts.annualReturnsChart([iwm, spy]),
    'return-histogram': charts.returnHistogram(iwm),
    loadings: charts.loadingsChart(backtilt.rollingLoadings(iwm, bundled.frenchFactors().five, { years: 3 }), {
      source,
    }),
    weights: charts.weightsChart(tilted),
    trading: charts.tradingChart(tilted),
    contribution: charts.contributionChart(tilted),
    'event-study': charts.eventStudyChart(study, { paths: { series: small, benchmark: large } }),
    sweep: charts.sweepChart(swept.pivot({ rows: 'weight', columns: 'month', metric: 'cagr' }), { source }),
    'sweep-line': charts.sweepChart(weights.pivot({ rows: 'weight', columns: 'weight', metric: 'sharpeRatio' }), {
      source,
    }),
    'walk-forward': charts.walkForwardChart(walked),
    fan: charts.fanChart(backtilt.simulate(iwm, { periods: 120, paths: 1000, blockLength: 12 }), { source }),
    'bootstrap-histogram': charts.bootstrapHistogram(drawn, { source }),
    'risk-return': charts.riskReturnChart(names.map((name) => shared.returns(name))),
  };
}
