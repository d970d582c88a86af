import { describeValue, InputError } from '../core/index.js';
import type { Calendar } from '../time/index.js';
import type { Fact } from './fact.js';
import type { SeriesMeta } from './series-meta.js';

/** An indicator inside a panel. */
export interface IndicatorFact {
  readonly fact: Fact;
  readonly usesHindsight: boolean;
  /** Publisher and state, where the observations say so. */
  readonly source?: string;
  /** The day on which its latest observation became known; absent for a signal that can be asked for any day. */
  readonly lastKnown?: number;
}

/** The private numbers of a panel. Rooms of this library read them; users see read-only series. */
export interface PanelStore {
  readonly calendar: Calendar;
  readonly assets: readonly string[];
  /** Returns asset by asset: the return of asset a in row t is `values[a * rows + t]`. */
  readonly values: Float64Array;
  readonly metas: readonly SeriesMeta[];
  /** First and last row with a return, by asset; −1 where there is none. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Field name → one fact per asset. */
  readonly fields: ReadonlyMap<string, readonly Fact[]>;
  readonly indicators: ReadonlyMap<string, IndicatorFact>;
  /** A field joined to the calendar: entries a * (rows + 1) + t + 1, where t = −1 is the base. */
  fieldRows(name: string): Float64Array;
  /** An indicator joined to the calendar: entry t + 1. */
  indicatorRows(name: string): Float64Array;
}

/** A registered symbol, so that panels of the ESM and the CommonJS copy of this package understand each other. */
export const PANEL_STORE = Symbol.for('backtilt.panel.store');

/** The private numbers behind a panel. */
export function storeOf(panel: unknown, where: string): PanelStore {
  const store =
    typeof panel === 'object' && panel !== null ? (panel as { [PANEL_STORE]?: PanelStore })[PANEL_STORE] : undefined;
  if (store !== undefined) return store;
  throw new InputError(
    'panel.invalid',
    `${where}: found ${describeValue(panel)} where a panel belongs. Make one with fromReturns or fromPrices, or take one from 'backtilt/data'.`,
    { where, found: describeValue(panel) },
  );
}
