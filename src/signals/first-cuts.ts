import { assertKnownOptions, assertNumber, describeValue, InputError } from '../core/index.js';
import { makeTable, numberCell, percentCell, toHtml, toText, type Table, withDisplay } from '../table/index.js';
import { addMonths } from '../time/index.js';
import type { DatedEvent, EventList } from './dated-event.js';
import { type FirstCutRule, type FirstCutRuleName, firstCutRules } from './first-cut-rules.js';
import { hindsightMark } from './hindsight-mark.js';
import { rateChanges, type RateChange, type RateHistory } from './rate-change.js';

/** Which decreases of a policy rate count as the first of an easing cycle. */
export interface FirstCutOptions {
  /** The smallest single decrease that qualifies, in basis points; 25 when absent. Smaller ones are not seen, so a larger bound finds cuts in the middle of an easing. */
  readonly minCutBps?: number;
  /** Calendar months that must have passed since the qualifying cut before; 12 when absent. */
  readonly minGapMonths?: number;
  /** Whether an increase must lie between; true when absent. With false, a resumption after a pause counts too. */
  readonly requireHike?: boolean;
  /** The smallest single increase that counts as one, in basis points; any when absent. */
  readonly minHikeBps?: number;
}

/** The first cut of an easing cycle. */
export interface FirstCut extends DatedEvent {
  /** The rate before and after, as annual fractions. */
  readonly from: number;
  readonly to: number;
  /** Negative, in basis points. */
  readonly changeBps: number;
  /** What made it count. */
  readonly why: string;
  /** Under which of the `firstCutRules` the same cut is a first one too. */
  readonly under: Readonly<Record<FirstCutRuleName, boolean>>;
}

/** First cuts, printable: dates, rates before and after, why. */
export interface FirstCuts extends EventList<FirstCut> {
  readonly rule: FirstCutRule;
  /** How many first cuts there are under each of the `firstCutRules`. */
  readonly otherRules: Readonly<Record<FirstCutRuleName, number>>;
}

/**
 * The first rate cut of each easing cycle, point in time: whether an event counts never depends on what came after it.
 *
 * A qualifying cut is one decrease of at least `minCutBps`. It is a first cut if at least one increase has been seen since the
 * qualifying cut before it, and that one lies at least `minGapMonths` calendar months back (same day of the month, clamped to
 * the month's end). Until an increase has been seen the state is unknown, not "first". On the bundled target rate the defaults
 * give nine events, 1984 to 2024; the naive rule, any decrease after any increase, gives fifteen.
 *
 * @param rates `usPolicyRate()`, or observations of any policy rate as annual fractions, in order of date. Their mark of hindsight is
 *   passed on; a plain list has none.
 * @throws InputError `observation.invalid`, `observation.order`, `option.unknown`, `option.range`, `option.type`.
 * @example
 * const cuts = firstCuts(usPolicyRate());
 * console.log(cuts.length, cuts.events[0].date, cuts.events[8].date); // 9 1984-09-20 2024-09-18
 */
export function firstCuts(rates: RateHistory, options: FirstCutOptions = {}): FirstCuts {
  const rule = checkRule(options);
  const changes = rateChanges(rates, 'firstCuts');
  const days = (one: FirstCutRule): ReadonlySet<number> =>
    new Set(qualifying(changes, one).map(({ change }) => change.day));
  const others = forEachRule((name) => days(firstCutRules[name]));
  const events = qualifying(changes, rule).map((cut) => firstCut(cut, others));
  return makeFirstCuts(
    events,
    rule,
    hindsightMark(rates, 'firstCuts'),
    forEachRule((name) => others[name].size),
  );
}

/** A first cut with what lay before it. */
interface QualifyingCut {
  readonly change: RateChange;
  /** The qualifying cut before it. */
  readonly previous: RateChange | undefined;
  /** Increases between the two. */
  readonly hikes: number;
}

function qualifying(changes: readonly RateChange[], rule: FirstCutRule): QualifyingCut[] {
  const cuts: QualifyingCut[] = [];
  let hikes = 0;
  let everHiked = false;
  let previous: RateChange | undefined;
  for (const change of changes) {
    if (change.bps >= rule.minHikeBps) {
      hikes++;
      everHiked = true;
    }
    if (-change.bps < rule.minCutBps) continue;
    const rested = previous === undefined || addMonths(previous.day, rule.minGapMonths) <= change.day;
    if (everHiked && rested && (hikes > 0 || !rule.requireHike)) cuts.push({ change, previous, hikes });
    previous = change;
    hikes = 0;
  }
  return cuts;
}

