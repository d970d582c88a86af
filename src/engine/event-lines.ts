import { ownEntry } from '../core/index.js';
import { type Cell, numberCell, percentCell, type TableInput, textCell } from '../table/index.js';
import { costText, moneyDigits } from './explain-words.js';
import type { BacktestResult, BoundRule, Decision } from './result.js';

/** Every purchase and sale. */
export function tradeLines({ trades, settings }: BacktestResult): Omit<TableInput, 'title'> {
  const digits = moneyDigits(settings);
  const left = ['date', 'reason', 'asset'].map((key) => ({ key, align: 'left' as const }));
  return {
    columns: [...left, { key: 'from' }, { key: 'to' }, { key: 'amount' }],
    rows: trades.map(({ date, reason, asset, from, to, amount }) => ({
      date,
      reason,
      asset,
      from: percentCell(from),
      to: percentCell(to),
      amount: numberCell(amount, digits),
    })),
    notes: ['From and to are weights before and after; what was sold has an amount below 0.'],
  };
}

/** Every decision, with the answer and what was held after its trade. */
export function decisionLines({ decisions, assets }: BacktestResult): Omit<TableInput, 'title'> {
  const left = (key: string): { key: string; align: 'left' } => ({ key, align: 'left' });
  return {
    columns: [
      left('decidedOn'),
      left('tradedOn'),
      { key: 'turnover' },
      { key: 'cost' },
      left('bound'),
      ...assets.flatMap((asset) => [{ key: `target ${asset}` }, { key: `weight ${asset}` }]),
    ],
    rows: decisions.map((decision) => ({
      decidedOn: decision.decidedOn,
      tradedOn: decision.tradedOn,
      turnover: percentCell(decision.turnover),
      cost: { value: decision.cost, text: costText(decision.cost) },
      bound: boundText(decision.bound),
      ...Object.fromEntries(assets.flatMap((asset) => weightsOf(decision, asset))),
    })),
    notes: ['Turnover is one-way, cost a fraction of the wealth before the trade; weights are those after it.'],
  };
}

function weightsOf({ target, weights, tradedOn }: Decision, asset: string): [string, Cell][] {
  return [
    [`target ${asset}`, percentCell(ownEntry(target, asset) ?? 0)],
    [`weight ${asset}`, tradedOn === null ? textCell(null) : percentCell(ownEntry(weights, asset) ?? 0)],
  ];
}

/** "maxWeight (SPY); group Small caps (IWM, AVUV)"; empty where no rule changed anything. */
const boundText = (bound: readonly BoundRule[]): string =>
  bound
    .map(({ rule, name, assets }) => `${name === undefined ? rule : `${rule} ${name}`} (${assets.join(', ')})`)
    .join('; ');
