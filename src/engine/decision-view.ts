import {
  assertKnownOptions,
  assertNumber,
  describeValue,
  InputError,
  type ReadonlyInt32Array,
  suggestNames,
} from '../core/index.js';
import { fieldRow, growthOver, oncePerRow, type PanelStore } from '../panel/index.js';
import { SHARED_VIEW, type SharedView, type Strategy, type View, type Weights } from '../strategy/index.js';
import type { IsoDate } from '../time/index.js';
import { namedWeights } from './decision-list.js';
import { isSound } from './sound-columns.js';

/** What all views of one run share. */
export interface ViewSource {
  readonly store: PanelStore;
  readonly strategy: Strategy;
  readonly assets: readonly string[];
  readonly positions: Int32Array;
  /** Position in `assets` by name. */
  readonly index: ReadonlyMap<string, number>;
}

/** The view of one row. Everything it hands out is a copy that ends at that row. */
export class DecisionView implements View<string, string, string> {
  readonly #source: ViewSource;
  readonly #row: number;
  readonly #holdings: Float64Array | (() => Float64Array);
  readonly #from: number;
  #listed: Int32Array | undefined;

  /**
   * @param holdings drifted weights by position in `source.assets`, or what gives them.
   * @param from where they begin among the numbers given.
   */
  constructor(source: ViewSource, row: number, holdings: Float64Array | (() => Float64Array), from = 0) {
    this.#source = source;
    this.#row = row;
    this.#holdings = holdings;
    this.#from = from;
  }

  get asOf(): IsoDate {
    return this.#source.store.calendar.date(this.#row);
  }

  get assets(): readonly string[] {
    return this.#source.assets;
  }

