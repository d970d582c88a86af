import { assertKnownOptions, assertNumber, assertObject, assertOneOf, InputError } from '../core/index.js';
import { assertCalendarSchedule } from './assert-schedule.js';
import { type CalendarSchedule, daily } from './schedule.js';

/** Options of {@link whenDrifted}. */
export interface DriftOptions {
  /** Half width of the band in weight points: 0.05 lets a target of 0.60 drift between 0.55 and 0.65. */
  readonly band?: number;
  /** Half width as a fraction of the target: 0.25 lets a target of 0.10 drift between 0.075 and 0.125. With `band`, the narrower counts. */
  readonly relative?: number;
  /** The rows on which the weights are looked at; every row when absent. */
  readonly check?: CalendarSchedule;
  /** What is traded when a weight is outside: everything (`'all'`, default), or only what drifted, the rest shared pro rata. */
  readonly trade?: 'all' | 'drifted';
  /** How far: back to the target (default), or only to the edge of the band. */
  readonly to?: 'target' | 'edge';
}

/** Trades when a weight has left its tolerance band: see {@link whenDrifted}. */
export interface DriftSchedule extends Required<Pick<DriftOptions, 'check' | 'trade' | 'to'>> {
  readonly kind: 'whenDrifted';
  /** Null where only `relative` was given. */
  readonly band: number | null;
  /** Null where only `band` was given. */
  readonly relative: number | null;
}

/** Trades when the strategy's answer differs from its last one: see {@link whenTargetChanges}. */
export interface TargetChangeSchedule {
  readonly kind: 'whenTargetChanges';
  readonly check: CalendarSchedule;
}

/**
 * Asks the strategy on every `check` row and trades only when some weight lies outside its tolerance band around the target.
 *
 * The band of an asset with target t reaches `band` points, or `relative` × t, on each side; with both, the narrower (the
 * "5/25 rule" is `{ band: 0.05, relative: 0.25 }`). The first decision always trades. What a breach leads to: `'all'` to
 * `'target'` trades everything back; `'all'` to `'edge'` moves everything by the same share of its way until all are inside;
 * `'drifted'` moves only what is outside, to its target or its edge, and scales the rest pro rata to what it had, inside its bands.
 *
 * Source: Daryanani, "Opportunistic rebalancing", Journal of Financial Planning 21 (2008), for bands and how often to look;
 * Leland, "Optimal portfolio management with transactions costs" (1999), for trading to the edge only.
 *
 * @throws InputError `option.missing` (neither band nor relative), `option.type`, `option.unknown`, `option.range`, `schedule.invalid`.
 * @example
 * console.log(describeSchedule(whenDrifted({ band: 0.05, check: quarterly() }))); // when a weight has drifted by 5 points, checked quarterly; everything goes back to target
 */
export function whenDrifted(options: DriftOptions): DriftSchedule {
  const where = 'whenDrifted';
  assertObject(where, 'the options', options);
  assertKnownOptions(where, options, ['band', 'relative', 'check', 'trade', 'to']);
  const { band, relative, check = daily(), trade = 'all', to = 'target' } = options;
  if (band === undefined && relative === undefined) {
    throw new InputError(
      'option.missing',
      `${where}: give a band, such as { band: 0.05 } for 5 weight points or { relative: 0.25 } for a quarter of the target.`,
    );
  }
  if (band !== undefined)
    assertNumber(where, 'band', band, { min: 0, max: 1, allowed: 'weight points from 0 to 1, such as 0.05' });
  if (relative !== undefined)
    assertNumber(where, 'relative', relative, { min: 0, allowed: 'a fraction of the target, 0 or more, such as 0.25' });
  assertCalendarSchedule(where, 'check', check);
  assertOneOf(where, 'trade', trade, ['all', 'drifted']);
  assertOneOf(where, 'to', to, ['target', 'edge']);
  return Object.freeze({
    kind: 'whenDrifted',
    band: band ?? null,
    relative: relative ?? null,
    check,
    trade,
    to,
  });
}

/**
 * Asks the strategy on every `check` row and trades only when its answer differs from the last one that was traded (on-signal
 * rebalancing): between two signals the weights drift.
 *
 * @param options.check the rows on which it is asked; every row when absent.
 * @throws InputError `option.type`, `option.unknown`, `schedule.invalid`.
 * @example
 * console.log(describeSchedule(whenTargetChanges({ check: monthly() }))); // when its target changes, checked monthly
 */
export function whenTargetChanges(options: { readonly check?: CalendarSchedule } = {}): TargetChangeSchedule {
  assertKnownOptions('whenTargetChanges', options, ['check']);
  const { check = daily() } = options;
  assertCalendarSchedule('whenTargetChanges', 'check', check);
  return Object.freeze({ kind: 'whenTargetChanges', check });
}
