import {
  assertKnownOptions,
  assertName,
  assertNumber,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
  isSparse,
  ownEntry,
  seededRandom,
  suggestNames,
} from '../core/index.js';
import { fromReturns, type Panel } from '../panel/index.js';
import { dayNumber, type Frequency, isoDate, lastDayOfMonth, weekday } from '../time/index.js';

/** What there is room for up to the year 9999, the last that a date can have. */
const MOST_ROWS = { monthly: 96_000, daily: 2_000_000 } as const;

/** Options of {@link randomPanel}. */
export interface RandomPanelOptions<Asset extends string> {
  readonly assets: readonly Asset[];
  readonly rows: number;
  /** Equal seeds give equal panels. */
  readonly seed: number;
  /** 'monthly' (default) or 'daily'. */
  readonly frequency?: Extract<Frequency, 'daily' | 'monthly'>;
  /** Rows before an asset is listed, by asset; 0 when absent. */
  readonly listedAfter?: Readonly<Partial<Record<Asset, number>>>;
}

/**
 * A made panel of independent normal returns, for tests and examples: mean 0.8 % and standard deviation 5 % a month, or 0.04 %
 * and 1 % a day, from January 2000 on.
 *
 * @throws InputError `option.range`, `option.type`, `option.unknown`, `asset.unknown`, those of `fromReturns`.
 * @example
 * const panel = randomPanel({ assets: ['A', 'B'], rows: 24, seed: 7 });
 * console.log(panel.calendar.length, panel.calendar.date(0)); // 24 2000-01-31
 */
export function randomPanel<const Asset extends string>(options: RandomPanelOptions<Asset>): Panel<Asset> {
  assertKnownOptions('randomPanel', options, ['assets', 'rows', 'seed', 'frequency', 'listedAfter']);
  const { assets, rows, seed, frequency = 'monthly' } = options;
  assertOneOf('randomPanel', 'frequency', frequency, ['daily', 'monthly']);
  assertNumber('randomPanel', 'rows', rows, { min: 1, max: MOST_ROWS[frequency], integer: true });
  assertNumber('randomPanel', 'seed', seed, { integer: true });
  const given: unknown = assets;
  if (!Array.isArray(given) || isSparse(given)) {
    const found = describeValue(given);
    throw new InputError('option.type', `randomPanel: "assets" is ${found}; it must be an array of names.`, { found });
  }
  given.forEach((asset: unknown, index) => {
    assertName('randomPanel', `assets[${index}]`, asset);
  });
  const listedAfter: Readonly<Record<string, number | undefined>> = options.listedAfter ?? {};
  assertObject('randomPanel', '"listedAfter"', listedAfter);
  for (const [asset, after] of Object.entries(listedAfter)) {
    if (!(assets as readonly string[]).includes(asset)) {
      const hint = suggestNames(asset, assets);
      throw new InputError('asset.unknown', `randomPanel, listedAfter: no asset "${asset}". ${hint}`, { asset });
    }
    assertNumber('randomPanel', `listedAfter.${asset}`, after, { min: 0, integer: true });
  }
  const [mean, deviation] = frequency === 'monthly' ? [0.008, 0.05] : [0.0004, 0.01];
  const returns = Object.fromEntries(
    assets.map((asset, index) => {
      const random = seededRandom(seed * 1009 + index);
      const listed = ownEntry(listedAfter, asset) ?? 0;
      const column = Array.from({ length: rows }, (_, row) => {
        const drawn = Math.max(-0.9, mean + deviation * random.normal());
        return row < listed ? NaN : drawn;
      });
      return [asset, column];
    }),
  ) as Record<Asset, number[]>;
  return fromReturns({
    frequency,
    dates: frequency === 'monthly' ? monthEnds(rows) : weekdays(rows),
    returns,
    units: 'fraction',
  });
}

const monthEnds = (rows: number): string[] =>
  Array.from({ length: rows }, (_, row) => isoDate(lastDayOfMonth(24000 + row)));

function weekdays(rows: number): string[] {
  const days: string[] = [];
  for (let day = dayNumber(2000, 1, 3); days.length < rows; day++) if (weekday(day) <= 5) days.push(isoDate(day));
  return days;
}
