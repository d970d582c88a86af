import { assertKnownOptions, assertNumber, InputError } from '../core/index.js';
import { backtest, type BacktestOptions, type Decision } from '../engine/index.js';
import type { AnyPanel, Panel } from '../panel/index.js';
import type { StrategyFor } from '../strategy/index.js';
import { type IsoDate, parseIsoDate, rowOnOrBefore } from '../time/index.js';
import { scrambleFuture } from './scramble-future.js';

/** Options of {@link assertNoLookAhead}. */
export interface LookAheadOptions {
  /** Decisions at least; fewer prove nothing and are an error. 1 when absent. */
  readonly minDecisions?: number;
  /** Changes of target weights at least; 0 when absent. A strategy that never changes its mind cannot show a leak. */
  readonly minChanges?: number;
  /** How many days the future is cut off at, spread over the decisions; 24 when absent. */
  readonly cuts?: number;
  readonly seed?: number;
  /** Options for the backtests. */
  readonly backtest?: BacktestOptions;
}

/** What was checked. */
export interface LookAheadReport {
  readonly decisions: number;
  readonly changes: number;
  /** How many futures were made up. */
  readonly cuts: number;
}

/**
 * Proves on data that a strategy does not see the future: for many days it replaces everything after the day by made numbers,
 * builds the strategy anew on that panel, and demands that every decision up to the day is the same to the last bit.
 *
 * The strategy is given as a function of the panel so that what it precomputes from the panel is tested too. What it closes over
 * from elsewhere cannot be scrambled, so build everything inside.
 *
 * @returns how many decisions, changes of weight and cuts were looked at.
 * @throws InputError `look-ahead.found`, naming the day of the decision and the day after which the future was changed;
 *   `strategy.too-few-decisions`.
 * @example
 * const report = assertNoLookAhead(randomPanel({ assets: ['A', 'B'], rows: 60, seed: 1 }), () =>
 *   defineStrategy({ name: 'Winner', assets: ['A', 'B'], lookback: 3, schedule: monthly(),
 *     decide: (view) => (view.totalReturn('A', 3) > view.totalReturn('B', 3) ? { A: 1 } : { B: 1 }) }));
 * console.log(report.decisions); // 57
 */
export function assertNoLookAhead<Asset extends string, Field extends string, Indicator extends string>(
  panel: Panel<Asset, Field, Indicator>,
  makeStrategy: (
    panel: Panel<Asset, Field, Indicator>,
  ) => StrategyFor<NoInfer<Asset>, NoInfer<Field>, NoInfer<Indicator>>,
  options: LookAheadOptions = {},
): LookAheadReport {
  const where = 'assertNoLookAhead';
  assertKnownOptions(where, options, ['minDecisions', 'minChanges', 'cuts', 'seed', 'backtest']);
  const { minDecisions = 1, minChanges = 0, cuts = 24, seed = 20251121 } = options;
  assertNumber(where, 'minDecisions', minDecisions, { min: 0, integer: true });
  assertNumber(where, 'minChanges', minChanges, { min: 0, integer: true });
  assertNumber(where, 'cuts', cuts, { min: 1, integer: true });
  assertNumber(where, 'seed', seed, { integer: true });
  const decide = (data: Panel<Asset, Field, Indicator>, to?: IsoDate): readonly Decision[] =>
    backtest<Asset, Field, Indicator>(data, makeStrategy(data), {
      ...(options.backtest as BacktestOptions<NoInfer<Asset>> | undefined),
      ...(to === undefined ? {} : { window: { ...options.backtest?.window, to } }),
    }).decisions;
  const decisions = decide(panel);
  const changes = decisions.filter(
    (decision, index) => index > 0 && key(decision) !== key(decisions[index - 1]!),
  ).length;
  if (decisions.length < minDecisions || changes < minChanges) {
    throw new InputError(
      'strategy.too-few-decisions',
      `${where}: found ${decisions.length} decisions with ${changes} changes of weight; ${minDecisions} and ${minChanges} are needed to show a leak. Use more data.`,
      { decisions: decisions.length, changes },
    );
  }
  const tested = spread(decisions.length, cuts);
  tested.forEach((position, index) => {
    const cutOn = decisions[position]!.decidedOn;
    const cut = rowOnOrBefore(panel.calendar, parseIsoDate(cutOn, where));
    const future = scrambleFuture(panel as unknown as AnyPanel, cut, seed + index) as unknown as typeof panel;
    // The run ends on the row after the cut: what would be held in a made future (an asset with a hole, say) is no business of ours.
    const other = decide(future, panel.calendar.date(cut + 1));
    for (let earlier = 0; earlier <= position; earlier++) {
      const [expected, found] = [decisions[earlier]!, other[earlier]];
      if (found?.decidedOn === expected.decidedOn && key(found) === key(expected)) continue;
      throw new InputError(
        'look-ahead.found',
        `${where}: the decision of ${expected.decidedOn} changed from ${key(expected)} to ${found === undefined ? 'none' : `${key(found)} (${found.decidedOn})`} ` +
          `when only data after ${cutOn} were changed. The strategy sees the future: build everything from the view, or from facts with "knownOn".`,
        { decidedOn: expected.decidedOn, changedAfter: cutOn, expected: expected.target, found: found?.target },
      );
    }
  });
  return Object.freeze({ decisions: decisions.length, changes, cuts: tested.length });
}

/** Weights as text that differs as soon as one bit does. */
const key = ({ target }: Decision): string => JSON.stringify(target);

/** Positions spread evenly over a list, first and last among them. */
function spread(length: number, count: number): number[] {
  const steps = Math.min(length, count);
  const positions = Array.from({ length: steps }, (_, step) =>
    Math.round((step * (length - 1)) / Math.max(1, steps - 1)),
  );
  return [...new Set(positions)];
}
