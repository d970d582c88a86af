/**
 * A slow and obvious backtest to hold the engine to: money by asset name, one row after another. It shares nothing with the
 * library, on purpose, and takes its rules from the documented semantics alone.
 */

/** When the oracle's strategy decides. */
export interface OracleSchedule {
  readonly kind: 'once' | 'daily' | 'monthly' | 'quarterly' | 'annually' | 'everyPeriods';
  readonly month?: number;
  readonly periods?: number;
}

/** What a decision may look at. */
export interface OracleSight {
  readonly asOf: string;
  /** Names that have a price today. */
  readonly listed: readonly string[];
  /** What is held, as shares of wealth. */
  readonly holdings: Readonly<Record<string, number | undefined>>;
  /** The last returns of an asset, oldest first. */
  returns(asset: string, periods: number): ArrayLike<number>;
}

/** Everything that a run is made from; a return that is not there is null. */
export interface OracleInput {
  readonly base: string;
  readonly dates: readonly string[];
  readonly returns: Readonly<Record<string, readonly (number | null)[]>>;
  readonly assets: readonly string[] | 'all';
  readonly lookback: number;
  readonly schedule: OracleSchedule;
  readonly lag: number;
  readonly bps: Readonly<Record<string, number>>;
  readonly cash: readonly number[];
  readonly from?: string;
  readonly to?: string;
  decide(sight: OracleSight): Record<string, number>;
}

/** One decision and its trade, as shares of the wealth before the trade. */
export interface OracleDecision {
  readonly decidedOn: string;
  tradedOn: string | null;
  readonly target: Record<string, number>;
  drifted: Record<string, number>;
  traded: number;
  turnover: number;
  cost: number;
}

/** What a run gives: one entry per row after the first decision. */
export interface OracleResult {
  readonly dates: string[];
  readonly net: number[];
  readonly gross: number[];
  readonly wealth: number[];
  readonly decisions: OracleDecision[];
  readonly next: { readonly decidedOn: string; weights: Record<string, number> };
  /** Shares at the start of each row, by asset. */
  readonly weights: Record<string, number[]>;
}

/** Runs the oracle. */
export function oracle(input: OracleInput): OracleResult {
  const { dates, returns, lag, cash } = input;
  const names = input.assets === 'all' ? Object.keys(returns) : [...input.assets];
  const life = new Map(names.map((name) => [name, lifeOf(returns[name]!)]));
  const dateOf = (row: number): string => (row === -1 ? input.base : dates[row]!);
  const { start, last } = span(input, life);

  const money: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]));
  let purse = 1;
  let wealthBefore = 1;
  const result: OracleResult = {
    dates: [],
    net: [],
    gross: [],
    wealth: [],
    decisions: [],
    next: { decidedOn: dateOf(last), weights: {} },
    weights: Object.fromEntries(names.map((name) => [name, []])),
  };
  const waiting: { row: number; decision: OracleDecision }[] = [];
  const total = (): number => names.reduce((sum, name) => sum + money[name]!, purse);

  const look = (row: number): Record<string, number> => {
    const wealth = total();
    const holdings = Object.fromEntries(names.map((name) => [name, money[name]! / wealth]));
    const listed = names.filter((name) => row >= life.get(name)!.first - 1 && row <= life.get(name)!.last);
    const history = (asset: string, periods: number): number[] =>
      returns[asset]!.slice(row - periods + 1, row + 1).map((value) => value ?? NaN);
    return input.decide({ asOf: dateOf(row), listed, holdings, returns: history });
  };

  const makeTrade = (row: number, decision: OracleDecision): void => {
    const wealth = total();
    let cost = 0;
    let bought = 0;
    let sold = 0;
    decision.drifted = {};
    for (const name of names) {
      const wanted = row > life.get(name)!.last ? 0 : (decision.target[name] ?? 0);
      const drifted = money[name]! / wealth;
      if (drifted !== 0) decision.drifted[name] = drifted;
      if (wanted > drifted) bought += wanted - drifted;
      else sold += drifted - wanted;
      cost += (input.bps[name]! / 10000) * Math.abs(wanted - drifted);
    }
    const left = wealth - cost * wealth;
    purse = left;
    for (const name of names) {
      const wanted = row > life.get(name)!.last ? 0 : (decision.target[name] ?? 0);
      money[name] = wanted * left;
      purse -= wanted * left;
    }
    decision.tradedOn = dateOf(row);
    decision.traded = bought + sold;
    // Cash is a holding too: what is bought beyond what is sold comes out of it, and the other way round.
    decision.turnover = (bought + sold + Math.abs(bought - sold)) / 2;
    decision.cost = cost;
  };

  for (let row = start; row <= last; row++) {
    if (row > start) {
      for (const name of names) {
        if (row > life.get(name)!.last) {
          purse += money[name]!;
          money[name] = 0;
        }
      }
      const opening = total();
      for (const name of names) result.weights[name]!.push(money[name]! / opening);
      for (const name of names) if (money[name] !== 0) money[name]! *= 1 + returns[name]![row]!;
      // Crumbs that rounding leaves are not worth a lookup.
      if (Math.abs(purse) > 1e-12) purse *= 1 + cash[row]!;
      result.gross.push(total() / opening - 1);
    }
    const due = waiting.find((one) => one.row === row);
    if (due !== undefined && row < last) makeTrade(row, due.decision);
    if (row === last) {
      result.next.weights = look(row);
    } else if (row === start || decides(input.schedule, dateOf(row), dateOf(row + 1), row - start)) {
      const decision: OracleDecision = {
        decidedOn: dateOf(row),
        tradedOn: null,
        target: look(row),
        drifted: {},
        traded: 0,
        turnover: 0,
        cost: 0,
      };
      result.decisions.push(decision);
      if (lag === 0) makeTrade(row, decision);
      else waiting.push({ row: row + lag, decision });
    }
    if (row > start) {
      result.dates.push(dateOf(row));
      result.net.push(total() / wealthBefore - 1);
      result.wealth.push(total());
      wealthBefore = total();
    }
  }
  return result;
}

interface Life {
  readonly first: number;
  readonly last: number;
}

function lifeOf(column: readonly (number | null)[]): Life {
  const rows = column.flatMap((value, row) => (value === null ? [] : [row]));
  return { first: rows.at(0)!, last: rows.at(-1)! };
}

/** The row of the first decision and the last row. */
function span({ dates, assets, lookback, from, to }: OracleInput, lives: Map<string, Life>): Life & { start: number } {
  let first = 0;
  let last = dates.length - 1;
  if (assets !== 'all') {
    for (const { first: begins, last: ends } of lives.values()) {
      first = Math.max(first, begins);
      last = Math.min(last, ends);
    }
  }
  const warm = lookback === 0 ? -1 : first + lookback - 1;
  let begin = first;
  if (from !== undefined) while (dates[begin]! < from) begin++;
  if (to !== undefined) while (dates[last]! > to) last--;
  return { first, start: Math.max(begin - 1, warm), last };
}

function decides(schedule: OracleSchedule, date: string, next: string, since: number): boolean {
  const month = Number(date.slice(5, 7));
  const monthEnds = date.slice(0, 7) !== next.slice(0, 7);
  if (schedule.kind === 'once') return false;
  if (schedule.kind === 'daily') return true;
  if (schedule.kind === 'everyPeriods') return since % (schedule.periods ?? 1) === 0;
  if (schedule.kind === 'monthly') return monthEnds;
  if (schedule.kind === 'quarterly') return monthEnds && month % 3 === 0;
  return monthEnds && month === schedule.month;
}
