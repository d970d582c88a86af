import { InputError, isInputError } from '../core/index.js';
import type { Strategy } from '../strategy/index.js';
import type { DecisionView } from './decision-view.js';

/** Asks the strategy. What goes wrong inside it is told with its name and the day. */
export function askStrategy(strategy: Strategy, view: DecisionView): unknown {
  try {
    return strategy.decide(view);
  } catch (error) {
    if (isInputError(error)) throw error;
    const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    const failure = new InputError(
      'strategy.failed',
      `Strategy "${strategy.name}" on ${view.asOf}: decide threw ${what}. Mend the strategy; the error's cause has the stack.`,
      {
        strategy: strategy.name,
        date: view.asOf,
      },
    );
    failure.cause = error;
    throw failure;
  }
}
