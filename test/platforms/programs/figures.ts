import {
  addIndicator,
  backtest,
  bootstrap,
  cagr,
  constantMixOf,
  defineStrategy,
  eventStudy,
  factorRegression,
  firstCuts,
  fixedMix,
  isInputError,
  maxDrawdown,
  monthly,
  monthsSince,
  postFirstCutRotation,
  quarterly,
  sharpeRatio,
  sweep,
  toCsv,
  toHtml,
  volatility,
  type Strategy,
} from 'backtilt';
import { frenchFactors, frenchSize, usFunds, usPolicyRate, usTreasuryBill } from 'backtilt/data';
import { compareSeries, wealthChart } from 'backtilt/report';

/** What a platform worked out: numbers as texts that lead back to the same bits, and texts. */
export interface Figures {
  readonly numbers: Readonly<Record<string, readonly string[]>>;
  readonly texts: Readonly<Record<string, string>>;
}

/** The shortest decimals that lead back to the same number; -0 apart from 0. */
export const exactly = (values: Iterable<number>): string[] =>
  Array.from(values, (value) => (Object.is(value, -0) ? '-0' : String(value)));

/** The grid of the sweep that is worked out in WebAssembly, with and without threads. */
export const grid = { weight: Array.from({ length: 1001 }, (_, step) => step / 1000), every: ['month', 'quarter'] };

/** The figures of that sweep. */
export const metrics = ['totalReturn', 'cagr', 'volatility', 'sharpeRatio', 'maxDrawdown'] as const;

interface Variant {
  readonly weight: number;
  readonly every: string;
}

/** A mix of two funds, as one variant of the sweep holds it. */
export const mixOf = ({ weight, every }: Variant): Strategy<'SPY' | 'IWM'> =>
  fixedMix({ weights: { SPY: 1 - weight, IWM: weight }, schedule: every === 'month' ? monthly() : quarterly() });

/** Costs of the sweep. */
export const costs = { costs: { tradingBps: 5 } } as const;

/** What the front door, the data and the reports answer, on any platform. */
export function figures(): Figures {
  const panel = addIndicator(usFunds(), 'monthsSinceFirstCut', monthsSince(firstCuts(usPolicyRate())));
  const spy = panel.returns('SPY');
  const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 12 });
  const rotated = backtest(panel, rotation, { costs: { tradingBps: 5 } });
  const mix = backtest(panel, constantMixOf(rotated), { costs: { tradingBps: 5 } });
  const momentum = defineStrategy({
    name: 'Momentum rotation',
    assets: ['SPY', 'IWM'],
    lookback: 12,
    schedule: monthly(),
    decide: (view) => (view.totalReturn('IWM', 12) > view.totalReturn('SPY', 12) ? { IWM: 1 } : { SPY: 1 }),
  });
  const own = backtest(panel, momentum, { costs: { tradingBps: 5 } });
  const swept = sweep(panel, { grid, strategy: mixOf, metrics, backtest: costs });
  const drawn = bootstrap(spy, { cagr, volatility }, { replications: 500, blockLength: 6 });
  const size = frenchSize();
  const study = eventStudy(size.returns('Lo 30'), firstCuts(usPolicyRate()), {
    benchmark: size.returns('Hi 30'),
    months: 12,
  });
  const loadings = factorRegression(panel.returns('AVUV'), frenchFactors().five);
  const options = { benchmark: spy, riskFree: usTreasuryBill(), labels: ['Rotation', 'Constant mix', 'SPY'] };
  const compared = compareSeries([rotated, mix], options);
  const chart = wealthChart([rotated, mix, spy]);
  return {
    numbers: {
      'rotation, every month': exactly(rotated.values),
      'constant mix, every month': exactly(mix.values),
      'own strategy, every month': exactly(own.values),
      'statistics of the rotation': exactly([cagr, volatility, sharpeRatio, maxDrawdown].map((one) => one(rotated))),
      ...Object.fromEntries(metrics.map((name) => [`sweep, ${name}`, exactly(swept.metrics[name])])),
      'bootstrap, cagr': exactly(drawn.values('cagr')),
      'bootstrap, volatility': exactly(drawn.values('volatility')),
    },
    texts: {
      comparison: compared.toString(),
      'comparison as HTML': toHtml(compared.table),
      'comparison as CSV': toCsv(compared),
      'digest of the rotation': rotated.digest,
      kernel: String(swept.diagnostics.kernel),
      'event study': String(study),
      'factor regression': String(loadings),
      chart: JSON.stringify(chart.toSpec()),
      refusal: refusalOf(() => panel.returns('SPI' as 'SPY')),
    },
  };
}

/** Code and words of what was refused. */
function refusalOf(ask: () => unknown): string {
  try {
    ask();
  } catch (error) {
    return isInputError(error) ? `${error.code}: ${error.message}` : `no error of the library: ${String(error)}`;
  }
  return 'nothing was refused';
}
