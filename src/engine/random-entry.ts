import { assertKnownOptions, assertNumber, assertObject, InputError } from '../core/index.js';
import { defineStrategy, type Strategy, type Weights } from '../strategy/index.js';
import type { IsoDate, Schedule } from '../time/index.js';
import { assertResult } from './assert-result.js';
import type { BacktestResult } from './result.js';
import { countOrders, shuffledSpells, type Spell, type SpellList, spellsOf } from './spells.js';

/** Options of {@link randomEntryOf}. */
export interface RandomEntryOptions {
  /** Any whole number; equal seeds give equal strategies, on every machine. */
  readonly seed: number;
}

/**
 * A rotation with its entries at random times: as long in each asset, as often switched, and so with the turnover of the real one, but without its timing.
 *
 * The decision targets of a result are cut into spells (stretches of equal targets, counted in decisions, the last one as long as the data let it be). Within each target the lengths are
 * put in random order; which target follows which stays. Turnover is the same where each target is one asset, and nearly so where it is a
 * mix. Run it with the options of the result over its rows: `window: { from: result.settings.from, to: result.settings.to }`. All spells are known only after the fact, so
 * it is marked as using hindsight.
 *
 * @throws InputError `series.invalid` (not a result, or a slice that begins after its run), `option.type`, `option.unknown`,
 *   `strategy.too-few-decisions` (every order of the spells is the same).
 * @see Aronson, D. (2007), Evidence-Based Technical Analysis, Wiley, ch. 5 (permutation of a rule's positions against the market's returns).
 * @example
 * const funds = addIndicator(usFunds(), 'since', monthsSince(firstCuts(usPolicyRate())));
 * const rotated = backtest(funds, postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'since', holdMonths: 12 }));
 * const random = backtest(funds, randomEntryOf(rotated, { seed: 1 }));
 * console.log(rotated.turnover.turnover === random.turnover.turnover, random.usesHindsight); // true true
 */
export function randomEntryOf<Asset extends string>(
  result: BacktestResult<Asset>,
  options: RandomEntryOptions,
): Strategy<Asset> {
  const where = 'randomEntryOf';
  assertResult(where, result);
  assertWholeBeginning(where, result);
  const given: unknown = options;
  assertObject(where, 'the options', given);
  assertKnownOptions(where, options, ['seed']);
  const { seed } = options;
  const { rhythm: schedule } = result.settings;
  assertNumber(where, 'seed', seed, { integer: true });
  const list = spellsOf(result, schedule);
  assertOrders(where, result, list.spells);
  return strategyOfSpells(`Random entry of ${result.name}, seed ${seed}`, result, schedule, {
    days: list.days,
    spells: shuffledSpells(list.spells, seed),
  });
}

/** The strategy that holds given spells one after the other; before the first day the first, after the last the last. */
export function strategyOfSpells<Asset extends string>(
  name: string,
  result: BacktestResult<Asset>,
  schedule: Schedule,
  { days, spells }: SpellList,
): Strategy<Asset> {
  const starts: { readonly day: IsoDate; readonly target: Weights<Asset> }[] = [];
  let place = 0;
  for (const { target, length } of spells) {
    starts.push({ day: days[place]!, target });
    place += length;
  }
  return defineStrategy<Asset>({
    name,
    assets: result.assets,
    lookback: result.settings.warmUp,
    schedule,
    params: { of: result.name, switches: spells.length - 1, spells: spells.map(({ length }) => length) },
    usesHindsight: true,
    decide: ({ asOf }) => (starts.findLast(({ day }) => day <= asOf) ?? starts[0]!).target,
  });
}

/** Refuses a slice that begins after the run did: what it held at first was decided before, and is not among its decisions. */
export function assertWholeBeginning(where: string, { name, calendar, settings }: BacktestResult): void {
  const { firstDecision, from, to } = settings;
  if (calendar.date(-1) === firstDecision) return;
  throw new InputError(
    'series.invalid',
    `${where}: "${name}" is a slice from ${from} to ${to} of a run that first decided on ${firstDecision}, and what it held at the start was decided ` +
      `before it. Give the whole result, or run the strategy over these rows: backtest(panel, strategy, { window: { from: '${from}', to: '${to}' } }).`,
    { where, strategy: name, from, to, firstDecision },
  );
}

/** Refuses a result whose spells have only one order: a random one would be the result itself. */
export function assertOrders(where: string, { name }: BacktestResult, spells: readonly Spell[]): number {
  const orders = countOrders(spells);
  if (orders > 1) return orders;
  throw new InputError(
    'strategy.too-few-decisions',
    `${where}: "${name}" has ${spells.length} ${spells.length === 1 ? 'spell' : 'spells'} of equal targets, and every order of their lengths is the same, so nothing can be ` +
      'random. It takes a target that is held in two spells of different length; constantMixOf(result) gives a benchmark of the same exposure.',
    { where, strategy: name, spells: spells.length },
  );
}
