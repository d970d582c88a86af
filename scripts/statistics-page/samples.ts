/** The small series on which the page compares figures, in percent per period, as the page prints them. */
export interface Sample {
  /** How a sentence names it: "on …". */
  readonly name: string;
  readonly frequency: 'monthly' | 'quarterly';
  readonly portfolio: readonly number[];
  /** What the portfolio is compared with, or cash; absent where nothing needs it. */
  readonly benchmark?: readonly number[];
  readonly cash?: readonly number[];
  /** Where the figures come from. */
  readonly origin: string;
}

/** The samples by name. */
export const samples = {
  bacon: {
    name: 'Bacon’s months',
    frequency: 'monthly',
    portfolio: [
      ...[0.3, 2.6, 1.1, -1, 1.5, 2.5, 1.6, 6.7, -1.4, 4, -0.5, 8.1],
      ...[4, -3.7, -6.1, 1.7, -4.9, -2.2, 7, 5.8, -6.5, 2.4, -0.5, -0.9],
    ],
    benchmark: [
      ...[0.2, 2.5, 1.8, -1.1, 1.4, 1.8, 1.4, 6.5, -1.5, 4.2, -0.6, 8.3],
      ...[3.9, -3.8, -6.2, 1.5, -4.8, 2.1, 6, 5.6, -6.7, 1.9, -0.3, 0],
    ],
    origin:
      'portfolio and benchmark of 24 months, January 2000 to December 2001, in Bacon, C. R. (2008), Practical Portfolio Performance Measurement and Attribution, 2nd ed., as PerformanceAnalytics has them (data set `portfolio_bacon`)',
  },
  quarters: {
    name: 'the four quarters',
    frequency: 'quarterly',
    portfolio: [10, -6, 0, 2],
    cash: [1, 0, 1, 0],
    origin: 'four made-up quarters, with cash where it is spoken of, to be checked by hand',
  },
  turned: {
    name: 'the turned quarters',
    frequency: 'quarterly',
    portfolio: [-6, 10, 0, 2],
    origin: 'the same with the first two exchanged, so that the series begins with a loss',
  },
} as const satisfies Readonly<Record<string, Sample>>;

/** The name of a sample in the table of differences. */
export type SampleName = keyof typeof samples;
