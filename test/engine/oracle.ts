/**
 * A slow and obvious backtest to hold the engine to: money by asset name, one row after another. It shares nothing with the
 * library, on purpose, and takes its rules from the pages on accounting and timing alone.
 */
import { fallsOn, periodsPerYear, rowDate, yearsOfRow } from './oracle-calendar.js';
import { mostOf, settle } from './oracle-cost.js';
import { flowsOn } from './oracle-flows.js';
import type {
  Numbers,
  OracleDecision,
  OracleInput,
  OracleMoney,
  OracleResult,
  OracleRules,
  OracleTrade,
} from './oracle-input.js';
import { isOutside, repaired, restrained, type Standing, startOf, stillOf, type Wish, wishOf } from './oracle-wish.js';

/** First and last row with a return. */
interface Life {
  readonly first: number;
  readonly last: number;
}

/** Runs the oracle. */
export function oracle(input: OracleInput): OracleResult {
  const { returns, lag, schedule, rules = {}, costs = {} } = input;
  const names = input.assets === 'all' ? Object.keys(returns) : [...input.assets];
  const life = new Map(names.map((name) => [name, lifeOf(returns[name]!)]));
  const panelEnd = input.dates.length - 1;
  const { start, last } = span(input, [...life.values()]);
  const policy = rules.missing ?? 'error';
  const perYear = periodsPerYear[input.frequency];

  const there = (name: string, row: number): boolean => {
    if (row === life.get(name)!.first - 1) return true;
    return row >= 0 && returns[name]![row] !== null;
  };
  /** Whether this is the last row of an asset that ends before the data do. */
  const endsOn = (name: string, row: number): boolean => life.get(name)!.last === row && row < panelEnd;
  const delistingReturn = (name: string): number => {
    const given = rules.delisting?.return ?? 0;
    return typeof given === 'number' ? given : (given[name] ?? 0);
  };
  const inHole = (name: string, row: number): boolean =>
    row > life.get(name)!.first && row < life.get(name)!.last && returns[name]![row] === null;

  // The portfolio: money by name and money in cash.
  const money: Numbers = Object.fromEntries(names.map((name) => [name, 0]));
  let purse = input.flows?.initial ?? 1;
  const wealth = (): number => names.reduce((sum, name) => sum + money[name]!, purse);
  /** Whether all is lost. */
  const lost = (): boolean => wealth() <= 0;
  const shares = (): Numbers => {
    const total = wealth();
    return Object.fromEntries(names.map((name) => [name, money[name]! / total]));
  };
  const intoCash = (name: string): void => {
    purse += money[name]!;
    money[name] = 0;
  };
  const standing = (row: number): Standing => ({ names, drifted: shares(), there: (name) => there(name, row) });

  const result: OracleResult = {
    dates: [],
    net: [],
    gross: [],
    financing: [],
    fees: [],
    trading: [],
    money: [],
    weights: Object.fromEntries(names.map((name) => [name, []])),
    contributions: Object.fromEntries([...names, ...OTHERS].map((name) => [name, []])),
    decisions: [],
    trades: [],
    next: { decidedOn: rowDate(input, last), answer: {}, weights: {} },
    end: 'complete',
  };

  const over = (): boolean => result.end !== 'complete';

  // What this row has brought so far; what happens at the base is carried into the first row.
  let book: OracleMoney = emptyBook(wealth());
  /** What trading at the base left, and what it leaves at the close of a row, as shares. */
  let baseLeft = 1;
  let closeLeft = 1;
  let everTraded = false;

  /** Makes one trade at the close of a row; gives the share of wealth that it took and what it changed. */
  const makeTrade = (
    row: number,
    wish: Numbers,
    reason: OracleTrade['reason'],
    limits: OracleRules = NO_LIMITS,
  ): Pick<OracleDecision, 'drifted' | 'weights' | 'traded' | 'turnover' | 'cost'> => {
    const before = wealth();
    const now = standing(row);
    const most = (name: string): number => mostOf(input, name, row, before);
    const weights = limits === NO_LIMITS ? wish : restrained(wish, startOf(now, rules), limits, !everTraded, most);
    if (names.some((name) => weights[name] !== now.drifted[name])) everTraded = true;
    const trade = { names, row, date: rowDate(input, row), drifted: now.drifted, wish: weights, wealth: before };
    const { left, changes } = settle(input, trade);
    const after = Math.max(0, before * left);
    purse = after;
    for (const [place, name] of names.entries()) {
      const [from, to] = [now.drifted[name]!, weights[name]!];
      if (Math.abs(changes[place]!) > 1e-12) result.trades.push({ date: trade.date, reason, asset: name, from, to });
      money[name] = weights[name]! * after;
      purse -= money[name];
    }
    book.trading += before - after;
    closeLeft *= after / before;
    const traded = changes.reduce((sum, change) => sum + Math.abs(change), 0);
    const net = changes.reduce((sum, change) => sum + change, 0);
    return { drifted: now.drifted, weights, traded, turnover: (traded + Math.abs(net)) / 2, cost: 1 - after / before };
  };

  /** The answer that was last traded, who of it was there then, and how far it went. */
  let held: { answer: Numbers; there: string } | undefined;
  const presence = (answer: Numbers, row: number): string =>
    names.filter((name) => (answer[name] ?? 0) !== 0 && there(name, row)).join(' ');

  const tradeAnswer = (
    row: number,
    answer: Numbers,
    byDrift: boolean,
    reason: OracleTrade['reason'] = 'decision',
  ): ReturnType<typeof makeTrade> => {
    const now = standing(row);
    const wish: Wish = wishOf(answer, now, rules);
    held = { answer, there: presence(answer, row) };
    return makeTrade(row, byDrift ? repaired(schedule, wish, startOf(now, rules)) : wish.weights, reason, rules);
  };

  const ask = (row: number): Numbers =>
    input.decide({
      asOf: rowDate(input, row),
      listed: names.filter((name) => there(name, row)),
      holdings: shares(),
      returns: (asset, periods) => returns[asset]!.slice(row - periods + 1, row + 1).map((value) => value ?? NaN),
    });

  const waiting: { row: number; decision: OracleDecision; byDrift: boolean }[] = [];
  const execute = (row: number, decision: OracleDecision, byDrift: boolean): void => {
    Object.assign(decision, { tradedOn: rowDate(input, row), ...tradeAnswer(row, decision.target, byDrift) });
  };

  const wantsTrade = (row: number, answer: Numbers): boolean => {
    const previous = result.decisions.at(-1);
    if (previous === undefined) return true;
    if (schedule.kind === 'whenTargetChanges') {
      return names.some((name) => (answer[name] ?? 0) !== (previous.target[name] ?? 0));
    }
    if (schedule.kind !== 'whenDrifted') return true;
    const now = standing(row);
    return isOutside(schedule, wishOf(answer, now, rules).weights, now);
  };

  /** Brings in and takes out money; false when nothing is left. */
  const makeFlows = (row: number, at: 'start' | 'end'): 'none' | 'some' | 'all' => {
    const due = flowsOn(input, at, row, start, last);
    for (const { sign, amount, share } of due) {
      const there = wealth();
      const sum = share === undefined ? amount! : share * there;
      if (sign < 0 && sum >= there) {
        book.flows -= there;
        for (const name of names) money[name] = 0;
        purse = 0;
        return 'all';
      }
      purse += sign * sum;
      book.flows += sign * sum;
    }
    return due.length > 0 ? 'some' : 'none';
  };

  for (let row = start; row <= last; row++) {
    const opened = wealth();
    /** Contributions of the row, and what is left of 1 by and by. */
    const part = new Map<string, number>();
    let left = baseLeft;
    const take = (name: string, fraction: number): void => {
      part.set(name, (part.get(name) ?? 0) - left * fraction);
      left *= 1 - fraction;
    };
    const taken = { gross: 0, financing: 0, fees: 0 };
    const proceeds: Numbers = {};

    // 1. Returns accrue.
    if (row > start) {
      const before = shares();
      const cashReturn = input.cash?.[row] ?? 0;
      const cashIncome = purse * cashReturn;
      const spread = purse < 0 ? ((rules.leverage?.borrowSpread ?? 0) / perYear) * -purse : 0;
      let shortFees = 0;
      let expenses = 0;
      for (const name of names) {
        result.weights[name]!.push(before[name]!);
        if (money[name] === 0) continue;
        const gone = row > life.get(name)!.last;
        const earned = gone ? delistingReturn(name) : (returns[name]![row] ?? 0);
        if (money[name]! < 0) shortFees += ((rules.leverage?.shortFee ?? 0) / perYear) * -money[name]!;
        book.assets += money[name]! * earned;
        part.set(name, baseLeft * before[name]! * earned);
        const grown = money[name]! * (1 + earned);
        money[name] = grown * (1 - expenseRatio(input, name)) ** yearsOfRow(input, row);
        expenses += grown - money[name];
        if (gone) {
          proceeds[name] = money[name];
          intoCash(name);
        }
      }
      purse += cashIncome - spread - shortFees;
      book.cash += cashIncome;
      book.financing += spread + shortFees;
      book.fees += expenses;
      part.set('(cash)', (baseLeft * cashIncome) / opened);
      // Of a wealth that is gone nothing more can be taken.
      const shareOf = (sum: number, of: number): number => (of <= 0 ? 0 : Math.min(1, sum / of));
      const earnedAll = opened + book.assets + book.cash;
      taken.gross = Math.max(-1, earnedAll / opened - 1);
      left *= 1 + taken.gross;
      taken.financing = shareOf(spread + shortFees, earnedAll);
      take('(financing)', taken.financing);
      taken.fees = shareOf(expenses, earnedAll - spread - shortFees);
      take('(expenses)', taken.fees);
      if (lost()) {
        result.end = 'ruined';
        // The loss stops at what there was: the rest is the lender's, and nothing is taken of what is not there.
        book.financing = Math.max(0, earnedAll) * taken.financing;
        book.fees = Math.max(0, earnedAll - book.financing) * taken.fees;
        book.assets = book.financing + book.fees + book.trading - book.opening - book.cash - book.flows;
      }
    }
    const unflowed = over() ? {} : shares();
    const wealthUnflowed = wealth();
    let flowed = false;
    /** The share that the portfolio fee leaves. */
    let kept = 1;
    const flow = (at: 'start' | 'end'): boolean => {
      const made = over() ? 'none' : makeFlows(row, at);
      if (made === 'all') result.end = 'depleted';
      return made !== 'none';
    };

    // 2. Flows at the end of the period. 3. The portfolio fee. 4. Flows at the start of the next.
    if (row > start) {
      flowed = flow('end');
      if (!over()) {
        kept = (1 - (costs.portfolioFee ?? 0)) ** yearsOfRow(input, row);
        book.fees += wealth() * (1 - kept);
        for (const name of names) money[name]! *= kept;
        purse *= kept;
        taken.fees = 1 - (1 - taken.fees) * kept;
        take('(fee)', 1 - kept);
      }
    }
    if (row < last && flow('start')) flowed = true;

    // 5. to 8. Trades.
    closeLeft = 1;
    if (!over() && row === last) {
      const answer = ask(row);
      result.next.answer = answer;
      result.next.weights = wishOf(answer, standing(row), rules).weights;
    } else if (!over()) {
      let tradedHere = false;
      for (const { decision, byDrift } of waiting.filter((one) => one.row === row)) {
        execute(row, decision, byDrift);
        tradedHere = true;
      }
      if (!lost() && (row === start || fallsOn(schedule, input, row, start))) {
        const answer = ask(row);
        if (wantsTrade(row, answer)) {
          const byDrift = schedule.kind === 'whenDrifted' && result.decisions.length > 0;
          const decision: OracleDecision = { ...noTrade(rowDate(input, row)), target: answer };
          result.decisions.push(decision);
          if (lag === 0) {
            execute(row, decision, byDrift);
            tradedHere = true;
          } else waiting.push({ row: row + lag, decision, byDrift });
        }
      }
      if (!lost() && policy === 'renormalise' && held !== undefined && presence(held.answer, row) !== held.there) {
        tradeAnswer(row, held.answer, false, 'membership');
        tradedHere = true;
      }
      // Weights in the wealth before the flows.
      const steady = { ...unflowed };
      if (!lost() && rules.delisting?.proceeds === 'spread') {
        const ending = names.filter((name) => endsOn(name, row) && delistingReturn(name) === 0 && money[name] !== 0);
        const paid = tradedHere ? [] : Object.keys(proceeds);
        const heirs = names.filter((name) => money[name]! > 0 && there(name, row) && life.get(name)!.last > row);
        if (ending.length + paid.length > 0 && heirs.length > 0) {
          const divide = (weights: Numbers, paidOut: (name: string) => number): void => {
            const freed = sumBy(ending, (name) => weights[name]!) + sumBy(paid, paidOut);
            const total = sumBy(heirs, (name) => weights[name]!);
            for (const name of heirs) weights[name] = weights[name]! + (freed * weights[name]!) / total;
            for (const name of ending) weights[name] = 0;
          };
          const wish = shares();
          divide(wish, (name) => (proceeds[name]! * kept) / wealth());
          divide(steady, (name) => proceeds[name]! / wealthUnflowed);
          for (const name of ending) intoCash(name);
          makeTrade(row, wish, 'delisting');
        }
      }
      if (!lost() && flowed && !tradedHere) {
        const now = standing(row);
        const still = stillOf(now, rules);
        const before = 1 - sumBy(still, (name) => steady[name]!);
        const factor = before === 0 ? 0 : Math.max(0, 1 - sumBy(still, (name) => now.drifted[name]!)) / before;
        for (const name of names) steady[name] = still.includes(name) ? now.drifted[name]! : steady[name]! * factor;
        makeTrade(row, steady, 'flow');
      }
      // What ends, and what falls into a hole, is in cash from here on.
      for (const name of names) {
        if (endsOn(name, row) && delistingReturn(name) === 0) intoCash(name);
        if (policy !== 'hold' && inHole(name, row + 1)) intoCash(name);
      }
      if (lost()) result.end = 'ruined';
    }

    if (row === start) {
      baseLeft = closeLeft;
      if (over()) break;
      continue;
    }
    const allTrading = 1 - baseLeft * closeLeft;
    part.set('(trading)', -(1 - baseLeft));
    take('(trading)', 1 - closeLeft);
    const ruined = result.end === 'ruined';
    result.dates.push(rowDate(input, row));
    result.gross.push(taken.gross);
    result.financing.push(taken.financing);
    result.fees.push(taken.fees);
    result.trading.push(allTrading);
    result.net.push(ruined ? -1 : (1 + taken.gross) * (1 - taken.financing) * (1 - taken.fees) * (1 - allTrading) - 1);
    for (const name of [...names, ...OTHERS]) result.contributions[name]!.push(part.get(name) ?? 0);
    book.closing = ruined ? 0 : wealth();
    result.money.push(book);
    book = emptyBook(book.closing);
    baseLeft = 1;
    if (over()) {
      result.next = { decidedOn: rowDate(input, row), answer: {}, weights: {} };
      break;
    }
  }
  return result;
}

