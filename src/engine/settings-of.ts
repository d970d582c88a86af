import { deepFreeze, setEntry } from '../core/index.js';
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
  return deepFreeze({
    strategy: strategy.name,
    schedule: describeSchedule(strategy.schedule),
    rhythm: plainCopy(strategy.schedule),
    params: plainCopy({ ...strategy.params }),
    tradingBps: plainCopy(tradingBps),
    costs: plainCopy(costs),
    flows: options.flows === undefined ? null : plainCopy(options.flows),
    rules: plainCopy(options.rules ?? {}),
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

/**
 * A copy of plain objects and arrays all the way down: what the user gave must not be frozen with the result, nor change it later. What is
 * undefined was not given.
 */
function plainCopy<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(plainCopy) as T;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  const given = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(given)) if (given[key] !== undefined) setEntry(copy, key, plainCopy(given[key]));
  return copy as T;
}
