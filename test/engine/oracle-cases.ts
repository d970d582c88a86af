import {
  addField,
  addIndicator,
  annually,
  daily,
  everyPeriods,
  fromReturns,
  monthly,
  once,
  quarterly,
  whenDrifted,
  whenTargetChanges,
  type CalendarSchedule,
  type Panel,
  type ReturnSeries,
  type Schedule,
  type Strategy,
} from 'backtilt';
import { dateOf, dayOf } from './oracle-calendar.js';
import type {
  Numbers,
  OracleCosts,
  OracleFlow,
  OracleFlows,
  OracleInput,
  OracleRules,
  OracleSight,
} from './oracle-input.js';

/** Random cases for the engine and the oracle: every feature drawn by chance, in every combination that is allowed. */

/** One case, as each side takes it. */
export interface Case {
  readonly seed: number;
  readonly input: OracleInput;
  readonly panel: Panel<string, string, string>;
  readonly strategy: Strategy;
  /** Options of `backtest`, as plain data. */
  readonly options: {
    readonly costs?: OracleCosts;
    readonly cash?: string | ReturnSeries;
    readonly executionLag: number;
    readonly window?: { readonly from: string; readonly to: string };
    readonly flows?: OracleFlows;
    readonly rules?: OracleRules;
  };
  /** Which features were drawn, to count what is covered. */
  readonly features: readonly string[];
}

/** Chance that follows from a seed alone. */
class Chance {
  #state: number;
  constructor(seed: number) {
    this.#state = (Math.imul(seed, 2654435761) + 12345) >>> 0 || 1;
    for (let round = 0; round < 8; round++) this.number();
  }
  /** From 0 to 1. */
  number(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state / 4294967296;
  }
  between(low: number, high: number): number {
    return Math.round((low + (high - low) * this.number()) * 1e6) / 1e6;
  }
  whole(low: number, high: number): number {
    return low + Math.floor(this.number() * (high - low + 1));
  }
  happens(share: number): boolean {
    return this.number() < share;
  }
  of<T>(...options: readonly T[]): T {
    return options[this.whole(0, options.length - 1)]!;
  }
}

/** A number from 0 to 1 that follows from a text alone. */
function textDraw(text: string): number {
  let hash = 2166136261;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
  return new Chance(hash).number();
}

function datesOf(frequency: 'daily' | 'weekly' | 'monthly', rows: number, chance: Chance): string[] {
  if (frequency === 'weekly') {
    const friday = dayOf('2019-11-01') + 7 * chance.whole(0, 20);
    return Array.from({ length: rows }, (_, row) => dateOf(friday + 7 * row));
  }
  const first = dayOf('2019-11-18') + chance.whole(0, 60);
  const dates: string[] = [];
  for (let day = first; dates.length < rows; day++) {
    const date = dateOf(day);
    if (
      frequency === 'daily'
        ? day % 7 < 5 && date.slice(5) !== '01-01'
        : date.slice(0, 7) !== dateOf(day + 1).slice(0, 7)
    ) {
      dates.push(date);
    }
  }
  return dates;
}

function calendarSchedule(chance: Chance): CalendarSchedule {
  const periods = chance.whole(1, 7);
  return chance.of<CalendarSchedule>(
    once(),
    daily(),
    monthly(),
    monthly(),
    quarterly(),
    annually({ month: chance.whole(1, 12) }),
    everyPeriods(periods, { offset: chance.whole(0, periods - 1) }),
  );
}

function scheduleOf(chance: Chance): Schedule {
  const kind = chance.number();
  if (kind < 0.45) return calendarSchedule(chance);
  const check = chance.of<CalendarSchedule>(daily(), daily(), monthly(), everyPeriods(chance.whole(1, 4)));
  if (kind < 0.6) return whenTargetChanges({ check });
  const band = chance.between(0.005, 0.06);
  const relative = chance.between(0.03, 0.3);
  const widths = chance.of<{ band?: number; relative?: number }>({ band }, { relative }, { band, relative });
  const trade = chance.of('all' as const, 'drifted' as const);
  return whenDrifted({ ...widths, check, trade, to: chance.of('target', 'edge') });
}

type Style = 'full' | 'part' | 'single' | 'equal' | 'blocks' | 'levered' | 'longShort';

