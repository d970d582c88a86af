import { type Calendar, sameCalendar } from '../time/index.js';
import { calendarFromParts, type CalendarParts, calendarToParts } from './calendar-parts.js';
import { type Fact, factFromObservations } from './fact.js';
import { assemblePanel } from './panel.js';
import { type IndicatorFact, type PanelStore, storeOf } from './panel-store.js';
import type { SeriesMeta } from './series-meta.js';
import { sharedColumn } from './shared-column.js';

/** The numbers of a panel as data that can be handed to another thread: facts joined to the calendar, no functions. */
export interface StoreParts {
  readonly calendar: CalendarParts;
  readonly assets: readonly string[];
  readonly values: Float64Array;
  readonly metas: readonly SeriesMeta[];
  readonly fields: readonly { readonly name: string; readonly rows: Float64Array }[];
  readonly indicators: readonly (Omit<IndicatorFact, 'fact'> & {
    readonly name: string;
    readonly rows: Float64Array;
  })[];
}

/** A panel is taken apart once, however many sweeps run over it. */
const known = new WeakMap<PanelStore, StoreParts>();

/**
 * Takes a panel apart. Its numbers lie in memory that threads share, where the platform allows that; otherwise they are copied whenever they are handed
 * over.
 *
 * @throws InputError `observation.invalid` of a signal that answers no number.
 */
export function storeToParts(store: PanelStore): StoreParts {
  const found = known.get(store);
  if (found !== undefined) return found;
  const parts: StoreParts = {
    calendar: calendarToParts(store.calendar),
    assets: [...store.assets],
    values: sharedColumn(store.values),
    metas: store.metas,
    fields: Array.from(store.fields.keys(), (name) => ({ name, rows: sharedColumn(store.fieldRows(name)) })),
    indicators: Array.from(store.indicators, ([name, { usesHindsight, source, lastKnown }]) => ({
      name,
      usesHindsight,
      ...(source === undefined ? {} : { source }),
      ...(lastKnown === undefined ? {} : { lastKnown }),
      rows: sharedColumn(store.indicatorRows(name)),
    })),
  };
  known.set(store, parts);
  return parts;
}

/** Puts a panel together again. */
export function storeFromParts(parts: StoreParts): PanelStore {
  const calendar = calendarFromParts(parts.calendar);
  const entries = calendar.length + 1;
  const panel = assemblePanel({
    calendar,
    assets: parts.assets,
    values: parts.values,
    metas: parts.metas,
    fields: new Map(
      parts.fields.map(({ name, rows }) => [
        name,
        parts.assets.map((_, asset) => factFromRows(calendar, rows.subarray(asset * entries, (asset + 1) * entries))),
      ]),
    ),
    indicators: new Map(
      parts.indicators.map(({ name, rows, ...rest }) => [name, { ...rest, fact: factFromRows(calendar, rows) }]),
    ),
  });
  return storeOf(panel, 'storeFromParts');
}

/** A fact of which the values at every row are known; on another calendar the latest of them. */
function factFromRows(calendar: Calendar, rows: Float64Array): Fact {
  return (asked) =>
    sameCalendar(asked, calendar)
      ? rows
      : factFromObservations(Int32Array.of(calendar.base, ...calendar.days), rows)(asked);
}
