import {
  frenchFactors,
  frenchIndustries,
  frenchSize,
  frenchSizeProfitability,
  frenchSizeValue,
  frenchSizeValueProfitability,
  fundFacts,
  type Provenance,
  shiller,
  usEffectiveRate,
  usFunds,
  usFundsDaily,
  usPolicyRate,
  usTreasuryBill,
  valueSpread,
} from '../data/index.js';
import { type AnyPanel, lifeOf, type ObservationSeries, type ReturnSeries } from '../panel/index.js';

/** A series with the first and last day that it covers. */
export interface SeriesSpan {
  readonly series: string;
  readonly from: string;
  readonly to: string;
}

type Reader = () => readonly SeriesSpan[];

/** How to find the series of each bundled set, by function name and part. */
const READERS: Readonly<Record<string, Reader>> = {
  usFunds: () => panelSpans(usFunds()),
  usFundsDaily: () => panelSpans(usFundsDaily()),
  'frenchFactors three and riskFree': () => [
    ...panelSpans(frenchFactors().three),
    seriesSpan(frenchFactors().riskFree),
  ],
  'frenchFactors five': () => panelSpans(frenchFactors().five),
  'frenchFactors momentum': () => panelSpans(frenchFactors().momentum),
  frenchSize: () => panelSpans(frenchSize()),
  frenchSizeValue: () => panelSpans(frenchSizeValue()),
  frenchSizeProfitability: () => panelSpans(frenchSizeProfitability()),
  frenchIndustries: () => panelSpans(frenchIndustries()),
  frenchSizeValueProfitability: () => panelSpans(frenchSizeValueProfitability()),
  usPolicyRate: () => [observationSpan('target rate', usPolicyRate())],
  usEffectiveRate: () => [observationSpan('effective rate', usEffectiveRate())],
  usTreasuryBill: () => [seriesSpan(usTreasuryBill())],
  shiller: () => namedObservations(shiller()),
  valueSpread: () => namedObservations(valueSpread()),
};

/** The series of a bundled set with their spans; the set's own span where it is no collection of series. */
export function bundledSpans(set: Provenance): readonly SeriesSpan[] {
  const reader = READERS[set.part === undefined ? set.name : `${set.name} ${set.part}`];
  if (reader !== undefined) return reader();
  const series = set.name === 'fundFacts' ? Object.keys(fundFacts()).join(' ') : 'turning points';
  return [{ series: series.length > 40 ? `${set.series} funds` : series, ...set.span }];
}

function panelSpans(panel: Pick<AnyPanel, 'assets' | 'returns'>): SeriesSpan[] {
  return panel.assets.map((asset) => seriesSpan(panel.returns(asset)));
}

function seriesSpan({ name, calendar, values }: ReturnSeries): SeriesSpan {
  const { first, last } = lifeOf(values);
  return first < 0
    ? { series: name, from: '–', to: '–' }
    : { series: name, from: calendar.date(first), to: calendar.date(last) };
}

function namedObservations(group: object): SeriesSpan[] {
  return Object.entries(group)
    .filter(
      (entry): entry is [string, ObservationSeries] =>
        typeof entry[1] === 'object' && entry[1] !== null && 'observations' in entry[1],
    )
    .map(([name, series]) => observationSpan(name, series));
}

function observationSpan(series: string, { observations }: ObservationSeries): SeriesSpan {
  return {
    series: `${series} (known on)`,
    from: observations[0]?.knownOn ?? '–',
    to: observations.at(-1)?.knownOn ?? '–',
  };
}
