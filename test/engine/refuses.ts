import { annually, backtest, fixedMix, type BacktestOptions } from 'backtilt';
import { expect, it } from 'vitest';
import type { ErrorCode } from '../../src/core/index.js';
import { expectInputError } from '../support/expect-input-error.js';
import { years } from './by-hand.js';

/** Two assets that stay what they are. */
export const flat = years({ A: [0, 0, 0], B: [0, 0, 0] });
export const mix = fixedMix({ weights: { A: 0.3, B: 0.7 }, schedule: annually() });

/** What is wrong, the code, and what the message says besides where it is. */
export type Refusal = readonly [wrong: string, given: unknown, code: ErrorCode, ...facts: readonly string[]];

/** Runs each row of a table with its value at one place of the options. */
export function refuses(place: (given: never) => object, rows: readonly Refusal[], panel: unknown = flat): void {
  it.each(rows.map(([wrong, given, code, ...facts]) => ({ wrong, given, code, facts })))(
    'refuses $wrong with $code',
    ({ given, code, facts }) => {
      const error = expectInputError(code, ['backtest', ...facts], () =>
        backtest(panel as typeof flat, mix, place(given as never) as BacktestOptions<'A' | 'B'>),
      );
      expect(error.name).toBe('InputError');
    },
  );
}
