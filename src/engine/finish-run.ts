import { InputError } from '../core/index.js';
import { assembleResult } from './assemble-result.js';
import type { BacktestOptions } from './options.js';
import type { BacktestResult } from './result.js';
import type { Run, RunInput } from './run.js';

/** The result of a run; one that ended on its first day has none. */
export function finishRun(input: RunInput, raw: Run, options: BacktestOptions): BacktestResult {
  if (raw.last === raw.start) {
    throw new InputError(
      'option.range',
      `backtest: nothing is left after the first day, ${input.store.calendar.date(raw.start)}: ${raw.end === 'depleted' ? 'a withdrawal takes' : 'the first purchase costs'} all that there is. Raise "flows.initial".`,
    );
  }
  return assembleResult(input, raw, options);
}
