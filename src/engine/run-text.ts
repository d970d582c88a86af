import { dayOf, type IsoDate } from '../time/index.js';
import { byCodeUnits, canonicalText } from './canonical-text.js';
import { namedTarget, once } from './decision-list.js';
import { doubleBytes, integerBytes } from './number-bytes.js';
import type { Target } from './read-target.js';
import type { Settings } from './result.js';
import type { Run, RunInput } from './run.js';

/**
 * A run as lines of text, the same for the same run on every platform. After a line that ends with a count there are as many numbers, as bytes
 * (`doubleBytes`; days since 1970-01-01 as `integerBytes`), and a line feed:
 *
 * ```text
 * backtilt run 2
 * strategy "<name>"
 * schedule {…}
 * params {…}
 * options {…}
 * days <frequency> <count: the day before the first row, one day per row>
 * returns "<asset>" <first listed> <last listed> <count: one number per row>
 * cash "<name>" <count: one number per row>
 * field "<field>" "<asset>" <count: one number for the day before the first row, one per row>
 * indicator "<indicator>" <count: the same>
 * decision <decided on> {"<asset>":<weight>,…}
 * next <decided on> {…}
 * ```
 *
 * The first row is the earliest one that the lookback reaches, the last one that of the run. Assets, fields and indicators
 * stand in the order of their names, so that the panel's order does not matter.
 */
export function* runText(input: RunInput, raw: Run, settings: Settings): Generator<string | Uint8Array> {
  const { store, strategy, plan, account } = input;
  const { calendar } = store;
  const { last } = raw;
  const first = Math.max(0, raw.start + 1 - (strategy.lookback ?? 0));
  yield 'backtilt run 2';
  yield `strategy ${canonicalText(strategy.name)}`;
  yield `schedule ${canonicalText(strategy.schedule)}`;
  yield `params ${canonicalText(settings.params)}`;
  yield `options ${canonicalText(optionsOf(settings))}`;
  const days = new Int32Array(last - first + 2);
  for (let entry = 0; entry < days.length; entry++) days[entry] = dayOf(calendar, first - 1 + entry);
  yield `days ${calendar.frequency} ${last - first + 2}`;
  yield integerBytes(days);
  const members = plan.assets.map((asset, member) => ({ asset, position: plan.positions[member]! }));
  members.sort((a, b) => byCodeUnits(a.asset, b.asset));
  for (const { asset, position } of members) {
    const column = store.values.subarray(position * calendar.length + first, position * calendar.length + last + 1);
    const listed = lifeText(store.first[position]!, store.last[position]!, first, last, (row) => calendar.date(row));
    yield* numbers(`returns ${canonicalText(asset)} ${listed}`, column);
  }
  if (account.name !== null) {
    yield* numbers(`cash ${canonicalText(account.name)}`, account.returns.subarray(raw.start + 1, last + 1));
  }
  for (const name of fieldsOf(input, settings)) {
    const rows = store.fieldRows(name);
    for (const { asset, position } of members) {
      const from = position * (calendar.length + 1);
      const known = rows.subarray(from + first, from + last + 2);
      yield* numbers(`field ${canonicalText(name)} ${canonicalText(asset)}`, known);
    }
  }
  for (const name of indicatorsOf(input, settings)) {
    yield* numbers(`indicator ${canonicalText(name)}`, store.indicatorRows(name).subarray(first, last + 2));
  }
  const textOf = once((target: Target) => canonicalText(namedTarget(target, plan.assets)));
  for (const { row, target } of raw.decisions) yield `decision ${calendar.date(row)} ${textOf(target)}`;
  yield `next ${calendar.date(last)} ${textOf(raw.next.target)}`;
}

/** A line about numbers, with their count, and the numbers. */
function* numbers(words: string, values: Float64Array): Generator<string | Uint8Array> {
  yield `${words} ${values.length}`;
  yield doubleBytes(values);
}

/** The options that were in force. What only explains the window is left out. */
function optionsOf({ tradingBps, costs, flows, rules, cash, executionLag, from, to }: Settings): object {
  return { tradingBps, costs, flows, rules, cash, executionLag, from, to };
}

/** From when to when an asset was listed, as far as the rows reach: what tells a hole from an end. */
function lifeText(begins: number, ends: number, first: number, last: number, date: (row: number) => IsoDate): string {
  if (begins < 0 || begins > last || ends < first) return '- -';
  return `${date(Math.max(begins, first))} ${date(Math.min(ends, last))}`;
}

/** Fields that the strategy or the costs read. */
function fieldsOf({ strategy }: RunInput, { costs: { impact } }: Settings): readonly string[] {
  const ofImpact = impact === undefined ? [] : [impact.volume, impact.volatility];
  return sortedNames([...((strategy.fields ?? []) as readonly string[]), ...ofImpact]);
}

/** Indicators that the strategy or the flows read. */
function indicatorsOf({ strategy }: RunInput, { flows }: Settings): readonly string[] {
  const all = [flows?.contributions ?? [], flows?.withdrawals ?? []].flat();
  return sortedNames([...((strategy.indicators ?? []) as readonly string[]), ...all.map(({ inflation }) => inflation)]);
}

function sortedNames(names: readonly (string | number | undefined)[]): string[] {
  return [...new Set(names.filter((name) => typeof name === 'string'))].sort(byCodeUnits);
}