/** Weights that follow from what is seen: by chance from the day and the name, more for what rose, less for what is held. */
function decideBy(seed: number, style: Style, lookback: number, choices: readonly string[] | null, most: number) {
  return (sight: OracleSight): Numbers => {
    const when =
      style === 'blocks' ? `${sight.asOf.slice(0, 5)}${Math.floor(Number(sight.asOf.slice(5, 7)) / 4)}` : sight.asOf;
    const among = choices ?? sight.listed;
    const raw = among.map((name) => {
      const past = lookback === 0 || style === 'blocks' ? [] : Array.from(sight.returns(name, lookback));
      const risen = past.some((value) => value > 0.01) ? 2 : 1;
      const held = style !== 'blocks' && (sight.holdings[name] ?? 0) > 0.3 ? 0.5 : 1;
      const drawn = textDraw(`${seed} ${when} ${name}`);
      return [name, drawn < 0.2 ? 0 : risen * held * drawn] as const;
    });
    const sum = raw.reduce((total, [, weight]) => total + weight, 0);
    const share = 0.4 + 0.6 * textDraw(`${seed} ${when}`);
    const scaled = (by: number): Numbers =>
      Object.fromEntries(
        raw.filter(([, weight]) => weight !== 0).map(([name, weight]) => [name, (weight / sum) * by * (1 - 1e-13)]),
      );
    if (sum === 0) return {};
    switch (style) {
      case 'full':
        return scaled(1);
      case 'part':
      case 'blocks':
        return scaled(share);
      case 'equal': {
        const chosen = raw.filter(([, weight]) => weight > 0.3);
        return Object.fromEntries(chosen.map(([name]) => [name, (1 / chosen.length) * (1 - 1e-13)]));
      }
      case 'single': {
        const best = raw.reduce((one, other) => (other[1] > one[1] ? other : one));
        return best[1] < 0.4 ? {} : { [best[0]]: 0.9 };
      }
      case 'levered':
        return scaled(share * most);
      case 'longShort': {
        const signed = scaled(share * most);
        for (const name of Object.keys(signed)) {
          if (textDraw(`${seed} short ${when} ${name}`) < 0.4) signed[name] = -signed[name]!;
        }
        return signed;
      }
    }
  };
}

