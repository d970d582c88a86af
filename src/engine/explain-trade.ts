import { ownEntry } from '../core/index.js';
import { tradeGroups } from './trade-groups.js';
import { costText, listText, moneyText, percent, weightsText } from './explain-words.js';
import type { BacktestResult, BoundRule, Decision, Settings, Trade } from './result.js';

/** What was traded at one close and why, in sentences. */
export function tradeSentences({ decisions, trades, flows, settings }: BacktestResult, date: string): string[] {
  const groups = tradeGroups(trades.filter((trade) => trade.date === date));
  const made = decisions.filter(({ tradedOn }) => tradedOn === date);
  const ofDecisions = groups.filter(([first]) => first!.reason === 'decision');
  const taken = flows.some((flow) => flow.date === date && flow.amount < 0);
  // Money that was taken is paid by the trade that follows; without leverage there is no other debt.
  const owed = taken && settings.rules.leverage === undefined ? 'owed to the withdrawal' : 'debt';
  return [
    ...made.flatMap((decision) => decisionSentences(decision, ofDecisions.flat(), settings, owed)),
    ...groups
      .filter(([first]) => first!.reason !== 'decision')
      .map((group) => `${CAUSES[group[0]!.reason]}: it ${amountsText(group, settings)}.`),
  ];
}

const CAUSES: Readonly<Record<Trade['reason'], string>> = {
  decision: 'The decision was traded',
  membership: "An asset came or went, so the last answer was traded anew (missing: 'renormalise')",
  delisting: "The proceeds of what ended were divided among what is still held (delisting proceeds: 'spread')",
  flow: 'The money that came or went was bought or sold in proportion to what was held',
};

function decisionSentences(decision: Decision, trades: readonly Trade[], settings: Settings, owed: string): string[] {
  const { decidedOn, tradedOn, target, drifted, weights, bound, turnover, cost, first } = decision;
  const when =
    decidedOn === tradedOn
      ? `Decided on this day and traded at its close (decides ${settings.schedule})`
      : `Decided on ${decidedOn} and traded on ${tradedOn ?? 'no day'} (execution lag ${settings.executionLag}; decides ${settings.schedule})`;
  const nothing = Object.keys(drifted).length === 0;
  return [
    `${when}.`,
    `The strategy answered: ${weightsText(target)}.`,
    nothing ? 'Before the trade all was in cash.' : `Held before the trade: ${weightsText(drifted, owed)}.`,
    ...bound.map((rule) => ruleSentence(rule, decision, settings)),
    trades.length === 0 ? 'That moved nothing.' : `It ${amountsText(trades, settings)}.`,
    `Held after the trade: ${weightsText(weights)}.`,
    `${first ? 'This was the first purchase. ' : ''}One-way turnover: ${percent(turnover)}; the trade cost ${costText(cost)} of wealth.`,
  ];
}

/** "bought IWM for 0.021 (27.90 % to 30.00 %); sold SPY for …". */
function amountsText(trades: readonly Trade[], settings: Settings): string {
  const money = moneyText(settings);
  const side = (verb: string, sign: 1 | -1): string[] => {
    const some = trades.filter(({ amount }) => amount * sign > 0);
    some.sort((a, b) => sign * (b.amount - a.amount));
    const parts = some.map(
      ({ asset, amount, from, to }) => `${asset} for ${money(Math.abs(amount))} (${percent(from)} to ${percent(to)})`,
    );
    return parts.length === 0 ? [] : [`${verb} ${listText(parts)}`];
  };
  return [...side('bought', 1), ...side('sold', -1)].join('; ');
}

/** Which rule bound, on what, and what became of the answer there. */
function ruleSentence({ rule, name, assets }: BoundRule, { target, weights }: Decision, settings: Settings): string {
  const changes = assets.map(
    (asset) =>
      `${asset} ${percent(ownEntry(target, asset) ?? 0)} answered, ${percent(ownEntry(weights, asset) ?? 0)} held`,
  );
  return `${RULES[rule](settings, name)}: ${listText(changes)}.`;
}

const RULES: Readonly<Record<BoundRule['rule'], (settings: Settings, name: string | undefined) => string>> = {
  missing: ({ rules }) =>
    `Not all of it could be traded where returns are missing (missing: '${rules.missing ?? 'error'}')`,
  maxHoldings: ({ rules }) => `Only the ${rules.maxHoldings ?? 0} largest weights were kept (maxHoldings)`,
  maxWeight: () => 'A weight was above its limit (maxWeight)',
  group: ({ rules }, name) => {
    const max = rules.groups?.find((group) => group.name === name)?.max ?? NaN;
    return `The group "${name ?? ''}" was above its limit of ${percent(max)}`;
  },
  maxTurnover: ({ rules }) =>
    `The trade stopped short at a one-way turnover of ${percent(rules.maxTurnover ?? NaN)} (maxTurnover)`,
  maxParticipation: ({ costs }) =>
    `The trade was held to ${percent(costs.impact?.maxParticipation ?? NaN)} of the volume (maxParticipation)`,
  minTrade: ({ rules }) => `A change smaller than ${percent(rules.minTrade ?? NaN)} was not made (minTrade)`,
  funding: () => 'Purchases were scaled down to what could be paid for',
};
