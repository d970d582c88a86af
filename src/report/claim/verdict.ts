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
 * A reading *agrees* when its figure is what the claim says. It is *informative* when that is more than chance or the base gives anyway:
 * with a base, when the interval leaves it out, or, without an interval, when the same could not be said of the base; without a base,
 * when the whole interval agrees; a plain figure always is. Under ten independent cases nothing is informative.
 *
 * | readings | verdict |
 * |---|---|
 * | none has a figure | not testable here |
 * | some agree, some do not | depends on the definition |
 * | none agrees | not supported |
 * | all agree, more than half of them informative | supported |
 * | all agree, otherwise | true but uninformative |
 *
 * The rules cannot see how the readings were chosen: choose them before looking, and give all of them.
 *
 * @param readings the fair ways to read the claim; those whose figure is NaN are left out of the count.
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
  const seen = judged.filter(({ agrees }) => agrees !== null);
  const agreeing = seen.filter(({ agrees }) => agrees === true);
  const informative = agreeing.filter((reading) => reading.informative === true).length;
  return Object.freeze({
    verdict: decide(seen.length, agreeing.length, informative),
    because: inWords(seen.length, agreeing.length, informative),
    readings: Object.freeze(judged),
  });
}

function decide(seen: number, agreeing: number, informative: number): Verdict {
  if (seen === 0) return 'not testable here';
  if (agreeing === 0) return 'not supported';
  if (agreeing < seen) return 'depends on the definition';
  return informative * 2 > seen ? 'supported' : 'true but uninformative';
}

function inWords(seen: number, agreeing: number, informative: number): string {
  if (seen === 0) return 'no reading has a figure';
  const all = seen === 1 ? 'The one reading' : `${agreeing} of ${seen} readings`;
  const agree = agreeing === 1 || seen === 1 ? 'agrees' : 'agree';
  if (agreeing === 0) return seen === 1 ? `${all} does not agree with the claim` : `${all} agree with the claim`;
  const more = `${informative} of them ${informative === 1 ? 'says' : 'say'} more than chance or the base`;
  return `${all} ${agree} with the claim; ${more}`;
}
