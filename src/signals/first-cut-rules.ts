/** A rule of first cuts, complete. */
export interface FirstCutRule {
  /** The smallest single decrease that qualifies, in basis points. */
  readonly minCutBps: number;
  /** Calendar months since the qualifying cut before. */
  readonly minGapMonths: number;
  /** Whether an increase must lie between. */
  readonly requireHike: boolean;
  /** The smallest single increase that counts as one, in basis points. */
  readonly minHikeBps: number;
}

/** The names of {@link firstCutRules}. */
export type FirstCutRuleName = keyof typeof firstCutRules;

/**
 * Rules of first cuts that are in use, so that a study can be repeated under each: the choice is often worth more than the figure.
 *
 * `standard`: the default of `firstCuts`. `anyDecrease`: every decrease after an increase, however small. `resumptions`: a cut of 25 bp
 * after six months without one, whether or not rates rose between. A rule with a larger `minCutBps` is none of these: it does not see smaller cuts, so that
 * a half point in the middle of an easing becomes its first. For first cuts of half a point filter the events by `changeBps`.
 *
 * @example
 * const rates = usPolicyRate();
 * const events = (rule: keyof typeof firstCutRules) => firstCuts(rates, firstCutRules[rule]).length;
 * console.log(events('standard'), events('anyDecrease'), events('resumptions')); // 9 15 14
 */
export const firstCutRules = Object.freeze({
  standard: rule(25, 12, true),
  anyDecrease: rule(0, 0, true),
  resumptions: rule(25, 6, false),
});

function rule(minCutBps: number, minGapMonths: number, requireHike: boolean): FirstCutRule {
  return Object.freeze({ minCutBps, minGapMonths, requireHike, minHikeBps: 0 });
}
