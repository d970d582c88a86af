import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  describeValue,
  InputError,
  isSparse,
} from '../core/index.js';
import { showAs } from '../table/index.js';
import { assertSchedule } from '../time/index.js';
import { targetOf } from './always.js';
import { strategyDisplay } from './strategy-display.js';
import type { Strategy, UniverseStrategy } from './strategy.js';

const OPTIONS = [
  'name',
  'assets',
  'fields',
  'indicators',
  'lookback',
  'schedule',
  'params',
  'usesHindsight',
  'decide',
] as const;

/**
 * Checks and freezes a strategy of your own. Names are inferred, so that `view` knows them.
 *
 * @throws InputError `strategy.invalid`, `schedule.invalid`, `option.unknown`, `option.range`.
 * @example
 * const momentum = defineStrategy({
 *   name: 'Momentum rotation', assets: ['SPY', 'IWM'], lookback: 12, schedule: monthly(),
 *   decide: (view) => (view.totalReturn('IWM', 12, { skip: 1 }) > view.totalReturn('SPY', 12, { skip: 1 }) ? { IWM: 1 } : { SPY: 1 }),
 * });
 * console.log(backtest(usFunds(), momentum).decisions[0].decidedOn); // 2001-05-31
 */
export function defineStrategy<const Field extends string = never, const Indicator extends string = never>(
  strategy: UniverseStrategy<Field, Indicator>,
): UniverseStrategy<Field, Indicator>;
export function defineStrategy<
  const Asset extends string,
  const Field extends string = never,
  const Indicator extends string = never,
>(
  strategy: Strategy<Asset, Field, Indicator> & { readonly assets: readonly Asset[] },
): Strategy<Asset, Field, Indicator>;
export function defineStrategy(strategy: object): object {
  assertObject('defineStrategy', 'the strategy', strategy);
  assertKnownOptions('defineStrategy', strategy, OPTIONS);
  assertStrategy(strategy, 'defineStrategy');
  const checked = {
    ...strategy,
    assets: typeof strategy.assets === 'string' ? strategy.assets : Object.freeze([...strategy.assets]),
    ...(strategy.fields === undefined ? {} : { fields: Object.freeze([...strategy.fields]) }),
    ...(strategy.indicators === undefined ? {} : { indicators: Object.freeze([...strategy.indicators]) }),
    ...(strategy.params === undefined ? {} : { params: Object.freeze({ ...strategy.params }) }),
    ...(targetOf(strategy) === undefined ? { decide: strategy.decide.bind(strategy) } : {}),
  };
  Object.freeze(showAs(checked, strategyDisplay));
  CHECKED.add(checked);
  return checked;
}

/** Frozen strategies that have been checked: they need not be checked again at every run. */
const CHECKED = new WeakSet();

/** Refuses what the engine could not run: also called by `backtest`, since a strategy may be a plain object. */
export function assertStrategy(value: unknown, where: string): asserts value is Strategy {
  if (typeof value === 'object' && value !== null && CHECKED.has(value)) return;
  assertObject(where, 'the strategy', value);
  const strategy = value as Partial<Record<keyof Strategy, unknown>>;
  assertName(where, 'name', strategy.name);
  const place = `${where}, strategy "${strategy.name}"`;
  assertSchedule(place, strategy.schedule);
  if (strategy.assets !== 'all') assertNames(place, 'assets', strategy.assets, 1);
  if (strategy.fields !== undefined) assertNames(place, 'fields', strategy.fields, 0);
  if (strategy.indicators !== undefined) assertNames(place, 'indicators', strategy.indicators, 0);
  if (strategy.lookback !== undefined) assertNumber(place, 'lookback', strategy.lookback, { min: 0, integer: true });
  if (strategy.usesHindsight !== undefined && typeof strategy.usesHindsight !== 'boolean') {
    throw new InputError(
      'option.type',
      `${place}: "usesHindsight" is ${describeValue(strategy.usesHindsight)}; it must be true or false.`,
      { option: 'usesHindsight' },
    );
  }
  if (typeof strategy.decide === 'function') return;
  throw new InputError(
    'strategy.invalid',
    `${place}: "decide" is ${describeValue(strategy.decide)}; it must be a function (view) => weights.`,
  );
}

function assertNames(place: string, key: string, value: unknown, atLeast: number): void {
  const names: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  const bad =
    names === undefined ||
    isSparse(names) ||
    names.length < atLeast ||
    names.some((name) => typeof name !== 'string' || name === '');
  if (!bad && areDistinct(names)) return;
  throw new InputError(
    'strategy.invalid',
    `${place}: "${key}" is ${bad ? describeValue(value) : `[${names.join(', ')}], with a name twice`}; it must be ` +
      `an array of distinct names${key === 'assets' ? ", or 'all'" : ''}.`,
    { key },
  );
}

/** A few names are compared faster than they are put into a set. */
const areDistinct = (names: readonly unknown[]): boolean =>
  names.length > 8 ? new Set(names).size === names.length : names.every((name, place) => names.indexOf(name) === place);
