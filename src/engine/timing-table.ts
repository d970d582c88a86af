import { describeSpan, proxyNote } from '../panel/index.js';
import { cagr, maxDrawdown, volatility } from '../stats/index.js';
import { type Cell, makeTable, percentCell, type Table } from '../table/index.js';
import { cutToCommon } from './cut-series.js';
import type { TimingFigures, TimingLuck } from './timing-luck.js';

type Luck = Omit<TimingLuck, 'table' | 'notes' | 'toString' | typeof Symbol.iterator>;

/** The table of a comparison of schedules, and the notes that stand below it. */
export function timingTable(luck: Luck): Table {
  const { variants, benchmark, tranched } = luck;
  const row = (schedule: string, figures: TimingFigures): Readonly<Record<string, Cell | string>> => ({
    schedule,
    cagr: percentCell(figures.cagr),
    volatility: percentCell(figures.volatility),
    maxDrawdown: percentCell(figures.maxDrawdown),
    ...(benchmark === null ? {} : { activeReturn: percentCell(figures.activeReturn) }),
  });
  return makeTable({
    title: `${luck.name}: rebalance timing luck, ${describeSpan(tranched.calendar)}`,
    columns: [
      { key: 'schedule', label: 'Decides', align: 'left' },
      { key: 'cagr', label: 'CAGR' },
      { key: 'volatility', label: 'Volatility' },
      { key: 'maxDrawdown', label: 'Max drawdown' },
      ...(benchmark === null ? [] : [{ key: 'activeReturn', label: 'Active return' }]),
    ],
    rows: [
      ...variants.map((variant) => row(variant.label, variant)),
      row(`equal parts of all ${variants.length}`, luck.tranchedFigures),
      ...(benchmark === null ? [] : [row(benchmark.name, benchmarkFigures(luck, benchmark))]),
    ],
    notes: notesOf(luck),
  });
}

function benchmarkFigures({ tranched }: Luck, benchmark: NonNullable<Luck['benchmark']>): TimingFigures {
  const common = cutToCommon(tranched, benchmark, 'timingLuck')?.[1] ?? benchmark;
  return {
    cagr: cagr(common),
    volatility: volatility(common),
    maxDrawdown: maxDrawdown(common),
    activeReturn: NaN,
  };
}

const purchase = (lag: number): string =>
  lag === 0 ? 'buy at it' : `buy ${lag} row${lag === 1 ? '' : 's'} later (execution lag ${lag})`;

function notesOf({ variants, base, spread, standardDeviation, best, worst, tranched, benchmark }: Luck): string[] {
  const percent = (value: number): string => percentCell(value).text;
  const early = variants.filter(({ result }) => result.end !== 'complete');
  const idle = variants.filter(({ result }) => result.decisions.length < 2);
  const proxy = proxyNote(tranched);
  const shared = (variants[0]?.result.assumptions ?? []).filter((sentence) =>
    variants.every(({ result }) => result.assumptions.includes(sentence)),
  );
  return [
    Number.isNaN(spread)
      ? 'CAGR, and so the spread, is undefined: under one year.'
      : `From best to worst ${percent(spread)} a year (${best!}; ${worst!}); standard deviation ${percent(standardDeviation)} over ${variants.length} variants.`,
    'Which date is best is luck, not skill, and was known only afterwards. Judge the strategy by the equal parts, or by the whole range.',
    `All decide first at the close of ${base}, ${purchase(variants[0]!.result.settings.executionLag)}, and hold the same until their first own date. Equal parts are funded once and left alone.`,
    ...(benchmark === null ? [] : ['Active return: mean return over the benchmark per period, times periods a year.']),
    ...early.map(
      ({ label, result }) =>
        `Warning: ${label} is ${result.end} on ${result.settings.to}; all are compared up to there at most.`,
    ),
    ...(idle.length === 0
      ? []
      : [
          `Warning: no trade after the first purchase: ${idle.map(({ label }) => label).join('; ')}. The window is too short for luck to show.`,
        ]),
    ...(tranched.meta.usesHindsight === true
      ? ['Warning: uses hindsight: nobody could have traded this at the time.']
      : []),
    ...(proxy === undefined ? [] : [`Warning: ${proxy}`]),
    ...shared,
  ];
}
