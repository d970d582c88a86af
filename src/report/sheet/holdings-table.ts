import { averageWeights, type BacktestResult } from '../../engine/index.js';
import { makeTable, percentCell, type Table } from '../../table/index.js';

/** What a run held on average, what it holds at its end, and what it would hold next: the `most` largest, the others counted. */
export function holdingsTable(result: BacktestResult, most: number): Table {
  const average: Readonly<Record<string, number>> = averageWeights(result);
  const { held, weights, decidedOn, scheduled } = result.nextTarget;
  const weightOf = (all: Readonly<Partial<Record<string, number>>>, asset: string): number => all[asset] ?? 0;
  const size = (asset: string): number =>
    Math.max(...[average, held, weights].map((all) => Math.abs(weightOf(all, asset))));
  const assets = result.assets.filter((asset) => size(asset) > 0).sort((a, b) => size(b) - size(a));
  const cash = (all: Readonly<Partial<Record<string, number>>>): number =>
    result.assets.reduce((left, asset) => left - weightOf(all, asset), 1);
  const rest = assets.length - most;
  return makeTable({
    title: 'Holdings',
    columns: [
      { key: 'asset', label: '', align: 'left' },
      { key: 'average', label: 'On average' },
      { key: 'held', label: `Held on ${decidedOn}` },
      { key: 'next', label: 'Next target' },
    ],
    rows: [
      ...assets.slice(0, most).map((asset) => ({
        asset,
        average: percentCell(weightOf(average, asset)),
        held: percentCell(weightOf(held, asset)),
        next: percentCell(weightOf(weights, asset)),
      })),
      {
        asset: 'Cash',
        average: percentCell(cash(average)),
        held: percentCell(cash(held)),
        next: percentCell(cash(weights)),
      },
    ],
    notes: [
      ...(rest > 0 ? [`${rest} smaller ones are left out.`] : []),
      ...(scheduled
        ? []
        : [`The schedule does not fall on ${decidedOn}: the next target is what a new investor would buy.`]),
    ],
  });
}
