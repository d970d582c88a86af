import { seededRandom } from '../core/index.js';
import type { Weights } from '../strategy/index.js';
import { type CalendarSchedule, decisionRows, type IsoDate, type Schedule } from '../time/index.js';
import type { BacktestResult } from './result.js';

/** A stretch of decisions with one target. */
export interface Spell {
  readonly target: Weights;
  /** The target as a word: equal targets have equal ones. */
  readonly key: string;
  /** How many decision days it lasted. */
  readonly length: number;
}

/** A run of decisions as spells, and all days on which its schedule falls. */
export interface SpellList {
  readonly days: readonly IsoDate[];
  readonly spells: readonly Spell[];
}

/**
 * Cuts the decisions of a result into spells of equal targets, from its base on, where a run decides for the first time (what begins later is a
 * slice: see `assertWholeBeginning`). A day without a decision (nothing had changed) has the target of the last one.
 */
export function spellsOf({ calendar, decisions }: BacktestResult, schedule: Schedule): SpellList {
  const rows = decisionRows(calendarOf(schedule), calendar, -1, calendar.length - 1);
  const days = Array.from(rows, (row) => calendar.date(row));
  const spells: Spell[] = [];
  if (decisions.length === 0) return { days, spells };
  let next = 0;
  for (const day of days) {
    while (next < decisions.length && decisions[next]!.decidedOn <= day) next++;
    const { target } = decisions[Math.max(0, next - 1)]!;
    const key = keyOf(target);
    const last = spells.at(-1);
    if (last?.key === key) spells[spells.length - 1] = { ...last, length: last.length + 1 };
    else spells.push({ target, key, length: 1 });
  }
  return { days, spells };
}

const calendarOf = (schedule: Schedule): CalendarSchedule => ('check' in schedule ? schedule.check : schedule);

const keyOf = (target: Weights): string =>
  JSON.stringify(
    Object.entries(target)
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** The same spells with their lengths in random order within each target (Fisher and Yates); equal seeds give equal orders. */
export function shuffledSpells(spells: readonly Spell[], seed: number): Spell[] {
  const random = seededRandom(seed);
  const shuffled = [...spells];
  for (const places of placesByTarget(spells)) {
    for (let last = places.length - 1; last > 0; last--) {
      const other = random.integer(last + 1);
      const [a, b] = [places[last]!, places[other]!];
      const { length } = shuffled[a]!;
      shuffled[a] = { ...shuffled[a]!, length: shuffled[b]!.length };
      shuffled[b] = { ...shuffled[b]!, length };
    }
  }
  return shuffled;
}

/** How many different orders there are: for each target n! over the factorials of how often each length occurs. */
export function countOrders(spells: readonly Spell[]): number {
  let orders = 1;
  for (const places of placesByTarget(spells)) {
    const seen = new Map<number, number>();
    places.forEach((place, index) => {
      const { length } = spells[place]!;
      const again = (seen.get(length) ?? 0) + 1;
      seen.set(length, again);
      orders *= (index + 1) / again;
    });
  }
  return Math.round(orders);
}

function placesByTarget(spells: readonly Spell[]): readonly number[][] {
  const places = new Map<string, number[]>();
  spells.forEach(({ key }, place) => places.set(key, [...(places.get(key) ?? []), place]));
  return [...places.values()];
}
