import { assertFilledArray } from '../../core/index.js';
import { checkReading, type ClaimReading, judge, type JudgedReading } from './reading.js';

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
 * A reading *agrees* when its figure is what the claim says, one of several figures (`parts`) when all of them are. It is *informative* when
 * that is more than chance or the base gives anyway: the whole interval is what is claimed, and the base, where there is one, lies outside of
 * it on the other side (for a number that is claimed: outside); without an interval, the same could not be said of the base. A plain
 * figure always is. Under ten independent cases nothing is informative. A reading that was *searched* for counts only where it does not agree.
 *
 * | readings | verdict |
 * |---|---|
 * | the first, the plainest, has no figure, or none counts | not testable here |
 * | some agree, some do not | depends on the definition |
 * | none agrees | not supported |
 * | all agree, more than half of them informative | supported |
 * | all agree, otherwise | true but uninformative |
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
  const agreeing = seen.filter(({ agrees }) => agrees === true);
  const informative = agreeing.filter((reading) => reading.informative === true).length;
  return Object.freeze({
    ...decide(judged[0], seen.length, agreeing.length, informative),
    readings: Object.freeze(judged),
  });
}

type Decision = Pick<Judgement, 'verdict' | 'because'>;

function decide(first: JudgedReading | undefined, seen: number, agreeing: number, informative: number): Decision {
  if (seen === 0) return { verdict: 'not testable here', because: 'no reading has a figure' };
  if (first?.agrees === null)
    return { verdict: 'not testable here', because: 'the first reading, the plainest, has no figure' };
  const because = inWords(seen, agreeing, informative);
  if (agreeing === 0) return { verdict: 'not supported', because };
  if (agreeing < seen) return { verdict: 'depends on the definition', because };
  return { verdict: informative * 2 > seen ? 'supported' : 'true but uninformative', because };
}

function inWords(seen: number, agreeing: number, informative: number): string {
  const all = seen === 1 ? 'The one reading' : `${agreeing} of ${seen} readings`;
  const agree = agreeing === 1 || seen === 1 ? 'agrees' : 'agree';
  if (agreeing === 0) return seen === 1 ? `${all} does not agree with the claim` : `${all} agree with the claim`;
  const more = `${informative} of them ${informative === 1 ? 'says' : 'say'} more than chance or the base`;
  return `${all} ${agree} with the claim; ${more}`;
}