/** Flows and proceeds are no decisions of the strategy: they are traded in full. */
const NO_LIMITS: OracleRules = {};

const OTHERS = ['(cash)', '(financing)', '(expenses)', '(fee)', '(trading)'] as const;

const sumBy = (names: readonly string[], of: (name: string) => number): number =>
  names.reduce((sum, name) => sum + of(name), 0);

const emptyBook = (opening: number): OracleMoney => ({
  opening,
  assets: 0,
  cash: 0,
  financing: 0,
  fees: 0,
  trading: 0,
  flows: 0,
  closing: 0,
});

const noTrade = (decidedOn: string): Omit<OracleDecision, 'target'> => ({
  decidedOn,
  tradedOn: null,
  drifted: {},
  weights: {},
  traded: 0,
  turnover: 0,
  cost: 0,
});

function expenseRatio({ costs }: OracleInput, name: string): number {
  const given = costs?.expenseRatios?.[name] ?? 0;
  return typeof given === 'number' ? given : given.rate;
}

function lifeOf(column: readonly (number | null)[]): Life {
  const rows = column.flatMap((value, row) => (value === null ? [] : [row]));
  return { first: rows.at(0)!, last: rows.at(-1)! };
}

/** The row of the first decision and the last row. */
function span(input: OracleInput, lives: readonly Life[]): { start: number; last: number } {
  const { dates, lookback, from, to } = input;
  const firsts = lives.map(({ first }) => first);
  const lasts = lives.map(({ last }) => last);
  let first = 0;
  let last = dates.length - 1;
  if (input.assets !== 'all') {
    const all = (input.rules?.missing ?? 'error') === 'error';
    first = all ? Math.max(...firsts) : Math.min(...firsts);
    last = all ? Math.min(...lasts) : Math.max(...lasts);
  }
  const warm = lookback === 0 ? -1 : first + lookback - 1;
  let begin = first;
  if (from !== undefined) while (dates[begin]! < from) begin++;
  if (to !== undefined) while (dates[last]! > to) last--;
  return { start: Math.max(begin - 1, warm), last };
}