const RULE_NAMES = Object.keys(firstCutRules) as FirstCutRuleName[];

function forEachRule<T>(of: (name: FirstCutRuleName) => T): Readonly<Record<FirstCutRuleName, T>> {
  return Object.freeze(Object.fromEntries(RULE_NAMES.map((name) => [name, of(name)])) as Record<FirstCutRuleName, T>);
}

function checkRule(options: FirstCutOptions): FirstCutRule {
  assertKnownOptions('firstCuts', options, ['minCutBps', 'minGapMonths', 'requireHike', 'minHikeBps']);
  const { minCutBps = 25, minGapMonths = 12, requireHike = true, minHikeBps = 0 } = options;
  assertNumber('firstCuts', 'minCutBps', minCutBps, { min: 0 });
  assertNumber('firstCuts', 'minGapMonths', minGapMonths, { min: 0, integer: true });
  assertNumber('firstCuts', 'minHikeBps', minHikeBps, { min: 0 });
  if (typeof requireHike !== 'boolean') {
    throw new InputError(
      'option.type',
      `firstCuts: "requireHike" is ${describeValue(requireHike)}; it must be true or false.`,
    );
  }
  return Object.freeze({ minCutBps, minGapMonths, requireHike, minHikeBps });
}

function firstCut(
  { change, previous, hikes }: QualifyingCut,
  others: Readonly<Record<FirstCutRuleName, ReadonlySet<number>>>,
): FirstCut {
  const { date, knownOn, from, to, bps, day } = change;
  const after = hikes === 0 ? 'a pause' : `${hikes} increase${hikes === 1 ? '' : 's'}`;
  const since = previous === undefined ? 'no such cut before it in the data' : `last such cut ${previous.date}`;
  const why = `${-bps} bp after ${after}; ${since}`;
  return Object.freeze({
    date,
    knownOn,
    from,
    to,
    changeBps: bps,
    why,
    under: forEachRule((name) => others[name].has(day)),
  });
}

function makeFirstCuts(
  events: readonly FirstCut[],
  rule: FirstCutRule,
  usesHindsight: boolean,
  otherRules: FirstCuts['otherRules'],
): FirstCuts {
  const list = {
    name: 'first cuts',
    events: Object.freeze([...events]),
    length: events.length,
    usesHindsight,
    rule,
    otherRules,
    [Symbol.iterator]: () => events[Symbol.iterator](),
  };
  return withDisplay(list, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

type Listed = Pick<FirstCuts, 'events' | 'rule' | 'usesHindsight' | 'otherRules'>;

function table({ events, rule, usesHindsight, otherRules }: Listed): Table {
  return makeTable({
    title: `First rate cuts: ${events.length} events`,
    columns: [
      { key: 'date', label: 'Date', align: 'left' },
      { key: 'knownOn', label: 'Known on', align: 'left' },
      { key: 'from', label: 'From' },
      { key: 'to', label: 'To' },
      { key: 'changeBps', label: 'Change, bp' },
      { key: 'why', label: 'Why it counts', align: 'left' },
      { key: 'under', label: 'Under the rules', align: 'left' },
    ],
    rows: events.map(({ date, knownOn, from, to, changeBps, why, under }) => ({
      date,
      knownOn,
      from: percentCell(from),
      to: percentCell(to),
      changeBps: numberCell(changeBps, Number.isInteger(changeBps) ? 0 : 2),
      why,
      under: RULE_NAMES.filter((name) => under[name]).join(', '),
    })),
    notes: [
      `Rule: a decrease of at least ${rule.minCutBps} bp, ${rule.requireHike ? 'after an increase, ' : ''}` +
        `at least ${rule.minGapMonths} months after the qualifying cut before it. ${usesHindsight ? 'The rates use hindsight.' : 'Point in time.'}`,
      `First cuts under the rules of firstCutRules: ${RULE_NAMES.map((name) => `${name} ${otherRules[name]}`).join(', ')}.`,
    ],
  });
}
