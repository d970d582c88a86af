import type { Schedule } from '../time/index.js';
import type { View } from './view.js';
import type { Allocation, Weights } from './weights.js';

/**
 * When to decide (a schedule, plain data) and what (a function of the view). Nothing here can see the future: the engine hands
 * `decide` a view of one day, and trades after it.
 */
export interface Strategy<
  Asset extends string = string,
  Field extends string = never,
  Indicator extends string = never,
> {
  readonly name: string;
  /** The assets that it may hold and read; `'all'` is every asset of the panel that is listed on the day. */
  readonly assets: readonly Asset[] | 'all';
  /** Characteristics that `decide` reads. The first decision waits until they are known. */
  readonly fields?: readonly Field[];
  /** Indicators that `decide` reads. They may still be NaN at the first decision. */
  readonly indicators?: readonly Indicator[];
  /** Rows of history that `decide` may read, and so the warm-up; 0 when absent. */
  readonly lookback?: number;
  readonly schedule: Schedule;
  /** What to print beside the name: the numbers that define this variant. */
  readonly params?: Readonly<Record<string, unknown>>;
  /** Whether the rule was built with knowledge of the whole sample; reports then say so. */
  readonly usesHindsight?: boolean;
  decide(view: View<Asset, Field, Indicator>): Weights<Asset> | Allocation;
}

/** A strategy over every listed asset of whatever panel it is run on. */
export interface UniverseStrategy<Field extends string = never, Indicator extends string = never> extends Omit<
  Strategy<string, Field, Indicator>,
  'assets'
> {
  readonly assets: 'all';
}

/** The strategies that fit a panel: its assets (or all of them), its fields, its indicators. */
export type StrategyFor<Asset extends string, Field extends string, Indicator extends string> =
  Strategy<Asset, Field, Indicator> | UniverseStrategy<Field, Indicator>;
