import type { PanelStore } from '../../panel/index.js';
import type { Strategy } from '../../strategy/index.js';
import { type Calendar, sliceCalendar } from '../../time/index.js';
import type { ViewSource } from '../decision-view.js';
import { isLean } from '../is-lean.js';
import type { BacktestOptions } from '../options.js';
import { prepareChecked } from '../prepare-run.js';
import type { RunInput } from '../run.js';
import { type Span, spanOf } from './moments.js';
import { type SharedGrowth, shareGrowth } from './shared-growth.js';

/** What all variants with one list of assets, one schedule and one need for data have in common. */
export interface Setup {
  /** What it is for, in words that are the same wherever it is made. */
  readonly key: string;
  readonly input: RunInput;
  readonly source: ViewSource;
  readonly lean: boolean;
  /** The rows of the results. */
  readonly calendar: Calendar;
  readonly span: Span;
  /** Growth between trades, worked out when it is first needed. */
  growth(): SharedGrowth;
}

/** Setups by what they are for. Few schedules and asset lists make many variants. */
export class Setups {
  readonly #store: PanelStore;
  readonly #options: BacktestOptions;
  readonly #known = new Map<string, Setup>();
  /** By schedule object: variants of one after the other mostly differ in nothing that matters here. */
  readonly #latest = new WeakMap<Strategy['schedule'], { readonly strategy: Strategy; readonly setup: Setup }>();

  constructor(store: PanelStore, options: BacktestOptions) {
    this.#store = store;
    this.#options = options;
  }

  /** The setup of a strategy that has been checked. */
  of(strategy: Strategy): Setup {
    const latest = this.#latest.get(strategy.schedule);
    if (latest !== undefined && needTheSame(latest.strategy, strategy)) return latest.setup;
    const setup = this.#find(strategy);
    this.#latest.set(strategy.schedule, { strategy, setup });
    return setup;
  }

  #find(strategy: Strategy): Setup {
    const { assets, schedule, lookback, fields, indicators } = strategy;
    const key = JSON.stringify([assets, schedule, lookback, fields, indicators]);
    let setup = this.#known.get(key);
    if (setup === undefined) {
      if (this.#known.size >= MOST_KEPT) this.#known.clear();
      this.#known.set(key, (setup = this.#make(strategy, key)));
    }
    return setup;
  }

  #make(strategy: Strategy, key: string): Setup {
    const input = prepareChecked(this.#store, strategy, this.#options);
    const { plan, store } = input;
    const index = new Map(plan.assets.map((asset, member) => [asset, member]));
    const calendar = sliceCalendar(store.calendar, plan.start + 1, plan.last + 1);
    let growth: SharedGrowth | undefined;
    return {
      key,
      input,
      source: { store, strategy, assets: plan.assets, positions: plan.positions, index },
      lean: isLean(input),
      calendar,
      span: spanOf(calendar),
      growth: () => (growth ??= shareGrowth(input)),
    };
  }
}

/** A sweep over schedules or lookbacks makes many setups; each may hold a growth of rows × assets. */
const MOST_KEPT = 64;

/** Whether two strategies with one schedule need the same assets and data. */
function needTheSame(a: Strategy, b: Strategy): boolean {
  return (
    a.lookback === b.lookback &&
    sameNames(a.assets, b.assets) &&
    sameNames(a.fields, b.fields) &&
    sameNames(a.indicators, b.indicators)
  );
}

function sameNames(a: readonly string[] | string | undefined, b: readonly string[] | string | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a.length !== b.length) return false;
  for (let place = 0; place < a.length; place++) if (a[place] !== b[place]) return false;
  return true;
}
