// When prices rose and the economy shrank, by four definitions: inflation high or rising, output or earnings falling.
import type { DatedSignal, IsoDate } from 'backtilt';
import type { shiller } from 'backtilt/data';

const monthBefore = (date: IsoDate, years: number): string => `${Number(date.slice(0, 4)) - years}${date.slice(4, 7)}`;

/** `cpi` and `earnings` by the months that they describe, `recession` by hindsight: all of it was known only later. */
export const stagflations = (
  { cpi, earnings }: Pick<ReturnType<typeof shiller>, 'cpi' | 'earnings'>,
  recession: DatedSignal,
): DatedSignal[] => {
  const [prices, profits] = [cpi, earnings].map(
    ({ observations }) => new Map(observations.map(({ month, value }) => [month, value])),
  ) as [Map<string, number>, Map<string, number>];
  const growth = (levels: Map<string, number>, date: IsoDate, years = 0) =>
    (levels.get(monthBefore(date, years)) ?? NaN) / (levels.get(monthBefore(date, years + 1)) ?? NaN) - 1;
  const inflation = (date: IsoDate, years = 0) => growth(prices, date, years);
  const both = (one: number, other: number) => (Number.isNaN(one + other) ? NaN : Math.min(one, other));
  const mark = (figure: number) => (Number.isNaN(figure) ? NaN : Number(figure > 0));
  const up = {
    'inflation over 4 %': (date: IsoDate) => mark(inflation(date) - 0.04),
    'inflation higher than a year before': (date: IsoDate) => mark(inflation(date) - inflation(date, 1)),
  };
  const down = {
    'a recession': (date: IsoDate) => recession.valueOn(date),
    'real earnings falling': (date: IsoDate) => mark(inflation(date) - growth(profits, date)),
  };
  return Object.entries(up).flatMap(([high, rises]) =>
    Object.entries(down).map(([low, falls]) => ({
      name: `${high} and ${low}`,
      usesHindsight: true,
      valueOn: (date: IsoDate) => both(rises(date), falls(date)),
    })),
  );
};
