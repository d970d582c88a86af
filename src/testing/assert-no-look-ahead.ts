import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';
import { backtest, type BacktestOptions, type Decision } from '../engine/index.js';
import type { AnyPanel, Panel } from '../panel/index.js';
import type { StrategyFor } from '../strategy/index.js';
import { type IsoDate, parseIsoDate, rowOnOrBefore } from '../time/index.js';
import { endFuture } from './end-future.js';
import { scrambleFuture } from './scramble-future.js';

/** Options of {@link assertNoLookAhead}. */
export interface LookAheadOptions {
  /** Decisions at least; fewer prove nothing and are an error. 1 when absent. */
  readonly minDecisions?: number;
  /** Changes of target weights at least; 0 when absent. A strategy that never changes its mind cannot show a leak. */
  readonly minChanges?: number;
  /** How many decisions the future is cut off at, spread over all of them; 24 when absent. Up to 200 changes of weight come on top. */
  readonly cuts?: number;
  readonly seed?: number;
  /** Options for the backtests. */
  readonly backtest?: BacktestOptions;
}

/** What was checked. */
export interface LookAheadReport {
  readonly decisions: number;
  readonly changes: number;
  /** How many of the decisions were cut at; the others were compared, but nothing was changed directly after them. */
  readonly cuts: number;
}

/**
 * Tests on data whether a strategy sees the future: for many days it gives the panel another future after the day, builds the
 * strategy anew on that panel, and demands that every decision up to the day is the same to the last bit.
 *
 * At each day two futures are tried: one of made returns and facts, in which assets begin, end and pause on other rows
 * (`scrambleFuture`), and none at all: a panel that ends on the row after the day. The days are a sample, spread over the decisions,
 * and the changes of target weights, all of them up to 200, so passing is strong evidence and not a proof.
 *
 * The strategy is given as a function of the panel so that what it precomputes from the panel is tested too. What it closes over
 * from elsewhere cannot be changed, so build everything inside.
 *
 * @returns how many decisions, changes of weight and cuts were looked at.
 * @throws InputError `look-ahead.found`, naming the day of the decision and the day after which the future was changed;
 *   `strategy.too-few-decisions`; `option.type`, for a strategy where a function belongs.
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
  const given: unknown = makeStrategy;
  if (typeof given !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: found ${describeValue(given)} where a function belongs. Give a function, (panel) => strategy, that builds the strategy anew on each panel.`,
      { where, found: describeValue(given) },
    );
  }
  const { minDecisions = 1, minChanges = 0, cuts = 24, seed = 20251121 } = options;
  assertNumber(where, 'minDecisions', minDecisions, { min: 0, integer: true });
  assertNumber(where, 'minChanges', minChanges, { min: 0, integer: true });
  assertNumber(where, 'cuts', cuts, { min: 1, integer: true });
  assertNumber(where, 'seed', seed, { integer: true });
  const decide = (data: typeof panel, until?: IsoDate, to?: IsoDate): readonly Decision[] => {
    const strategy = makeStrategy(data);
    return backtest<Asset, Field, Indicator>(data, until === undefined ? strategy : endingOn(strategy, until), {
      ...(options.backtest as BacktestOptions<NoInfer<Asset>> | undefined),
      ...(to === undefined ? {} : { window: { ...options.backtest?.window, to } }),
    }).decisions;
  };
  const decisions = decide(panel);
  const changed = decisions.flatMap((decision, index) =>
    index > 0 && key(decision) !== key(decisions[index - 1]!) ? [index] : [],
  );
  const changes = changed.length;
  if (decisions.length < minDecisions || changes < minChanges) {
    throw new InputError(
      'strategy.too-few-decisions',
      `${where}: found ${decisions.length} decisions with ${changes} changes of weight; ${minDecisions} and ${minChanges} are needed to show a leak. Use more data.`,
      { decisions: decisions.length, changes },
    );
  }
  const atChanges = spread(changes, MOST_CHANGES).map((position) => changed[position]!);
  const rowOf = (position: number): number =>
    rowOnOrBefore(panel.calendar, parseIsoDate(decisions[position]!.decidedOn, where));
  const tested = [...new Set([...spread(decisions.length, cuts), ...atChanges])].sort((a, b) => a - b);
  tested.forEach((position, index) => {
    const cutOn = decisions[position]!.decidedOn;
    const cut = rowOf(position);
    // The run ends on the row after the cut: what would be held in a made future (an asset with a hole, say) is no business of ours.
    const to = panel.calendar.date(cut + 1);
    const whole = panel as unknown as AnyPanel;
    const scrambled = scrambleFuture(whole, cut, seed + index) as unknown as typeof panel;
    const ended = endFuture(whole, cut) as unknown as typeof panel;
    const futures = [
      [scrambled, `when only data after ${cutOn} were changed`],
      [ended, `when the data ended on ${ended.calendar.date(ended.calendar.length - 1)}`],
    ] as const;
    for (const [future, when] of futures) {
      let other: readonly Decision[];
      try {
        other = decide(future, cutOn, to);
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        const failure = new InputError(
          'look-ahead.found',
          `${where}: the strategy could not be built and run ${when} (${message}), so it sees the future or a future without which it cannot be built: ` +
            'build everything from the view, or from facts with "knownOn".',
          { changedAfter: cutOn },
        );
        failure.cause = error;
        throw failure;
      }
      for (let earlier = 0; earlier <= position; earlier++) {
        const [expected, found] = [decisions[earlier]!, other[earlier]];
        if (found?.decidedOn === expected.decidedOn && key(found) === key(expected)) continue;
        throw new InputError(
          'look-ahead.found',
          `${where}: the decision of ${expected.decidedOn} changed from ${key(expected)} to ${found === undefined ? 'none' : `${key(found)} (${found.decidedOn})`} ` +
            `${when}. The strategy sees the future: build everything from the view, or from facts with "knownOn".`,
          { decidedOn: expected.decidedOn, changedAfter: cutOn, expected: expected.target, found: found?.target },
        );
      }
    }
  });
  return Object.freeze({ decisions: decisions.length, changes, cuts: tested.length });
}

/** Cuts at changes of weight at most. */
const MOST_CHANGES = 200;

/** The same strategy, all in cash after a day: what it would decide in a made future is not asked. */
function endingOn<S extends StrategyFor<string, string, string>>(strategy: S, until: IsoDate): S {
  return Object.create(strategy, {
    decide: {
      value: (view: Parameters<S['decide']>[0]) =>
        (view as { asOf: IsoDate }).asOf > until ? {} : strategy.decide(view),
    },
  }) as S;
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
