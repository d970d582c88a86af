import { assertOneOf, InputError, describeValue } from '../core/index.js';
import { type DatedSignal, showSignal } from '../panel/index.js';
import type { RateRegime, RateRegimeName } from './rate-regime.js';
import { regimeValues } from './rate-regime.js';

/**
 * One regime of rates as a question: 1 on days on which it holds, 0 on others, NaN while the regime is unknown.
 *
 * For `conditionalStatistics`, or as an indicator of a panel.
 *
 * @param regime from `rateRegime`.
 * @throws InputError `option.type` (no rate regime), `option.range` (no such regime).
 * @see Jensen, G. R., Mercer, J. M. and Johnson, R. R. (1996), "Business Conditions, Monetary Policy, and Expected Security Returns",
 *   Journal of Financial Economics 40(2): returns in periods of rising and of falling rates.
 * @example
 * const cutting = regimeMask(rateRegime(usPolicyRate()), 'cutting');
 * console.log(cutting.valueOn('1982-09-30'), cutting.valueOn('2001-06-30'), cutting.valueOn('2005-06-30')); // NaN 1 0
 */
export function regimeMask(regime: RateRegime, which: RateRegimeName): DatedSignal {
  const where = 'regimeMask';
  const given = regime as Partial<RateRegime> | null | undefined;
  if (typeof given?.regimeOn !== 'function') {
    throw new InputError(
      'option.type',
      `${where}: found ${describeValue(given)} where a regime belongs. Give rateRegime(usPolicyRate()), or make a regime of a figure with regimeWhen.`,
      { where, found: describeValue(given) },
    );
  }
  assertOneOf(where, 'which', which, ['hiking', 'holding', 'cutting']);
  return Object.freeze(
    showSignal({
      name: which,
      usesHindsight: regime.usesHindsight,
      valueOn: (date: Parameters<RateRegime['regimeOn']>[0]) => {
        const found = regime.regimeOn(date);
        return found === 'unknown' ? regimeValues.unknown : Number(found === which);
      },
    }),
  );
}
