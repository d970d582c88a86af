import { type AnyPanel, slice } from '../../panel/index.js';
import type { DatedEvent } from '../../signals/index.js';
import { totalReturn } from '../../stats/index.js';
import { addMonths, isoDate, type IsoDateOrMonth, parseIsoDate } from '../../time/index.js';

/**
 * The compounded return of an asset over the months that follow an event: from the first month after the one in which it became
 * known. NaN where the data do not hold every one of them.
 */
export function returnAfter(panel: AnyPanel, asset: string, { knownOn }: DatedEvent, months: number): number {
  return returnOver(panel, asset, parseIsoDate(knownOn, 'event'), months);
}

/** The share of all stretches of so many months, beginning after each month of a panel, in which one asset beat another. */
export function shareOfWindows(
  panel: AnyPanel,
  winner: string,
  loser: string,
  months: number,
): { share: number; windows: number } {
  const starts = [panel.calendar.base, ...panel.calendar.days];
  const differences = starts
    .map((day) => returnOver(panel, winner, day, months) - returnOver(panel, loser, day, months))
    .filter((difference) => !Number.isNaN(difference));
  return {
    share: differences.filter((difference) => difference > 0).length / differences.length,
    windows: differences.length,
  };
}

function returnOver(panel: AnyPanel, asset: string, day: number, months: number): number {
  const month = (ahead: number): IsoDateOrMonth => isoDate(addMonths(day, ahead)).slice(0, 7) as IsoDateOrMonth;
  const { calendar } = panel;
  if (month(1) < calendar.date(0).slice(0, 7) || month(months) > calendar.date(calendar.length - 1).slice(0, 7))
    return NaN;
  const series = slice(panel, { from: month(1), to: month(months) }).returns(asset);
  return series.values.slice().some((value) => Number.isNaN(value)) || series.values.length !== months
    ? NaN
    : totalReturn(series);
}
