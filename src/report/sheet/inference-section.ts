import { type ReturnSeries } from '../../panel/index.js';
import { inPercent } from '../../core/index.js';
import { type Cell, makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import { type Inferred, resampled, type SharpeProof } from './inferred.js';
import { type Markup, markup, nothing } from './markup.js';
import { attempt, type Section } from './section.js';
import { drawn, bootstrapCharts } from './sheet-charts.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';

/** How much of it may be luck: intervals from resampled histories, and what the Sharpe ratio proves. */
export async function inferenceSection(data: SheetData, proofs: readonly SharpeProof[]): Promise<Section> {
  const bodies: Markup[] = [];
  for (const [index, one] of data.subjects.entries()) bodies.push(await aboutOne(one, data, proofs[index]!, index));
  return { id: 'inference', heading: 'How much of it may be luck', body: markup`${bodies}` };
}

async function aboutOne(series: ReturnSeries, data: SheetData, proof: SharpeProof, index: number): Promise<Markup> {
  const found: Inferred[] = [];
  const intervals = await attempt(() => {
    const one = resampled(series, data);
    found.push(one);
    return tableMarkup(intervalTable(one), { id: `intervals-${index}` });
  });
  const heading = data.subjects.length === 1 ? nothing : markup`<h3>${series.name}</h3>`;
  const figures = data.subjects.length === 1 ? await drawn(found.flatMap(bootstrapCharts)) : nothing;
  return markup`${heading}<div class="pair"><div>${intervals}</div><div>${tableMarkup(proofTable(proof), { id: `proof-${index}` })}</div></div>${figures}`;
}

/** Estimates with the middle of their resampled distribution; percentiles, since the deepest drawdown is no smooth statistic. */
export function intervalTable({ paths, sharpe }: Inferred): Table {
  const lines = [
    ['CAGR', paths.statistics.cagr, percentCell],
    ['Sharpe ratio', sharpe.statistics.sharpeRatio, numberCell],
    ['Max drawdown', paths.statistics.maxDrawdown, percentCell],
  ] as const;
  const level = inPercent(paths.level);
  return makeTable({
    title: `Block bootstrap: ${paths.replications} histories, mean block of ${numberCell(paths.blockLength, 1).text} rows, seed ${paths.seed}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'estimate', label: 'Estimate' },
      { key: 'low', label: `${level} from` },
      { key: 'median', label: 'Median' },
      { key: 'high', label: 'to' },
    ],
    rows: lines.map(
      ([figure, { estimate, median, percentile }, cell]: readonly [
        string,
        (typeof lines)[number][1],
        (value: number) => Cell,
      ]) => ({
        figure,
        estimate: cell(estimate),
        low: cell(percentile.low),
        median: cell(median),
        high: cell(percentile.high),
      }),
    ),
    notes: [...new Set([...paths.notes, ...sharpe.notes.filter((note) => note.startsWith('Warning'))])],
  });
}

/** The lines of the tests of a Sharpe ratio in one table, each once. */
export function proofTable({ probabilistic, length, deflated }: SharpeProof): Table {
  const tables = [probabilistic, length, ...(deflated === null ? [] : [deflated])].map(({ table }) => table);
  const lines = new Map<string, Cell>();
  for (const { rows, texts } of tables)
    for (const [row, [label, text]] of texts.entries()) {
      const own = label === 'Probability above it' && lines.has(label) ? 'Probability above that (deflated)' : label!;
      if (!lines.has(own)) lines.set(own, { value: rows[row]!['value'] ?? null, text: text! });
    }
  return makeTable({
    title: `What the Sharpe ratio proves${deflated === null ? '' : `, of ${deflated.trials} trials`}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: 'Value' },
    ],
    rows: [
      ...[...lines].map(([figure, value]) => ({ figure, value })),
      { figure: 'Record long enough', value: textCell(length.longEnough ? 'yes' : 'no') },
    ],
    notes: [...new Set(tables.flatMap(({ notes }) => notes))],
  });
}
