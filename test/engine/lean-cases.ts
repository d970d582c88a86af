import {
  annually,
  daily,
  defineStrategy,
  everyPeriods,
  fixedMix,
  fromReturns,
  monthly,
  once,
  quarterly,
  type BacktestOptions,
  type CalendarSchedule,
  type Panel,
  type Strategy,
} from 'backtilt';
import { seededRandom, type Random } from '../../src/core/index.js';
import { monthsFrom, weekdaysFrom } from './made-panel.js';
import type { Numbers, OracleInput, OracleSight } from './oracle-input.js';

/** Random cases of what the lean path is for: returns without holes, calendar schedules, proportional costs, and cash. */

/** One case, as the engine and as the oracle take it. */
export interface LeanCase {
  readonly panel: Panel;
  readonly strategy: Strategy;
  readonly options: BacktestOptions;
  readonly input: OracleInput;
  readonly features: readonly string[];
}

const FREQUENCIES = ['daily', 'weekly', 'monthly', 'quarterly', 'annual'] as const;
type Frequency = (typeof FREQUENCIES)[number];

const pick = <T>(random: Random, ...values: readonly T[]): T => values[random.integer(values.length)]!;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random.uniform();

/** Rows from the end of 1999 on. */
export function datesOf(frequency: Frequency, rows: number): string[] {
  const every = (list: string[], step: number): string[] => list.filter((_, index) => index % step === step - 1);
  switch (frequency) {
    case 'daily':
      return weekdaysFrom('2000-01-03', rows);
    case 'weekly':
      return every(weekdaysFrom('2000-01-03', rows * 5), 5);
    case 'monthly':
      return monthsFrom('2000-01', rows);
    case 'quarterly':
      return every(monthsFrom('2000-01', rows * 3), 3);
    case 'annual':
      return every(monthsFrom('2000-01', rows * 12), 12);
  }
}

function scheduleOf(random: Random): CalendarSchedule {
  const periods = 1 + random.integer(7);
  return pick<CalendarSchedule>(
    random,
    once(),
    daily(),
    monthly(),
    quarterly(),
    annually({ month: 1 + random.integer(12) }),
    everyPeriods(periods, { offset: random.integer(periods) }),
  );
}

/** A number from 0 to 1 that follows from a text alone. */
function drawOf(text: string): number {
  let hash = 17;
  for (const letter of text) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0;
  return seededRandom(hash).uniform();
}

/** Weights that move smoothly with what is seen: so that no rounding decides anything. */
function decideBy(seed: number, names: readonly string[], lookback: number, share: number) {
  return (sight: OracleSight): Numbers => {
    const drawn = drawOf(`${seed} ${sight.asOf}`);
    const chosen = names.filter((name) => drawOf(`${seed} ${sight.asOf} ${name}`) < 0.8);
    if (chosen.length === 0 || drawn < 0.05) return {};
    const raw = chosen.map((name) => {
      const past = lookback === 0 ? [] : Array.from(sight.returns(name, lookback));
      return 1 + past.reduce((sum, value) => sum + value, 0) ** 2 + (sight.holdings[name] ?? 0);
    });
    const sum = raw.reduce((total, value) => total + value, 0);
    const invested = share === 1 ? 1 - 1e-13 : share * drawn;
    return Object.fromEntries(chosen.map((name, index) => [name, (raw[index]! / sum) * invested]));
  };
}

