import { assertKnownOptions, assertName, assertNumber, assertOneOf, InputError } from '../core/index.js';
import {
  type AnyPanel,
  assemblePanel,
  assertReturnSeries,
  fromSeries,
  type Panel,
  type PanelStore,
  type ReturnSeries,
  storeOf,
} from '../panel/index.js';
import { joinedCalendar } from './append-calendar.js';
import { joinedColumn, type MonthDifference, monthDifferences } from './append-column.js';
import { assertSameThings } from './append-checks.js';
import { joinedFacts } from './append-facts.js';
import { joinedMeta } from './append-meta.js';

/** What {@link appendMonths} may be told. */
export interface AppendOptions {
  /** How far two returns of one month may lie apart, as a fraction. Absent: 0.0001, the rounding of percents with two decimals. */
  readonly tolerance?: number;
  /** Which file to believe in the months that both have, where they differ by more. Absent: a difference is refused. */
  readonly vintage?: 'newer' | 'bundled';
  /** What the newer file is; it goes into the provenance. Absent: the `source` and `vintage` that were said when it was read. */
  readonly source?: string;
}

/** The largest difference that two roundings to a hundredth of a percent can make. */
const ROUNDING = 0.0001;

/**
 * A bundled set, or any other monthly panel or series, with the later months of a newer file of the same thing.
 *
 * The months that both have are compared first, since they show that units, names and adjustment are the same: where they differ by more
 * than `tolerance`, the months are listed and nothing is joined. A publisher that has revised its history differs there too; then
 * `vintage` says which to believe. Without it, the bundled numbers stay what they are up to their last month. The meta of every series
 * says from which month on the numbers are those of the newer file (`joins`).
 *
 * @param newer a panel with the same assets (those that ended before may be absent), or a series where `bundled` is one; a series may have
 *   another name, such as that of a file's column, since its months show what it is.
 * @throws InputError `calendar.mismatch` (not monthly, no month in common), `calendar.gap`, `panel.name` (an asset, field or indicator is
 *   missing or unknown), `series.invalid`, `append.kind` (total, price or excess returns, before or after fees), `append.differs` with the
 *   months, `append.nothing` (the newer file ends no later).
 * @example
 * const bundled = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, 0.02] } });
 * const newer = fromReturns({ frequency: 'monthly', dates: ['2024-02', '2024-03'], returns: { A: [0.02, 0.03] }, source: 'my file' });
 * const both = appendMonths(bundled, newer).returns('A');
 * console.log(both.values.join(' '), both.meta.joins); // 0.01 0.02 0.03 [ { from: '2024-03-31', source: 'my file' } ]
 */
export function appendMonths<Asset extends string, Field extends string, Indicator extends string>(
  bundled: Panel<Asset, Field, Indicator>,
  newer: AnyPanel,
  options?: AppendOptions,
): Panel<Asset, Field, Indicator>;
export function appendMonths(bundled: ReturnSeries, newer: ReturnSeries, options?: AppendOptions): ReturnSeries;
export function appendMonths(bundled: object, newer: object, options: AppendOptions = {}): unknown {
  const where = 'appendMonths';
  assertKnownOptions(where, options, ['tolerance', 'vintage', 'source']);
  const { tolerance = ROUNDING, vintage, source } = options;
  assertNumber(where, 'tolerance', tolerance, { min: 0 });
  if (vintage !== undefined) assertOneOf(where, 'vintage', vintage, ['newer', 'bundled']);
  if (source !== undefined) assertName(where, 'source', source);
  const said = { tolerance, vintage, source };
  if (!isSeries(bundled)) return joined(storeOf(bundled, where), storeOf(newer, where), said);
  assertReturnSeries(where, 'the newer one', newer);
  const [a, b] = [fromSeries(bundled), fromSeries({ ...newer, name: bundled.name })].map((panel) =>
    storeOf(panel, where),
  );
  return joined(a!, b!, said).returns(bundled.name);
}

const isSeries = (given: unknown): given is ReturnSeries =>
  typeof given === 'object' && given !== null && 'values' in given && 'calendar' in given && 'meta' in given;

interface Said {
  readonly tolerance: number;
  readonly vintage: 'newer' | 'bundled' | undefined;
  readonly source: string | undefined;
}

function joined(a: PanelStore, b: PanelStore, { tolerance, vintage, source }: Said): AnyPanel {
  const where = 'appendMonths';
  assertSameThings(where, a, b);
  const { calendar, shared, first, newerAt } = joinedCalendar(where, a.calendar, b.calendar, vintage ?? 'bundled');
  const column = (store: PanelStore, asset: string): Float64Array | undefined => {
    const index = store.assets.indexOf(asset);
    const rows = store.calendar.length;
    return index < 0 ? undefined : store.values.subarray(index * rows, (index + 1) * rows);
  };
  const differences = a.assets.flatMap((asset) => {
    const newer = column(b, asset);
    return newer === undefined ? [] : monthDifferences(asset, a.calendar, column(a, asset)!, newer, shared, tolerance);
  });
  if (differences.length > 0 && vintage === undefined) throw differs(where, differences, tolerance);
  const values = new Float64Array(a.assets.length * calendar.length);
  const metas = a.assets.map((asset, index) => {
    const newer = column(b, asset);
    values.set(joinedColumn(calendar.length, column(a, asset)!, newer, first, newerAt), index * calendar.length);
    const meta = a.metas[index]!;
    return newer === undefined
      ? meta
      : joinedMeta(meta, b.metas[b.assets.indexOf(asset)]!, calendar.date(first), source);
  });
  return assemblePanel({ calendar, assets: a.assets, values, metas, ...joinedFacts(a, b, first) });
}

const SHOWN = 6;

function differs(where: string, differences: readonly MonthDifference[], tolerance: number): InputError {
  const shown = differences
    .slice(0, SHOWN)
    .map(
      ({ asset, date, bundled, newer }) =>
        `"${asset}" ${date}: ${percent(bundled)} and ${percent(newer)} (${percent(newer - bundled)})`,
    );
  const rest = differences.length > SHOWN ? `; and ${differences.length - SHOWN} more` : '';
  return new InputError(
    'append.differs',
    `${where}: ${differences.length} of the returns in months that both have differ by more than ${percent(tolerance)}: ${shown.join('; ')}${rest}. ` +
      "If the newer file is the same thing with a revised history, say vintage: 'newer' or 'bundled' for which to believe; if it is rounded, raise \"tolerance\"; otherwise check names, units and dividends.",
    { where, tolerance, differences },
  );
}

/** A return in a message, with digits enough to see a small difference. */
const percent = (value: number): string => (Number.isNaN(value) ? 'none' : `${Number((value * 100).toPrecision(6))} %`);
