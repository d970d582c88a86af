import { fromReturns, type Panel, type ReturnKind } from 'backtilt';

/** Month ends from a month (`2020-01`) on, as `YYYY-MM`. */
export function monthsFrom(first: string, count: number): string[] {
  const start = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, index) => {
    const month = start + index;
    return `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

/** A monthly panel from 2020-01 on (base 2019-12-31) from columns of returns; null where an asset has none. */
export function months<Asset extends string>(
  returns: Readonly<Record<Asset, readonly (number | null)[]>>,
  first = '2020-01',
  kind: ReturnKind = 'total',
): Panel<Asset> {
  const columns: readonly (readonly (number | null)[])[] = Object.values(returns);
  return fromReturns<Asset>({
    frequency: 'monthly',
    dates: monthsFrom(first, columns[0]!.length),
    returns,
    units: 'fraction',
    kind,
  });
}

/** Weekdays from a day on, as ISO dates. `first` must be a Monday. */
export function weekdaysFrom(first: string, count: number): string[] {
  const [year = 0, month = 0, day = 0] = first.split('-').map(Number);
  const days: string[] = [];
  const lengths = (y: number): number[] => [
    31,
    y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28,
    ...[31, 30, 31, 30, 31, 31, 30, 31, 30, 31],
  ];
  let [y, m, d] = [year, month, day];
  for (let step = 0; days.length < count; step++) {
    if (step % 7 < 5) {
      days.push(`${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`);
    }
    d++;
    if (d > lengths(y)[m - 1]!) {
      d = 1;
      m++;
    }
    if (m > 12) {
      m = 1;
      y++;
    }
  }
  return days;
}
