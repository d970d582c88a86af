import type { DatedSignal, ReturnSeries } from '../../panel/index.js';
import { recessions } from '../../signals/index.js';
import { arithmeticMean, conditionalStatistics, type Regime, sharpeRatio, volatility } from '../../stats/index.js';
import { countCell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import type { BandsInput, BandSource } from '../charts/bands.js';
import { markup } from './markup.js';
import type { Section } from './section.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';

/** Figures inside and outside the regimes that are shaded; null where nothing that is shaded is one. */
export function regimesSection({ all, bands, riskFree }: SheetData): Section | null {
  const regimes = regimesOf(bands);
  if (Object.keys(regimes).length === 0) return null;
  const tables = all.map((one, index) => tableMarkup(regimeTable(one, regimes, riskFree), { id: `regimes-${index}` }));
  return { id: 'regimes', heading: 'By regime', body: markup`${tables}` };
}

/** What is shaded, as regimes by name. Days and lists of events have no length, so they are none. */
export function regimesOf(bands: BandsInput | undefined): Readonly<Record<string, Regime>> {
  const sources =
    bands === undefined ? [] : Array.isArray(bands) ? (bands as readonly BandSource[]) : [bands as BandSource];
  const named = new Map<string, Regime>();
  for (const source of sources) {
    const one = regimeOf(source);
    if (one === null) continue;
    const outside = one.regime;
    named.set(one.name, outside);
    named.set(`not ${one.name}`, inverse(outside));
  }
  return Object.fromEntries(named);
}

function regimeOf(source: BandSource): { readonly name: string; readonly regime: DatedSignal } | null {
  if (typeof source === 'string') return null;
  if ('turningPoints' in source) {
    const signal = recessions(source, { known: 'hindsight' });
    return { name: signal.name, regime: signal };
  }
  if ('valueOn' in source) return { name: source.name, regime: source };
  if (!('from' in source && 'to' in source)) return null;
  const { from, to, label = `${from} to ${to}` } = source;
  const within = (date: string): number => Number(date >= from && date.slice(0, to.length) <= to);
  return { name: label, regime: { name: label, usesHindsight: false, valueOn: within } };
}

const inverse = (regime: DatedSignal): DatedSignal => ({
  ...regime,
  valueOn: (date) => 1 - regime.valueOn(date),
});

/** The figures of `conditionalStatistics` with their units. */
export function regimeTable(
  series: ReturnSeries,
  regimes: Readonly<Record<string, Regime>>,
  riskFree: ReturnSeries | undefined,
): Table {
  const cash = series.meta.kind === 'excess' ? undefined : riskFree;
  const { regimes: found, notes } = conditionalStatistics(series, regimes, {
    mean: arithmeticMean,
    volatility,
    sharpe: (chosen) => sharpeRatio(chosen, { riskFree: cash }),
  });
  return makeTable({
    title: `${series.name} by regime`,
    columns: [
      { key: 'regime', label: '', align: 'left' },
      { key: 'periods', label: 'n' },
      { key: 'spells', label: 'Spells' },
      { key: 'from', label: 'From' },
      { key: 'to', label: 'To' },
      { key: 'mean', label: 'Mean a year' },
      { key: 'volatility', label: 'Volatility' },
      { key: 'sharpe', label: 'Sharpe ratio' },
    ],
    rows: found.map(({ regime, periods, spells, from, to, values }) => ({
      regime: textCell(regime),
      periods: countCell(periods),
      spells: countCell(spells),
      from: textCell(from),
      to: textCell(to),
      mean: percentCell(values.mean),
      volatility: percentCell(values.volatility),
      sharpe: numberCell(values.sharpe),
    })),
    notes,
  });
}
