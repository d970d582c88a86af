import type { Weights } from '../strategy/index.js';
import type { IsoDate } from '../time/index.js';
import { byCodeUnits, canonicalText, numberText } from './canonical-text.js';
import { namedTarget } from './decision-list.js';
import type { Settings } from './result.js';
import type { Run, RunInput } from './run.js';

/**
 * A run as lines of text, the same for the same run on every platform:
 *
 * ```text
 * backtilt run 1
 * strategy "<name>"
 * schedule {…}
 * params {…}
 * options {…}
 * days <frequency> <the day before the first row> <one day per row>
 * returns "<asset>" <first listed> <last listed> <one number per row>
 * cash "<name>" <one number per row>
 * field "<field>" "<asset>" <one number for the day before the first row, one per row>
 * indicator "<indicator>" <the same>
 * decision <decided on> {"<asset>":<weight>,…}
 * next <decided on> {…}
 * ```
 *
 * The first row is the earliest one that the lookback reaches, the last one that of the run. Assets, fields and indicators
 * stand in the order of their names, so that the panel's order does not matter.
 */
export function* runText(input: RunInput, raw: Run, settings: Settings): Generator<string> {
  const { store, strategy, plan, account } = input;
  const { calendar } = store;
  const { last } = raw;
  const first = Math.max(0, raw.start + 1 - (strategy.lookback ?? 0));
  const numbers = (values: Float64Array): string => Array.from(values, numberText).join(' ');
  const days = Array.from({ length: last - first + 2 }, (_, entry) => calendar.date(first - 1 + entry));
  yield 'backtilt run 1';
  yield `strategy ${canonicalText(strategy.name)}`;
  yield `schedule ${canonicalText(strategy.schedule)}`;
  yield `params ${canonicalText(settings.params)}`;
  yield `options ${canonicalText(optionsOf(settings))}`;
  yield ['days', calendar.frequency, ...days].join(' ');
  const members = plan.assets.map((asset, member) => ({ asset, position: plan.positions[member]! }));
  members.sort((a, b) => byCodeUnits(a.asset, b.asset));
  for (const { asset, position } of members) {
    const column = store.values.subarray(position * calendar.length + first, position * calendar.length + last + 1);
    const listed = lifeText(store.first[position]!, store.last[position]!, first, last, (row) => calendar.date(row));
    yield `returns ${canonicalText(asset)} ${listed} ${numbers(column)}`;
  }
  if (account.name !== null) {
    yield `cash ${canonicalText(account.name)} ${numbers(account.returns.subarray(raw.start + 1, last + 1))}`;
  }
  for (const name of fieldsOf(input, settings)) {
    const rows = store.fieldRows(name);
    for (const { asset, position } of members) {
      const from = position * (calendar.length + 1);
      const known = rows.subarray(from + first, from + last + 2);
      yield `field ${canonicalText(name)} ${canonicalText(asset)} ${numbers(known)}`;
    }
  }
  for (const name of indicatorsOf(input, settings)) {
    yield `indicator ${canonicalText(name)} ${numbers(store.indicatorRows(name).subarray(first, last + 2))}`;
  }
  const targets: [string, IsoDate, Weights][] = raw.decisions.map(({ row, target }) => [
    'decision',
    calendar.date(row),
    namedTarget(target, plan.assets),
  ]);
  targets.push(['next', calendar.date(last), namedTarget(raw.next.target, plan.assets)]);
  for (const [word, date, target] of targets) yield `${word} ${date} ${canonicalText(target)}`;
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
