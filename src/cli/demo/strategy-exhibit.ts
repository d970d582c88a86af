import type { BacktestResult } from '../../engine/index.js';
import type { ReturnSeries } from '../../panel/index.js';
import { compareSeries } from '../../report/index.js';
import { makeTable } from '../../table/index.js';
import type { Exhibit } from './section.js';

/** A strategy beside its benchmarks as an exhibit: its figures, its costs and its warnings. */
export function strategyExhibit(
  file: string,
  title: string,
  results: readonly BacktestResult[],
  benchmark: ReturnSeries,
  riskFree: ReturnSeries,
  labels: readonly string[],
): Exhibit {
  const comparison = compareSeries(results, { benchmark, riskFree, title, labels });
  const [first] = results;
  const own =
    first === undefined ? [] : first.assumptions.filter((sentence) => /^(Decides|Trading|Uninvested)/.test(sentence));
  const warnings = results.flatMap((result) =>
    result.warnings.map((warning) => `Warning, ${labels[results.indexOf(result)]!}: ${warning}`),
  );
  const { layout, texts } = comparison.table;
  const table = makeTable({
    title: comparison.table.title,
    columns: layout,
    rows: texts.map((cells, row) => {
      const values = comparison.table.rows[row]!;
      return Object.fromEntries(
        layout.map(({ key }, column) => [key, { value: values[key] ?? null, text: cells[column]! }]),
      );
    }),
    notes: [...comparison.notes, ...own, ...warnings],
  });
  return { file, table, data: comparison };
}
