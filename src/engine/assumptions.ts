import { describeWindow, type PanelStore } from '../panel/index.js';
import type { Calendar } from '../time/index.js';
import { periodName } from '../time/index.js';
import type { Settings } from './result.js';

/** What a run assumed, in sentences for its readers. */
export function assumptionSentences(
  settings: Settings,
  calendar: Calendar,
  store: PanelStore,
  positions: Int32Array,
): readonly string[] {
  const metas = Array.from(positions, (position) => store.metas[position]!);
  const distinct = (values: readonly (string | undefined)[]): string =>
    [...new Set(values.filter((value) => value !== undefined))].join('; ');
  const sources = distinct(
    metas.map(({ source, vintage }) =>
      source === undefined ? undefined : vintage === undefined ? source : `${source}, ${vintage}`,
    ),
  );
  return Object.freeze([
    `Window: ${describeWindow(calendar, settings)}.${warmUpSentence(settings.warmUp)}`,
    `Decides ${settings.schedule}; ${lagSentence(settings.executionLag, periodName[calendar.frequency])}`,
    costSentence(settings.tradingBps),
    settings.cash === null ? 'Uninvested wealth earns nothing.' : `Uninvested wealth earns ${settings.cash}.`,
    feeSentence(metas.map(({ net }) => net)),
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

function costSentence(bps: Settings['tradingBps']): string {
  if (bps === 0) return 'Trading is free (no costs given).';
  const size =
    typeof bps === 'number'
      ? `${bps} bp`
      : Object.entries(bps)
          .map(([asset, cost]) => `${cost} bp for ${asset}`)
          .join(', ');
  return `Trading costs: ${size} of what is bought and of what is sold; the first purchase is charged too.`;
}

function feeSentence(net: readonly boolean[]): string {
  if (net.every(Boolean)) return 'Returns are net of fund fees; none is deducted again.';
  return net.some(Boolean)
    ? 'Some returns are net of fund fees, some bear none; none is deducted here.'
    : 'Returns bear no fund fees; none is deducted here.';
}
