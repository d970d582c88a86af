import { stillMembers } from './aim.js';
import type { ViewSource } from './decision-view.js';
import { investFlow } from './invest-flow.js';
import type { Portfolio } from './portfolio.js';
import type { Rebalancer } from './rebalancer.js';
import type { RunInput } from './run.js';
import { spreadProceeds } from './spread-proceeds.js';

/** Everything that happens at one close after its returns, in the order of docs/accounting.md; false when nothing is left. */
export function close(input: RunInput, source: ViewSource, portfolio: Portfolio, rebalancer: Rebalancer): boolean {
  const { plan, flows, rules } = input;
  const { row, trades, wealth } = portfolio;
  const [tradesBefore, flowsBefore] = [trades.length, portfolio.flows.length];
  if (!portfolio.move(flows.ends.get(row))) return false;
  const left = portfolio.takeFee();
  if (row === plan.last) return true;
  if (!portfolio.move(flows.starts.get(row))) return false;
  if (!rebalancer.rebalance()) return false;
  const rebalanced = trades.length > tradesBefore;
  if (rules.spreadProceeds && !divideProceeds(input, portfolio, rebalanced ? 0 : portfolio.paid * left)) return false;
  if (rebalanced || portfolio.flows.length === flowsBefore) return true;
  // The wealth that there would be without the flows: fee and spreading took the same share of both.
  return putToWork(input, source, portfolio, wealth * left * portfolio.kept);
}

/** Buys with what assets that ended at this close left behind. */
function divideProceeds({ lives, store }: RunInput, portfolio: Portfolio, paid: number): boolean {
  const spread = spreadProceeds(portfolio.position, lives, store, portfolio.row, paid);
  return spread === null || portfolio.trade('delisting', spread.drifted, spread.wish, []);
}

/** Buys with money that came, or sells for money that went, in proportion to what is held. */
function putToWork({ rules }: RunInput, source: ViewSource, portfolio: Portfolio, basis: number): boolean {
  const { holdings } = portfolio.position;
  const drifted = portfolio.weights();
  const still = rules.missing === 'hold' ? stillMembers(source, portfolio.row, drifted) : [];
  return portfolio.trade('flow', drifted, investFlow(holdings, drifted, still, basis), []);
}