/** A case from a seed, of 20 to 60 rows where no number is given. */
export function randomCase(seed: number, wantedRows?: number): Case {
  const chance = new Chance(seed);
  const features = new Set<string>();
  const mark = <T>(name: string, value: T): T => {
    features.add(name);
    return value;
  };
  const maybe = <T>(share: number, name: string, make: () => T): T | undefined =>
    chance.happens(share) ? mark(name, make()) : undefined;

  const frequency = mark(
    ...pair(chance.of('monthly' as const, 'monthly' as const, 'daily' as const, 'weekly' as const)),
  );
  const rows = wantedRows ?? chance.whole(20, 60);
  const dates = datesOf(frequency, rows, chance);
  const all = Array.from({ length: chance.whole(3, 6) }, (_, index) => `A${index}`);
  const universe = chance.happens(0.25);
  const names = universe ? all : all.filter((name, index) => index === 1 || chance.happens(0.8) || name === 'A2');
  if (universe) features.add('all assets');
  const missing = mark(...pair(chance.of('error' as const, 'hold' as const, 'cash' as const, 'renormalise' as const)));
  const leverage = maybe(0.35, 'leverage', () => ({
    max: chance.between(1.2, 3),
    borrowSpread: chance.between(0, 0.05),
    shortFee: chance.between(0, 0.05),
  }));
  const style =
    leverage === undefined
      ? chance.of<Style>('full', 'part', 'single', 'equal', 'blocks')
      : chance.of<Style>('levered', 'longShort', 'longShort', 'blocks');
  features.add(style);

  // Returns: larger ones for fewer rows; now and then a crash.
  const size = { daily: 0.03, weekly: 0.06, monthly: 0.12 }[frequency];
  const crash = chance.happens(leverage === undefined ? 0.08 : 0.35) ? mark('crash', chance.between(0.02, 0.1)) : 0;
  const third = Math.floor(rows / 3);
  const column = (whole: boolean): (number | null)[] => {
    const begins = whole || chance.happens(0.5) ? 0 : mark('late listing', chance.whole(1, third));
    const ends = whole || chance.happens(0.5) ? rows - 1 : mark('ended', rows - 1 - chance.whole(1, third));
    const holes = new Set<number>();
    if (!whole && missing !== 'error' && chance.happens(0.5)) {
      for (let count = chance.whole(1, 3); count > 0; count--) {
        const from = chance.whole(begins + 1, ends - 2);
        for (let row = from; row < Math.min(ends, from + chance.whole(1, 4)); row++) holes.add(row);
      }
      features.add('hole');
    }
    return dates.map((_, row) => {
      const value = chance.between(-size, size * 1.1);
      const crashed = chance.happens(crash) ? chance.of(-1, chance.between(-0.95, -0.4)) : value;
      return row < begins || row > ends || holes.has(row) ? null : crashed;
    });
  };
  const returns: Record<string, (number | null)[]> = Object.fromEntries(
    all.map((name, index) => [name, column(index === 0)]),
  );
  const cashKind = chance.of('none', 'series', 'asset');
  const cash = dates.map(() => chance.between(0, size / 8));
  const asAsset = cashKind === 'asset' && !universe;
  const base = fromReturns({
    frequency,
    dates,
    returns: asAsset ? { ...returns, BILL: cash } : returns,
    units: 'fraction',
  });
  const bills = fromReturns({ frequency, dates, returns: { Bill: cash }, units: 'fraction' }).returns('Bill');
  if (cashKind !== 'none') features.add('cash');

  // Costs.
  const start = base.calendar.date(-1);
  const knownOn = [start, ...dates];
  const initial = chance.between(1000, 100000);
  const columns = (low: number, high: number): Record<string, number[]> =>
    Object.fromEntries(all.map((name) => [name, knownOn.map(() => chance.between(low, high))]));
  const volume = columns(initial * 0.1, initial * 2);
  const volatility = columns(0.005, 0.03);
  const impact = maybe(0.25, 'impact', () => ({
    volume: 'volume',
    volatility: chance.of<string | number>('volatility', chance.between(0.005, 0.03)),
    ...optional(
      'coefficient',
      maybe(0.5, 'coefficient', () => chance.between(0.3, 1.5)),
    ),
    ...optional(
      'maxParticipation',
      maybe(0.5, 'participation', () => chance.between(0.05, 0.6)),
    ),
  }));
  const dated = (): { from: string; bps: number }[] => [
    { from: '2000-01', bps: chance.whole(10, 80) },
    { from: dates[chance.whole(2, rows - 2)]!, bps: chance.whole(0, 40) },
  ];
  const tradingBps = maybe(0.7, 'bps', () =>
    chance.of<() => NonNullable<OracleCosts['tradingBps']>>(
      () => chance.whole(0, 60),
      dated,
      () =>
        Object.fromEntries(
          all.map((name) => [name, chance.happens(0.3) ? mark('dated bps', dated()) : chance.whole(0, 60)]),
        ),
    )(),
  );
  const perTrade = maybe(0.25, 'perTrade', () => chance.between(0.5, 10));
  const costs: OracleCosts = {
    ...optional('tradingBps', tradingBps),
    ...optional('perTrade', perTrade),
    ...optional('impact', impact),
    ...optional(
      'solution',
      maybe(0.4, 'selfConsistent', () => 'selfConsistent' as const),
    ),
    ...optional(
      'expenseRatios',
      maybe(0.3, 'expense ratios', () =>
        Object.fromEntries(names.filter(() => chance.happens(0.6)).map((name) => [name, chance.between(0, 0.05)])),
      ),
    ),
    ...optional(
      'portfolioFee',
      maybe(0.3, 'portfolio fee', () => chance.between(0.001, 0.05)),
    ),
  };

  // Rules.
  const chosen = style === 'longShort' || style === 'levered' ? (leverage?.max ?? 1) : 1;
  const grouped = names.filter(() => chance.happens(0.6));
  const half = Math.ceil(grouped.length / 2);
  const rules: OracleRules = {
    ...optional('leverage', leverage),
    ...(missing === 'error' ? {} : { missing }),
    ...optional(
      'delisting',
      maybe(0.5, 'delisting', () => ({
        ...optional(
          'return',
          maybe(0.6, 'delisting return', () =>
            chance.happens(0.5)
              ? chance.of(-0.3, -0.55, -1, 0.1)
              : Object.fromEntries(names.filter(() => chance.happens(0.5)).map((name) => [name, -0.3])),
          ),
        ),
        ...optional(
          'proceeds',
          maybe(0.6, 'spread', () => 'spread' as const),
        ),
      })),
    ),
    ...optional(
      'maxHoldings',
      maybe(0.2, 'maxHoldings', () => chance.whole(1, 4)),
    ),
    ...optional(
      'maxWeight',
      maybe(0.25, 'maxWeight', () =>
        chance.happens(0.5)
          ? chance.between(0.15, 0.6)
          : Object.fromEntries(names.filter(() => chance.happens(0.6)).map((name) => [name, chance.between(0.1, 0.6)])),
      ),
    ),
    ...optional(
      'groups',
      grouped.length < 2
        ? undefined
        : maybe(0.25, 'groups', () => [
            { name: 'one', assets: grouped.slice(0, half), max: chance.between(0.1, 0.7) * chosen },
            { name: 'two', assets: grouped.slice(half), max: chance.between(0.1, 0.7) * chosen },
          ]),
    ),
    ...optional(
      'maxTurnover',
      maybe(0.2, 'maxTurnover', () => chance.between(0.02, 0.4)),
    ),
    ...optional(
      'minTrade',
      maybe(0.25, 'minTrade', () => chance.between(0.001, 0.05)),
    ),
  };

  // Where the run begins and ends, and when it decides.
  const lookback = chance.whole(0, 4);
  const window = maybe(0.3, 'window', () => ({
    from: dates[third + chance.whole(0, 2)]!,
    to: dates[rows - third - chance.whole(2, 4)]!,
  }));
  const schedule = scheduleOf(chance);
  features.add(schedule.kind);
  if (schedule.kind === 'whenDrifted') features.add(`${schedule.trade} to ${schedule.to}`);
  const lag = chance.of(0, 0, 0, 0, 1, 1, 2, 3);
  features.add(lag === 0 ? 'no lag' : 'lag');

  // Flows. Days lie well inside the run, whatever its window is.
  const prices = knownOn.map((_, entry) => Math.round((100 + 0.3 * entry + chance.between(-10, 10)) * 1e4) / 1e4);
  const flow = (share: number): OracleFlow => {
    const days = chance.happens(0.2);
    const inside = [third + 6, third + 8, rows - third - 6].filter((row) => row > third + 5 && row < rows - third - 5);
    const asShare = chance.happens(0.4);
    const regular = calendarSchedule(chance);
    const drawn = maybe(0.5, 'flow at start', () => 'start' as const);
    // Once is at the base, where only a flow at the start of a period can fall.
    const atStart = !(days && inside.length > 0) && regular.kind === 'once' ? ('start' as const) : drawn;
    return {
      ...(asShare ? { share: chance.between(0.001, share) } : { amount: chance.between(1, initial * share) }),
      schedule:
        days && inside.length > 0
          ? mark(
              'flow days',
              inside.map((row) => dateOf(dayOf(dates[row]!) - chance.whole(0, frequency === 'daily' ? 0 : 4))),
            )
          : regular,
      ...optional('at', atStart),
      ...optional(
        'inflation',
        asShare
          ? undefined
          : maybe(0.4, 'inflation', () => chance.of<number | string>(chance.between(-0.02, 0.1), 'prices')),
      ),
      ...optional(
        'from',
        maybe(0.2, 'flow from', () => dates[chance.whole(0, third)]!),
      ),
      ...optional(
        'to',
        maybe(0.2, 'flow to', () => dates[chance.whole(rows - third, rows - 1)]!),
      ),
    };
  };
  const needed = perTrade !== undefined || impact !== undefined;
  const flows =
    needed || chance.happens(0.4)
      ? {
          initial,
          ...optional(
            'contributions',
            maybe(0.5, 'contributions', () =>
              chance.of<() => OracleFlow | OracleFlow[]>(
                () => flow(0.1),
                () => [flow(0.1), flow(0.05)],
              )(),
            ),
          ),
          ...optional(
            'withdrawals',
            maybe(0.5, 'withdrawals', () =>
              chance.of<() => OracleFlow | OracleFlow[]>(
                () => flow(0.08),
                () => [flow(0.15), flow(0.03)],
              )(),
            ),
          ),
        }
      : undefined;
  if (flows !== undefined) features.add('flows');

  // Without a policy only what is listed may be chosen.
  const choices = missing !== 'error' && chance.happens(0.6) ? mark('chooses what is not there', names) : null;
  const decide = decideBy(seed, style, lookback, choices, leverage === undefined ? 1 : leverage.max * (1 - 1e-9));
  const withFields = addField(addField(base, 'volume', { knownOn, values: volume }), 'volatility', {
    knownOn,
    values: volatility,
  });
  const panel = addIndicator(
    withFields,
    'prices',
    knownOn.map((day, entry) => ({ knownOn: day as `${number}-${number}-${number}`, value: prices[entry]! })),
  );
  const shared = {
    ...optional('costs', Object.keys(costs).length === 0 ? undefined : costs),
    ...optional('flows', flows),
    ...optional('rules', Object.keys(rules).length === 0 ? undefined : rules),
  };
  return {
    seed,
    features: [...features],
    panel: panel,
    strategy: {
      name: `case ${seed}`,
      assets: universe ? 'all' : names,
      lookback,
      schedule,
      decide: (view) =>
        decide({
          asOf: view.asOf,
          listed: Array.from(view.listed, (position) => view.assets[position]!),
          holdings: view.holdings,
          returns: (asset, periods) => view.returns(asset, periods),
        }),
    },
    options: {
      ...shared,
      ...optional('cash', cashKind === 'none' ? undefined : asAsset ? 'BILL' : bills),
      executionLag: lag,
      ...optional('window', window),
    },
    input: {
      frequency,
      base: start,
      dates,
      returns,
      assets: universe ? 'all' : names,
      lookback,
      schedule,
      lag,
      ...optional('cash', cashKind === 'none' ? undefined : cash),
      ...window,
      ...shared,
      fields: { volume, volatility },
      indicators: { prices },
      decide,
    },
  };
}

const pair = <T extends string>(value: T): [string, T] => [value, value];

/** An option that is there, or is not. */
function optional<K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> {
  return (value === undefined ? {} : { [key]: value }) as Partial<Record<K, T>>;
}
