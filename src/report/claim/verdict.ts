import { assertFilledArray } from '../../core/index.js';
import { checkReading } from './check-reading.js';
import { type ClaimReading, judge, type JudgedReading } from './reading.js';

/** What the data say to a claim. */
export type Verdict =
  'supported' | 'not supported' | 'true but uninformative' | 'depends on the definition' | 'not testable here';

/** A verdict with the readings that it rests on. */
export interface Judgement {
  readonly verdict: Verdict;
  /** How the readings lead to it, in a sentence. */
  readonly because: string;
  readonly readings: readonly JudgedReading[];
}

/**
 * What a claim is worth, from its figures alone, by rules that are fixed beforehand.
 *
 * A reading *agrees* when its figure is what the claim says, one of several figures (`parts`) when all of them are. An agreeing one is *informative* when
 * that is more than chance or the base gives anyway: the whole interval is what is claimed, and the base, where there is one, lies outside of
 * it on the other side (for a number that is claimed: outside); without an interval, the same could not be said of the base. A plain
 * figure always is. A disagreeing one *contradicts*, unless its interval still holds what is claimed. Under ten cases (`n` or `independent`) nothing
 * is informative and nothing contradicts. A reading that was *searched* for counts only where it does not agree, and one that stands *aside* never.
 *
 * | readings | verdict |
 * |---|---|
 * | the first, the plainest, has no figure, or none counts | not testable here |
 * | none agrees | not supported |
 * | more than half of them agree and are informative, none contradicts | supported |
 * | all agree, otherwise | true but uninformative |
 * | some agree, some do not, otherwise | depends on the definition |
 *
 * The rules cannot see how the readings were chosen: choose them before looking, and give all of them.
 *
 * @param readings the fair ways to read the claim; those whose figure is NaN are left out of the count.
 * @returns the verdict, the reason, and the readings with `agrees`, `informative` and `counts`.
 * @throws InputError `option.type`, `option.range`, `option.unknown`.
 * @example
 * const says = { above: 0.5 };
 * console.log(verdict([{ reading: 'nine events', says, figure: 5 / 9, base: 0.5, independent: 9 }]).verdict); // true but uninformative
 */
export function verdict(readings: readonly ClaimReading[]): Judgement {
  assertFilledArray('verdict', 'readings', readings);
  return judgeReadings(readings.map((reading, index) => checkReading(`verdict, reading ${index}`, reading)));
}

/** The rules, on checked readings; none at all is none with a figure. */
export function judgeReadings(readings: readonly ClaimReading[]): Judgement {
  const judged = readings.map(judge);
  const seen = judged.filter(({ counts }) => counts);
  return Object.freeze({ ...decide(judged, seen), readings: Object.freeze(judged) });
}

function decide(all: readonly JudgedReading[], seen: readonly JudgedReading[]): Pick<Judgement, 'verdict' | 'because'> {
  if (all.every(({ agrees }) => agrees === null))
    return { verdict: 'not testable here', because: 'no reading has a figure' };
  if (all[0]?.agrees === null)
    return { verdict: 'not testable here', because: 'the first reading, the plainest, has no figure' };
  if (seen.length === 0)
    return { verdict: 'not testable here', because: 'every figure that agrees was searched for or stands aside' };
  const agreeing = seen.filter(({ agrees }) => agrees);
  const informative = agreeing.filter((reading) => reading.informative).length;
  const against = seen.filter(({ contradicts }) => contradicts === true).length;
  const because = inWords(seen, agreeing, informative, against);
  if (agreeing.length === 0) return { verdict: 'not supported', because };
  if (informative * 2 > seen.length && against === 0) return { verdict: 'supported', because };
  return { verdict: agreeing.length === seen.length ? 'true but uninformative' : 'depends on the definition', because };
}

function inWords(
  seen: readonly JudgedReading[],
  agreeing: readonly JudgedReading[],
  informative: number,
  against: number,
): string {
  const one = seen.length === 1;
  const head = one
    ? `the one reading ${agreeing.length === 1 ? 'agrees' : 'does not agree'} with the claim`
    : `${agreeing.length} of ${seen.length} readings ${agreeing.length === 1 ? 'agrees' : 'agree'} with the claim`;
  // A plain figure is not held against anything.
  const held = agreeing.some(
    ({ interval, base, n, independent, parts }) =>
      [interval, base, n, independent].some((given) => given !== undefined) ||
      parts.some(({ interval, base }) => (interval ?? base) !== undefined),
  );
  const more = held
    ? `; ${informative} of them ${informative === 1 ? 'says' : 'say'} more than chance or the base`
    : '';
  const others = seen.length - agreeing.length;
  const open = others - against;
  if (open === 0) return `${head}${more}`;
  const leave = one
    ? 'it leaves'
    : `${open} of ${others} that ${others === 1 ? 'disagrees' : 'disagree'} ${open === 1 ? 'leaves' : 'leave'}`;
  return `${head}${more}; ${leave} open what is claimed`;
}