/** A case from a seed. */
export function leanCase(seed: number): LeanCase {
  const random = seededRandom(seed);
  const frequency = pick(random, ...FREQUENCIES);
  const rows = 24 + random.integer(frequency === 'annual' ? 16 : 90);
  const names = Array.from({ length: 1 + random.integer(11) }, (_, index) => `A${index}`);
  const size = { daily: 0.03, weekly: 0.06, monthly: 0.1, quarterly: 0.2, annual: 0.3 }[frequency];
  const features = new Set<string>([frequency, names.length > 4 ? 'five assets or more' : 'few assets']);
  const returns: Record<string, (number | null)[]> = {};
  for (const name of names) {
    const begins = random.uniform() < 0.25 ? 1 + random.integer(8) : 0;
    const ends = random.uniform() < 0.25 ? rows - 2 - random.integer(6) : rows - 1;
    if (begins > 0) features.add('late listing');
    if (ends < rows - 1) features.add('ended');
    const crash = random.uniform() < 0.1 ? begins + 8 + random.integer(8) : -1;
    if (crash >= 0) features.add('crash');
    returns[name] = Array.from({ length: rows }, (_, row) =>
      row < begins || row > ends ? null : row === crash ? -0.995 : between(random, -size, size * 1.1),
    );
  }
  const bill = Array.from({ length: rows }, () => between(random, -size / 20, size / 8));
  const cash = pick(random, 'nothing', 'an asset', 'a series');
  features.add(`cash earns ${cash}`);
  const dates = datesOf(frequency, rows);
  const make = (columns: Record<string, readonly (number | null)[]>): Panel =>
    fromReturns<string>({ frequency, dates, returns: columns, units: 'fraction' });
  const panel = make(cash === 'an asset' ? { ...returns, Bill: bill } : returns);
  const days = Array.from({ length: rows }, (_, row) => panel.calendar.date(row));

  const schedule = scheduleOf(random);
  features.add(`schedule ${schedule.kind}`);
  const kind = pick(random, 'fixed', 'decided');
  const invested = pick(random, 1, 1, 0.7, 0);
  const lookback = kind === 'fixed' ? 0 : random.integer(5);
  features.add(`${kind} weights`).add(`invested ${String(invested)}`);
  const raw = names.map(() => (random.uniform() < 0.2 ? 0 : 0.05 + random.uniform()));
  const sum = Math.max(
    1e-9,
    raw.reduce((total, value) => total + value, 0),
  );
  const fixed = Object.fromEntries(
    names.map((name, index) => [name, (raw[index]! / sum) * invested * (invested === 1 ? 1 - 1e-13 : 1)]),
  );
  const decide = kind === 'fixed' ? () => fixed : decideBy(seed, names, lookback, invested);
  const rates = pick<NonNullable<BacktestOptions['costs']>['tradingBps'] | undefined>(
    random,
    undefined,
    random.integer(80),
    2000,
    Object.fromEntries(names.map((name) => [name, random.integer(60)])),
  );
  features.add(rates === undefined ? 'free trades' : typeof rates === 'number' ? 'one cost' : 'cost per asset');
  const costs = rates === undefined ? undefined : { tradingBps: rates };
  const window = random.uniform() < 0.3 ? { from: days[2]!, to: days[rows - 3]! } : undefined;
  if (window !== undefined) features.add('window');
  const flows = random.uniform() < 0.3 ? { initial: 5000 } : undefined;
  if (flows !== undefined) features.add('money');
  const shared = {
    ...(costs === undefined ? {} : { costs }),
    ...(flows === undefined ? {} : { flows }),
  };
  return {
    features: [...features],
    panel,
    strategy:
      kind === 'fixed'
        ? fixedMix<string>({ weights: fixed, schedule })
        : defineStrategy<string>({
            name: `case ${seed}`,
            assets: names,
            lookback,
            schedule,
            decide: ({ asOf, holdings, returns: past }) => decide({ asOf, listed: names, holdings, returns: past }),
          }),
    options: {
      ...shared,
      ...(window === undefined ? {} : { window }),
      ...(cash === 'an asset' ? { cash: 'Bill' } : {}),
      ...(cash === 'a series' ? { cash: make({ Bill: bill }).returns('Bill') } : {}),
    },
    input: {
      frequency,
      base: panel.calendar.date(-1),
      dates: days,
      returns,
      assets: names,
      lookback,
      schedule,
      lag: 0,
      ...(cash === 'nothing' ? {} : { cash: bill }),
      ...window,
      ...(shared as Pick<OracleInput, 'costs' | 'flows'>),
      decide,
    },
  };
}
