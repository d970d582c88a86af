import { annually, backtest, fixedMix } from '../../src/index.js';
import { usFunds, usTreasuryBill } from '../../src/data/index.js';
import { type Chart, type Comparison, compareSeries, wealthChart } from '../../src/report/index.js';

/** What is chosen in the page "Try it". */
export interface Choice {
  readonly first: string;
  readonly second: string;
  /** Of the first, from 0 to 1. */
  readonly weight: number;
  readonly tradingBps: number;
}

export interface Answer {
  readonly comparison: Comparison;
  readonly chart: Chart;
}

/** The funds to choose from. */
export const fundNames = (): readonly string[] => usFunds().assets;

/** A mix of two funds beside both and SPY: what the page shows, and what its test computes again without it. */
export function tryIt({ first, second, weight, tradingBps }: Choice): Answer {
  const funds = usFunds();
  const series = (name: string): ReturnType<typeof funds.returns> => funds.returns(name as 'SPY');
  const weights = first === second ? { [first]: 1 } : { [first]: weight, [second]: 1 - weight };
  const mix = fixedMix({ weights, schedule: annually({ month: 12 }) });
  const mixed = backtest(funds, mix as never, { costs: { tradingBps } });
  const [label, benchmark] = [`${first} and ${second}`, series('SPY')];
  const others = [...new Set([first, second])].filter((name) => name !== 'SPY');
  const compared = [mixed, ...others.map(series)];
  const comparison = compareSeries(compared, {
    benchmark,
    riskFree: usTreasuryBill(),
    labels: [label, ...others, 'SPY'],
  });
  return { comparison, chart: wealthChart([...compared, benchmark]) };
}
