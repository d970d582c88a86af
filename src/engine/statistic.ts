import { describeValue, InputError } from '../core/index.js';
import type { ReturnSeries } from '../panel/index.js';

/** A figure of a series by which runs are compared, the more the better. */
export type Statistic = (series: ReturnSeries) => number;

/** Refuses what is no function. */
export function assertStatistic(where: string, statistic: unknown): void {
  if (typeof statistic === 'function') return;
  throw new InputError(
    'option.type',
    `${where}: "statistic" is ${describeValue(statistic)}; it must be a function of a return series, such as sharpeRatio.`,
    { where, option: 'statistic' },
  );
}

/** What tables call it. */
export const statisticName = ({ name }: Statistic): string => (name === '' ? 'the statistic' : name);