  get listed(): ReadonlyInt32Array {
    return (this.#listed ??= listedAt(this.#source, this.#row)).slice();
  }

  get holdings(): Weights {
    const { assets } = this.#source;
    const given = this.#holdings;
    const weights = typeof given === 'function' ? given() : given.slice(this.#from, this.#from + assets.length);
    return Object.freeze(namedWeights(weights, assets));
  }

  /** For screens over a whole universe; without it they read copies. */
  get [SHARED_VIEW](): SharedView | undefined {
    const { store, strategy, positions } = this.#source;
    if (strategy.assets !== 'all' || positions.length !== store.assets.length) return undefined;
    return {
      column: (name) => {
        this.#assertDeclared('view.field', 'fields', name, strategy.fields ?? []);
        return fieldRow(store, name, this.#row);
      },
      once: (key, make) => oncePerRow(store, `${this.#row} ${key}`, make),
    };
  }

  // Readers are handed out bound, so that `decide: ({ totalReturn }) => …` works.
  get returns(): View['returns'] {
    return (asset, periods) => this.#returns(asset, periods);
  }

  get totalReturn(): View['totalReturn'] {
    return (asset, periods, options) => this.#totalReturn(asset, periods, options);
  }

  get field(): (name: string) => Float64Array {
    return (name) => this.#field(name);
  }

  get indicator(): (name: string) => number {
    return (name) => this.#indicator(name);
  }

  get indicatorHistory(): (name: string, periods: number) => Float64Array {
    return (name, periods) => this.#indicatorHistory(name, periods);
  }

  #returns(asset: string, periods: number): Float64Array {
    const start = this.#position('view.returns', asset) * this.#source.store.calendar.length;
    this.#checkPeriods('view.returns', periods);
    return this.#source.store.values.slice(start + this.#row - periods + 1, start + this.#row + 1);
  }

  #totalReturn(asset: string, periods: number, options?: { readonly skip?: number }): number {
    const position = this.#position('view.totalReturn', asset);
    this.#checkPeriods('view.totalReturn', periods);
    const skip = options === undefined ? 0 : skipOf(options, periods);
    return growthOver(this.#source.store, position, this.#row - periods + 1, this.#row - skip) - 1;
  }

  #field(name: string): Float64Array {
    const { store, strategy, positions } = this.#source;
    this.#assertDeclared('view.field', 'fields', name, strategy.fields ?? []);
    const row = fieldRow(store, name, this.#row);
    const values = new Float64Array(positions.length).fill(NaN);
    const listed = (this.#listed ??= listedAt(this.#source, this.#row));
    for (let place = 0; place < listed.length; place++) values[listed[place]!] = row[positions[listed[place]!]!]!;
    return values;
  }

  #indicator(name: string): number {
    const { store, strategy } = this.#source;
    this.#assertDeclared('view.indicator', 'indicators', name, strategy.indicators ?? []);
    return store.indicatorRows(name)[this.#row + 1]!;
  }

  #indicatorHistory(name: string, periods: number): Float64Array {
    const { store, strategy } = this.#source;
    this.#assertDeclared('view.indicatorHistory', 'indicators', name, strategy.indicators ?? []);
    this.#checkPeriods('view.indicatorHistory', periods);
    return store.indicatorRows(name).slice(this.#row - periods + 2, this.#row + 2);
  }

  /** The place of an asset in the panel. */
  #position(where: string, asset: string): number {
    const { store, strategy, assets, positions, index } = this.#source;
    const position = index.get(asset);
    if (position !== undefined) return positions[position]!;
    const known = store.assets.includes(asset);
    throw new InputError(
      known ? 'strategy.undeclared' : 'asset.unknown',
      known
        ? `${where}: strategy "${strategy.name}" reads "${asset}", which is not among its assets (${assets.join(', ')}). Add it to "assets".`
        : `${where}: unknown asset ${describeValue(asset)} in strategy "${strategy.name}". ${suggestNames(asset, assets)}`,
      { asset, strategy: strategy.name },
    );
  }

  #checkPeriods(where: string, periods: number): void {
    const { name, lookback = 0 } = this.#source.strategy;
    if (Number.isInteger(periods) && periods >= 1 && periods <= lookback) return;
    assertNumber(where, 'periods', periods, { min: 1, integer: true });
    throw new InputError(
      'strategy.lookback',
      `${where}: asked for ${periods} periods, but strategy "${name}" declares lookback ${lookback}. Raise "lookback" to ${periods}.`,
      { periods, lookback, strategy: name },
    );
  }

  #assertDeclared(where: string, key: string, name: string, declared: readonly string[]): void {
    if (declared.includes(name)) return;
    throw new InputError(
      'strategy.undeclared',
      `${where}: strategy "${this.#source.strategy.name}" reads "${name}" without declaring it. Add it to "${key}": ['${[...declared, name].join("', '")}'].`,
      { name, strategy: this.#source.strategy.name },
    );
  }
}

/** The rows at the end of the window that are left out. */
function skipOf(options: { readonly skip?: number }, periods: number): number {
  assertKnownOptions('view.totalReturn', options, ['skip']);
  const { skip = 0 } = options;
  assertNumber('view.totalReturn', 'skip', skip, { min: 0, max: periods - 1, integer: true });
  return skip;
}

/**
 * Whether an asset has a price at the close of a row: on the row before its first return, and on every row with a return. Whether it
 * will have another return is not asked: that would be the future. In a hole, and after it ended, it has none.
 */
export function isListed(store: PanelStore, position: number, row: number): boolean {
  const first = store.first[position]!;
  if (first < 0 || row < first - 1 || row > store.last[position]!) return false;
  return (
    row === first - 1 ||
    isSound(store, position) ||
    !Number.isNaN(store.values[position * store.calendar.length + row]!)
  );
}

function listedAt({ store, positions }: ViewSource, row: number): Int32Array {
  const listed = new Int32Array(positions.length);
  let count = 0;
  for (let member = 0; member < positions.length; member++) {
    if (isListed(store, positions[member]!, row)) listed[count++] = member;
  }
  return listed.subarray(0, count);
}
