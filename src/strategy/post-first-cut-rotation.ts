import { assertKnownOptions, assertName, assertNumber, assertObject } from '../core/index.js';
import { monthly } from '../time/index.js';
import { assertTwoAssets } from './assert-two-assets.js';
import { type Condition, conditionInWords, meets, readCondition } from './condition.js';
import { defineStrategy } from './define-strategy.js';
import { indicatorOf, readExit, type RotationExit } from './rotation-exit.js';
import type { Strategy } from './strategy.js';
import type { Weights } from './weights.js';

/** Options of {@link postFirstCutRotation}. */
export interface PostFirstCutRotationOptions<
  Base extends string,
  Into extends string,
  Since extends string,
  Other extends string = never,
> {
  /** What is held the rest of the time, such as large caps. */
  readonly base: Base;
  /** What is held after a first cut, such as small caps. */
  readonly into: Into;
  /** The name of the indicator that counts months since the latest first cut: `monthsSince(firstCuts(rates))`. */
  readonly since: Since;
  /** Months to hold `into`, from the month after the cut, and the delay, on; 12 when absent. */
  readonly holdMonths?: number | undefined;
  /** Months to wait before `into` is held; 0 when absent. */
  readonly delayMonths?: number | undefined;
  /** `into` is held only at decisions at which this is true, such as a recession that has been announced. */
  readonly onlyWhile?: Condition<Other> | undefined;
  /** `base` is held at decisions at which this is true, or from an event on. */
  readonly exit?: RotationExit<Other> | undefined;
}

/**
 * All in `base`, and all in `into` for some months after the first rate cut of an easing cycle.
 *
 * It decides at month ends, on daily panels too, and holds `into` while delayMonths ≤ indicator < delayMonths + holdMonths. A cut that is known
 * in month m therefore changes what is earned in months m + d + 1 to m + d + `holdMonths`. While no cut is known yet (NaN) it holds
 * `base`; a new first cut starts the count again.
 *
 * `onlyWhile` and `exit` are asked anew at every decision in that time: where the answer changes back, `into` is held again; an unknown
 * indicator (NaN) meets no condition. An exit `{ since }` is final until the next first cut: it comes with the first event that becomes known in a
 * month after that of the cut. Only where a recession had been announced: `onlyWhile` on `recessions(usRecessions(), { known: 'announced' })`.
 * Recession-linked cuts are hindsight: count from `recessionLinked(cuts, usRecessions(), { known: 'hindsight', keep: 'linked' })`, and the
 * result is marked, because the indicator is.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `option.missing` (a condition without a bound).
 * @example
 * const funds = addIndicator(usFunds(), 'monthsSinceFirstCut', monthsSince(firstCuts(usPolicyRate())));
 * const rotation = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 12 });
 * console.log(backtest(funds, rotation).decisions.filter(({ target }) => target.IWM === 1).length); // 48
 * const known = addIndicator(funds, 'recession', recessions(usRecessions(), { known: 'announced' }));
 * const announced = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 24, onlyWhile: { indicator: 'recession', above: 0.5 } });
 * console.log(backtest(known, announced).decisions.find(({ target }) => target.IWM === 1)?.decidedOn); // 2001-11-30
 */
export function postFirstCutRotation<
  const Base extends string,
  const Into extends string,
  const Since extends string,
  const Other extends string = never,
>(options: PostFirstCutRotationOptions<Base, Into, Since, Other>): Strategy<Base | Into, never, Since | Other> {
  const where = 'postFirstCutRotation';
  assertObject(where, 'the options', options);
  const known = ['base', 'into', 'since', 'holdMonths', 'delayMonths', 'onlyWhile', 'exit'];
  assertKnownOptions(where, options, known);
  const { base, into, since, holdMonths = 12, delayMonths = 0 } = options;
  assertTwoAssets(where, 'rotation', { base, into });
  assertName(where, 'since', since);
  assertNumber(where, 'holdMonths', holdMonths, { min: 1, integer: true });
  assertNumber(where, 'delayMonths', delayMonths, { min: 0, integer: true });
  const onlyWhile = options.onlyWhile === undefined ? undefined : readCondition(where, 'onlyWhile', options.onlyWhile);
  const exit = options.exit === undefined ? undefined : readExit(where, options.exit);
  const rest = Object.freeze({ [base]: 1 }) as Weights<Base | Into>;
  const rotated = Object.freeze({ [into]: 1 }) as Weights<Base | Into>;
  const others = [
    ...(onlyWhile === undefined ? [] : [onlyWhile.indicator]),
    ...(exit === undefined ? [] : [indicatorOf(exit)]),
  ];
  return defineStrategy<Base | Into, never, Since | Other>({
    name:
      `Post-first-cut rotation, ${base} into ${into} for ${holdMonths} months` +
      (delayMonths === 0 ? '' : ` after ${delayMonths}`) +
      (onlyWhile === undefined ? '' : `, only while ${conditionInWords(onlyWhile)}`) +
      (exit === undefined ? '' : `, until ${'since' in exit ? exit.since : conditionInWords(exit)}`),
    assets: [base, into],
    indicators: [...new Set<Since | Other>([since, ...others])],
    schedule: monthly(),
    params: {
      base,
      into,
      since,
      holdMonths,
      ...(delayMonths === 0 ? {} : { delayMonths }),
      ...(onlyWhile === undefined ? {} : { onlyWhile }),
      ...(exit === undefined ? {} : { exit }),
    },
    decide: ({ indicator }) => {
      const months = indicator(since);
      if (!(months >= delayMonths && months < delayMonths + holdMonths)) return rest;
      if (onlyWhile !== undefined && !meets(indicator(onlyWhile.indicator), onlyWhile)) return rest;
      if (exit === undefined) return rotated;
      // Fewer months since the other event than since the cut: it came later.
      const left = 'since' in exit ? indicator(exit.since) < months : meets(indicator(exit.indicator), exit);
      return left ? rest : rotated;
    },
  });
}
