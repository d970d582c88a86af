import { InputError, isInputError } from '../../core/index.js';
import type { PanelStore } from '../../panel/index.js';
import { assertStrategy } from '../../strategy/index.js';
import type { BacktestOptions } from '../options.js';
import type { ParameterSpace } from '../sweep/parameter-space.js';
import { Setups } from '../sweep/setup.js';
import { wordsFor } from '../sweep/words-for.js';

/** The rows over which every variant can run with its history behind it. */
export function walkSpan(
  store: PanelStore,
  space: ParameterSpace,
  strategyOf: (params: object) => unknown,
  options: BacktestOptions,
  where: string,
): { readonly first: number; readonly last: number } {
  const setups = new Setups(store, options);
  let [first, last] = [0, store.calendar.length - 1];
  for (let index = 0; index < space.count; index++) {
    const params = space.variant(index);
    placed(`${where}, variant ${index} (${wordsFor(params)})`, { variant: index, params }, () => {
      const made = strategyOf(params);
      assertStrategy(made, 'strategy');
      const { plan } = setups.of(made).input;
      first = Math.max(first, plan.start + 1);
      last = Math.min(last, plan.last);
    });
  }
  return { first, last };
}

/** Runs something; what it refuses says where in the walk that was. */
export function placed<T>(place: string, details: object, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw misplaced(place, details, error);
  }
}

/** An error with the place where it happened; what is no error of input stays as it is. */
export function misplaced(place: string, details: object, error: unknown): unknown {
  if (!isInputError(error)) return error;
  const failure = new InputError(error.code, `${place}: ${error.message}`, { ...error.details, ...details });
  failure.cause = error;
  return failure;
}
