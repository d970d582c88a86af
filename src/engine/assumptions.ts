import { inPercent, ownEntry } from '../core/index.js';
import { describeWindow, type PanelStore } from '../panel/index.js';
import { type Calendar, periodName } from '../time/index.js';
import type { TradingCost } from './costs-options.js';
import { flowSentences } from './flow-sentences.js';
import { distinctTexts } from './joined-meta.js';
import type { Decision, Settings } from './result.js';
import { ruleSentences } from './rule-sentences.js';

/** What a run assumed, in sentences for its readers. */
export function assumptionSentences(
  settings: Settings,
  calendar: Calendar,
  store: PanelStore,
  positions: Int32Array,
  decisions: readonly Decision[],
  indicators: readonly string[],
): readonly string[] {
  const metas = Array.from(positions, (position) => store.metas[position]!);
  const sources = distinctTexts([
    ...metas.map(({ source, vintage }) =>
      source === undefined ? undefined : vintage === undefined ? source : `${source}, ${vintage}`,
    ),
    ...indicators.map((name) => store.indicators.get(name)!.source),
  ]);
  return Object.freeze([
    `Window: ${describeWindow(calendar, settings)}.${warmUpSentence(settings.warmUp)}`,
    `Decides ${settings.schedule}; ${lagSentence(settings.executionLag, periodName[calendar.frequency])}`,
    costSentence(settings.tradingBps, (settings.costs.perTrade ?? 0) > 0 || settings.costs.impact !== undefined),
    ...otherCosts(settings.costs),
    settings.cash === null ? 'Uninvested wealth earns nothing.' : `Uninvested wealth earns ${settings.cash}.`,
    ...feeSentences(
      metas.map(({ net }) => net),
      Array.from(positions, (position) => store.assets[position]!),
      settings.costs,
    ),
    ...ruleSentences(settings.rules, decisions),
    ...flowSentences(settings.flows),
    ...(metas.some(({ researchPortfolio }) => researchPortfolio === true)
      ? [
          'Research portfolios: the trading inside them, at their own reconstitution, is not charged, so a fund could not have earned this.',
        ]
      : []),
    'No taxes.',
    ...(sources === '' ? [] : [`Data: ${sources}.`]),
  ]);
}

function warmUpSentence(rows: number): string {
  return rows === 0
    ? ''
    : ` The ${rows === 1 ? 'row' : `${rows} rows`} before it went into the lookback and the wait for fields.`;
}

function lagSentence(lag: number, period: string): string {
  if (lag === 0) return 'trades at the close that it saw and earns from the next row on (execution lag 0).';
  return `trades ${lag} ${period}${lag === 1 ? '' : 's'} later and earns from the row after that on (execution lag ${lag}); until the first trade all is cash.`;
}

function costSentence(bps: Settings['tradingBps'], others: boolean): string {
  if (bps === 0) return others ? 'No trading cost in basis points.' : 'Trading is free (no costs given).';
  const size =
    typeof bps === 'number' || isDated(bps)
      ? oneCost(bps)
      : Object.entries(bps)
          .map(([asset, cost]) => `${oneCost(cost ?? 0)} for ${asset}`)
          .join(', ');
  return `Trading costs: ${size} of what is bought and of what is sold; the first purchase is charged too.`;
}

const isDated = (bps: Settings['tradingBps']): bps is Exclude<TradingCost, number> => Array.isArray(bps);

const oneCost = (cost: TradingCost): string =>
  typeof cost === 'number' ? `${cost} bp` : cost.map(({ from, bps }) => `${bps} bp from ${from} on`).join(', ');

function otherCosts({ perTrade = 0, impact, solution }: Settings['costs']): string[] {
  const cap = impact?.maxParticipation;
  return [
    ...(perTrade === 0 ? [] : [`Each trade in an asset costs ${perTrade} besides, in money.`]),
    ...(impact === undefined
      ? []
      : [
          `Market impact by the square-root law: ${impact.coefficient ?? 1} × volatility (${impact.volatility}) × √(trade / ${impact.volume})` +
            `${cap === undefined ? '' : `; no trade of a decision above ${inPercent(cap)} of the volume`}.`,
        ]),
    ...(solution === 'selfConsistent' ? ['Costs are solved on the wealth that they leave (self-consistent).'] : []),
  ];
}

function feeSentences(
  net: readonly boolean[],
  assets: readonly string[],
  { expenseRatios, portfolioFee = 0 }: Settings['costs'],
): string[] {
  const deducted = assets.flatMap((asset) => {
    const given = ownEntry(expenseRatios ?? {}, asset);
    if (given === undefined) return [];
    const [rate, onTop] = typeof given === 'object' ? [given.rate, ', on top of returns net of fees'] : [given, ''];
    return [`${inPercent(rate)} of ${asset}${onTop}`];
  });
  return [
    ...(deducted.length === 0
      ? [noneDeducted(net)]
      : [`Expense ratios deducted, a year: ${deducted.join(', ')}; of no other asset.`]),
    ...(portfolioFee === 0 ? [] : [`A portfolio fee of ${inPercent(portfolioFee)} a year.`]),
  ];
}

function noneDeducted(net: readonly boolean[]): string {
  if (net.every(Boolean)) return 'Returns are net of fund fees; none is deducted again.';
  return net.some(Boolean)
    ? 'Some returns are net of fund fees, some bear none; none is deducted here.'
    : 'Returns bear no fund fees; none is deducted here.';
}
