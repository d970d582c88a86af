import { addIndicator, type AnyPanel, type ReturnSeries } from '../panel/index.js';
import { backtest, type BacktestResult } from '../engine/index.js';
import { firstCuts, monthsSince } from '../signals/index.js';
import { postFirstCutRotation, profitabilityScreenedValue, smallCapTilt } from '../strategy/index.js';
import { annually } from '../time/index.js';
import { bundledDemoData, DEMO_COSTS } from './demo/demo-data.js';

/** A strategy run on bundled data, with what it is measured against. */
export interface ReportRun {
  readonly result: BacktestResult;
  /** What the strategy departs from; absent where it has no such thing. */
  readonly core?: ReturnSeries;
}

const MONTHS = 12;

/** The strategies of `backtilt report`, with the rules and costs of the demonstration. */
export const reportRuns: Readonly<Record<string, () => ReportRun>> = {
  'small-cap-tilt': () => {
    const { funds, bill } = bundledDemoData();
    const tilt = smallCapTilt({ core: 'SPY', smallCap: 'IWM', weight: 0.3, schedule: annually({ month: 12 }) });
    return {
      result: backtest(funds, tilt, { costs: { tradingBps: DEMO_COSTS.fund }, cash: bill }),
      core: funds.returns('SPY'),
    };
  },
  'first-cut': () => {
    const { funds, rates, bill } = bundledDemoData();
    const since = 'monthsSinceFirstCut';
    const known = addIndicator(funds as unknown as AnyPanel, since, monthsSince(firstCuts(rates)));
    const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since, holdMonths: MONTHS });
    return {
      result: backtest(known, rotation, { costs: { tradingBps: DEMO_COSTS.fund }, cash: bill }),
      core: funds.returns('SPY'),
    };
  },
  'screened-value': () => {
    const { cells, bill } = bundledDemoData();
    const rule = { smallest: 0.5, cheapest: 0.5, weighBy: 'marketCap', schedule: annually({ month: 6 }) } as const;
    const options = { costs: { tradingBps: DEMO_COSTS.small }, cash: bill };
    return {
      result: backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0.25 }), options),
      core: backtest(cells, profitabilityScreenedValue({ ...rule, dropLeastProfitable: 0 }), options),
    };
  },
};
