import { deepFreeze, plainCopy } from '../core/index.js';
import { describeSchedule } from '../time/index.js';
import type { BacktestOptions } from './options.js';
import type { Settings } from './result.js';
import type { Run, RunInput } from './run.js';

/** What was assumed in a run, as plain data. */
export function settingsOf(
  { store, strategy, plan, account, lag }: RunInput,
  { start, last }: Run,
  options: BacktestOptions,
): Settings {
  const { tradingBps = 0, ...costs } = options.costs ?? {};
  const where = 'backtest';
  return deepFreeze({
    strategy: strategy.name,
    schedule: describeSchedule(strategy.schedule),
    rhythm: plainCopy(where, 'the schedule of the strategy', strategy.schedule),
    params: plainCopy(where, 'the params of the strategy', { ...strategy.params }),
    tradingBps: plainCopy(where, 'costs.tradingBps', tradingBps),
    costs: plainCopy(where, 'costs', costs),
    flows: options.flows === undefined ? null : plainCopy(where, 'flows', options.flows),
    rules: plainCopy(where, 'rules', options.rules ?? {}),
    cash: account.name,
    executionLag: lag,
    warmUp: plan.warmUp,
    firstDecision: store.calendar.date(start),
    from: store.calendar.date(start + 1),
    to: store.calendar.date(last),
    startLimitedBy: [...plan.limits.startLimitedBy],
    endLimitedBy: [...plan.limits.endLimitedBy],
  });
}
