import { assertKnownOptions, assertNumber } from '../core/index.js';
import type { DatedSignal } from '../panel/index.js';
import {
  type Displayed,
  makeTable,
  numberCell,
  type Table,
  textCell,
  toHtml,
  toText,
  withDisplay,
} from '../table/index.js';
import { addMonths, isoDate, type IsoDate, parseIsoDate } from '../time/index.js';
import { hindsightMark } from './hindsight-mark.js';
import { type RateChange, rateChanges, type RateHistory } from './rate-change.js';

/** What a central bank is doing with its rate. */
export type RateRegimeName = 'hiking' | 'holding' | 'cutting';

/** Options of {@link rateRegime}. */
export interface RateRegimeOptions {
  /** Calendar months without a move after which the rate is held; 12 when absent. */
  readonly quietMonths?: number | undefined;
  /** The smallest single move that counts, in basis points; 25 when absent. */
  readonly minMoveBps?: number | undefined;
}

/** A stretch of one regime. */
export interface RateRegimeSpell {
  readonly regime: RateRegimeName;
  /** The day from which it was known. */
  readonly from: IsoDate;
  /** Its last day; null while it lasts. */
  readonly to: IsoDate | null;
  /** Moves of a hike or a cut, and their sum in basis points; 0 for a hold. */
  readonly moves: number;
  readonly changeBps: number;
}

/** A regime of rates on any day: 1 hiking, 0 holding, −1 cutting, NaN unknown. Prints its spells. */
export interface RateRegime extends DatedSignal, Displayed {
  readonly rule: { readonly quietMonths: number; readonly minMoveBps: number };
  /** Oldest first. A hold that begins after the last observation is not listed: the data may have ended. */
  readonly spells: readonly RateRegimeSpell[];
  regimeOn(date: IsoDate): RateRegimeName | 'unknown';
}

interface Move extends Pick<RateChange, 'bps'> {
  readonly known: number;
}

/**
 * Whether a central bank is raising its rate, cutting it or holding it, on any day, as it was known on that day.
 *
 * The direction is that of the latest known move of at least `minMoveBps`. A hold begins `quietMonths` calendar months after it became known
 * (same day of the month, clamped to the month's end) if no other has followed. Before the first move: unknown.
 *
 * Why 12 months: a bank moves in small steps of one direction and seldom turns, so a pause of some meetings belongs to the cycle: the
 * eleven months in the cuts of 2001–03, the year less two days between the first two increases of 2015–16. It is the rest that `firstCuts`
 * asks for, too. The price is that a hold is seen a year late. Why 25 bp: with the technical steps of 6 to 19 bp the years
 * before 1989 fall into eighteen spells, without them into six. Moves that are left out neither begin nor end anything, however many.
 *
 * @param rates `usPolicyRate()`, or observations of any policy rate as annual fractions, in order of date.
 * @throws InputError `observation.invalid`, `observation.order`, `option.unknown`, `option.range`, `option.type`.
 * @see Rudebusch, G. D. (1995), "Federal Reserve Interest Rate Targeting, Rational Expectations, and the Term Structure", Journal of
 *   Monetary Economics 35(2): small steps, few reversals.
 * @example
 * const regime = rateRegime(usPolicyRate());
 * console.log(regime.regimeOn('2007-09-17'), regime.regimeOn('2007-09-18'), regime.valueOn('2007-09-18')); // holding cutting -1
 */
export function rateRegime(rates: RateHistory, options: RateRegimeOptions = {}): RateRegime {
  const where = 'rateRegime';
  assertKnownOptions(where, options, ['quietMonths', 'minMoveBps']);
  const { quietMonths = 12, minMoveBps = 25 } = options;
  assertNumber(where, 'quietMonths', quietMonths, { min: 1, integer: true });
  assertNumber(where, 'minMoveBps', minMoveBps, { min: 0 });
  const moves = rateChanges(rates, where)
    .filter(({ bps }) => Math.abs(bps) >= minMoveBps)
    .map(({ bps, knownOn }): Move => ({ bps, known: parseIsoDate(knownOn, where) }));
  const regimeOn = (date: string): RateRegimeName | 'unknown' => {
    const day = parseIsoDate(date, where);
    // Moves are in order of their decision; a later decision may be known no later than an earlier one.
    const latest = moves.findLast(({ known }) => known <= day);
    if (latest === undefined) return 'unknown';
    return addMonths(latest.known, quietMonths) <= day ? 'holding' : directionOf(latest);
  };
  const regime = {
    name: 'rate regime',
    usesHindsight: hindsightMark(rates, where),
    rule: Object.freeze({ quietMonths, minMoveBps }),
    spells: Object.freeze(spellsOf(moves, quietMonths).map((spell) => Object.freeze(spell))),
    regimeOn,
    valueOn: (date: string) => regimeValues[regimeOn(date)],
  };
  return withDisplay(regime, { text: (self) => toText(table(self)), html: (self) => toHtml(table(self)) });
}

/** The figure of each regime in `valueOn`. */
export const regimeValues = Object.freeze({ hiking: 1, holding: 0, cutting: -1, unknown: NaN });

const directionOf = ({ bps }: Move): 'hiking' | 'cutting' => (bps > 0 ? 'hiking' : 'cutting');

function spellsOf(moves: readonly Move[], quietMonths: number): RateRegimeSpell[] {
  const begun: { regime: RateRegimeName; from: number; moves: number; changeBps: number }[] = [];
  moves.forEach((move, index) => {
    const before = moves[index - 1];
    const quiet = before === undefined ? Infinity : addMonths(before.known, quietMonths);
    if (quiet < move.known) begun.push({ regime: 'holding', from: quiet, moves: 0, changeBps: 0 });
    const current = begun.at(-1);
    if (current?.regime === directionOf(move)) {
      current.moves++;
      current.changeBps += move.bps;
    } else begun.push({ regime: directionOf(move), from: move.known, moves: 1, changeBps: move.bps });
  });
  return begun.map(({ regime, from, moves: count, changeBps }, index) => {
    const next = begun[index + 1];
    return {
      regime,
      from: isoDate(from),
      to: next === undefined ? null : isoDate(next.from - 1),
      moves: count,
      changeBps: Math.round(changeBps * 1e6) / 1e6,
    };
  });
}

function table({ spells, rule, usesHindsight }: Pick<RateRegime, 'spells' | 'rule' | 'usesHindsight'>): Table {
  return makeTable({
    title: `Rate regime: ${spells.length} spells`,
    columns: [
      { key: 'regime', label: 'Regime', align: 'left' },
      { key: 'from', label: 'From', align: 'left' },
      { key: 'to', label: 'To', align: 'left' },
      { key: 'moves', label: 'Moves' },
      { key: 'changeBps', label: 'Change, bp' },
    ],
    rows: spells.map(({ regime, from, to, moves, changeBps }) => ({
      regime,
      from,
      to: textCell(to),
      moves,
      changeBps: numberCell(changeBps, Number.isInteger(changeBps) ? 0 : 2),
    })),
    notes: [
      `Rule: direction of the latest move of at least ${rule.minMoveBps} bp; a hold after ${rule.quietMonths} months without one. ` +
        (usesHindsight ? 'The rates use hindsight.' : 'Point in time.'),
    ],
  });
}
