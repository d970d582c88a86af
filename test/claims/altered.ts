import type { JudgedReading } from 'backtilt/report';
import { fromReturns, type Panel } from 'backtilt';

/** A panel with other numbers on the same dates; what `change` gives for a return stands in its place. */
export function altered<Asset extends string>(
  panel: Panel<Asset>,
  change: (asset: Asset, value: number, date: string) => number,
): Panel<Asset> {
  const { calendar, assets } = panel;
  const dates = Array.from({ length: calendar.length }, (_, row) => calendar.date(row));
  const columns = assets.map((asset) => {
    const { values } = panel.returns(asset);
    return [asset, dates.map((date, row) => change(asset, values[row]!, date))] as const;
  });
  const returns = Object.fromEntries(columns) as Record<Asset, number[]>;
  return fromReturns({ frequency: calendar.frequency, base: calendar.date(-1), dates, returns, units: 'fraction' });
}

/** The same panel with the returns of two assets in each other's place. */
export function swapped<Asset extends string>(panel: Panel<Asset>, one: Asset, other: Asset): Panel<Asset> {
  const source = (asset: Asset): Asset => (asset === one ? other : asset === other ? one : asset);
  const { calendar } = panel;
  const row = new Map(Array.from({ length: calendar.length }, (_, index) => [calendar.date(index) as string, index]));
  const columns = new Map(panel.assets.map((asset) => [asset, panel.returns(source(asset)).values]));
  return altered(panel, (asset, _, date) => columns.get(asset)![row.get(date)!]!);
}

/** The same panel without the rows after a day. */
export const endingOn = <Asset extends string>(panel: Panel<Asset>, day: string): Panel<Asset> =>
  altered(panel, (_, value, date) => (date <= day ? value : NaN));

/** A reading with its parts in words: "Whole months: AVUV 11.14 %, IJS 5.33 %". */
export const inWords = ({ reading, parts }: JudgedReading): string =>
  `${reading}: ${parts.map((part) => `${part.reading} ${part.unit === 'percent' ? `${(part.figure * 100).toFixed(2)} %` : part.figure}`).join(', ')}`;
