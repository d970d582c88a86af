import { InputError } from '../core/index.js';
import { assembleCalendar, type Calendar, isoDate, makeCalendar, periodNumber } from '../time/index.js';
import { alignedColumn } from './align.js';
import type { Fact } from './fact.js';
import { assemblePanel, type Panel } from './panel.js';
import { type PanelStore, storeOf } from './panel-store.js';

/**
 * Two panels of one frequency as one, over the span of both: where a panel has no row, its assets have no return.
 *
 * Rows are matched by period, not by day, so a month that ends on its last trading day in one source and on its last calendar
 * day in the other is one row; it keeps the first panel's day. Facts are joined anew by `knownOn`.
 *
 * @throws InputError `calendar.mismatch` (frequencies differ: `resample` first), `panel.name` (an asset, field or indicator in
 *   both), `calendar.gap` (the spans do not touch).
 * @example
 * const one = fromReturns({ frequency: 'monthly', dates: ['2024-01-31', '2024-02-29'], returns: { A: [0.01, 0.02] } });
 * const two = fromReturns({ frequency: 'monthly', dates: ['2024-02-28', '2024-03-28'], returns: { B: [0.03, 0.04] } });
 * const joined = joinPanels(one, two);
 * console.log(joined.assets, joined.calendar.toJSON().dates.join(' ')); // [ 'A', 'B' ] 2024-01-31 2024-02-29 2024-03-28
 */
export function joinPanels<
  Asset extends string,
  Field extends string,
  Indicator extends string,
  OtherAsset extends string,
  OtherField extends string,
  OtherIndicator extends string,
>(
  panel: Panel<Asset, Field, Indicator>,
  other: Panel<OtherAsset, OtherField, OtherIndicator>,
): Panel<Asset | OtherAsset, Field | OtherField, Indicator | OtherIndicator> {
  const stores = [storeOf(panel, 'joinPanels'), storeOf(other, 'joinPanels')] as const;
  const [a, b] = stores;
  if (a.calendar.frequency !== b.calendar.frequency) {
    throw new InputError(
      'calendar.mismatch',
      `joinPanels: one panel is ${a.calendar.frequency}, the other ${b.calendar.frequency}. Resample the finer one first.`,
    );
  }
  refuseShared('asset', a.assets, b.assets);
  refuseShared('field', [...a.fields.keys()], [...b.fields.keys()]);
  refuseShared('indicator', [...a.indicators.keys()], [...b.indicators.keys()]);
  const calendar = unionCalendar(a.calendar, b.calendar);
  const assets = [...a.assets, ...b.assets];
  const values = new Float64Array(assets.length * calendar.length);
  let position = 0;
  for (const store of stores) {
    const rows = store.calendar.length;
    store.assets.forEach((_, index) => {
      const column = store.values.subarray(index * rows, (index + 1) * rows);
      values.set(alignedColumn(calendar, store.calendar, column), position++ * calendar.length);
    });
  }
  return assemblePanel({
    calendar,
    assets,
    values,
    metas: [...a.metas, ...b.metas],
    fields: new Map([...paddedFields(a, 0, b.assets.length), ...paddedFields(b, a.assets.length, 0)]),
    indicators: new Map([...a.indicators, ...b.indicators]),
  });
}

function refuseShared(what: string, a: readonly string[], b: readonly string[]): void {
  const shared = a.filter((name) => b.includes(name));
  if (shared.length === 0) return;
  throw new InputError(
    'panel.name',
    `joinPanels: both panels have the ${what} ${shared.join(', ')}. Rename or leave out one of them.`,
    { shared },
  );
}

function paddedFields(store: PanelStore, before: number, after: number): [string, readonly Fact[]][] {
  const unknown: Fact = (calendar) => new Float64Array(calendar.length + 1).fill(NaN);
  const pad = (count: number): Fact[] => Array.from({ length: count }, () => unknown);
  return [...store.fields].map(([name, facts]) => [name, [...pad(before), ...facts, ...pad(after)]]);
}

function unionCalendar(a: Calendar, b: Calendar): Calendar {
  const dayOf = new Map<number, number>();
  const partial = new Set<number>();
  for (const calendar of [b, a]) {
    for (let row = 0; row < calendar.length; row++) {
      const period = periodNumber(calendar.frequency, calendar.days[row]!);
      dayOf.set(period, calendar.days[row]!);
      if (calendar.partialRows.includes(row)) partial.add(period);
    }
  }
  const periods = [...dayOf.keys()].sort((x, y) => x - y);
  const days = periods.map((period) => dayOf.get(period)!);
  const base = Math.min(a.base, b.base);
  const checked = makeCalendar({ frequency: a.frequency, dates: days.map(isoDate), base: isoDate(base) }, 'joinPanels');
  const partialRows = periods.flatMap((period, row) => (partial.has(period) ? [row] : []));
  return assembleCalendar(checked.frequency, checked.base, Int32Array.from(days), partialRows);
}
