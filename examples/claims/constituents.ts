// What an index and its members made in 2024: the part of C14 whose data are not bundled.
import { calendarReturns, type ReturnSeries } from 'backtilt';
import type { ClaimFigure, ClaimReading } from 'backtilt/report';
import { mean } from './leadership.js';

/**
 * What is not bundled: the index and its members with their months of 2024, all by price or all with dividends, such as
 * `{ index: sp500, members: { NVDA: stocks.returns('NVDA'), … }, seven: ['AAPL', 'AMZN', 'GOOGL', 'META', 'MSFT', 'NVDA', 'TSLA'] }`.
 */
export interface Constituents {
  readonly index: ReturnSeries;
  readonly members: Readonly<Record<string, ReturnSeries>>;
  readonly seven: readonly string[];
}

export const in2024 = (series: ReturnSeries): number =>
  calendarReturns(series).find(({ year, complete }) => year === 2024 && complete)?.total ?? NaN;
export const part = (reading: string, is: number, figure: number): ClaimFigure => ({
  reading,
  says: { is, within: 0.005 },
  figure,
});

export const allThree = ({ index, members, seven }: Constituents): ClaimReading => {
  const total = in2024(index);
  const years = Object.values(members)
    .map(in2024)
    .filter((year) => !Number.isNaN(year));
  const share = part('share of members ahead', 0.19, years.filter((year) => year > total).length / years.length);
  const largest = part('mean of the seven', 0.67, mean(seven.map((name) => in2024(members[name]!))));
  return { reading: index.name, parts: [part('index', 0.23, total), largest, { ...share, n: years.length }] };
};
