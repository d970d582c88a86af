import {
  assertKnownOptions,
  assertNumber,
  assertObject,
  assertOneOf,
  describeValue,
  InputError,
  ownEntry,
  suggestNames,
} from '../core/index.js';
import type { PanelStore } from '../panel/index.js';
import { dayOf, parseBound } from '../time/index.js';
import { assertKnownAssets } from './assert-known-assets.js';
import type { CostModel, ImpactModel } from './cost-model.js';
import type { Costs, DatedCost, Impact } from './costs-options.js';
import type { Plan } from './plan.js';

const LARGEST_BPS = 5000;
const BPS = { min: 0, max: LARGEST_BPS, allowed: `basis points from 0 to ${LARGEST_BPS}; 10 bp are 0.1 %` };
const where = 'backtest, costs';

/** Refuses misspelt or impossible costs and puts the trading costs into numbers. */
export function readCosts(costs: Costs | undefined, store: PanelStore, plan: Plan, inMoney: boolean): CostModel {
  const given: Costs = costs ?? { tradingBps: 0 };
  const unchecked: unknown = given;
  assertObject('backtest', '"costs"', unchecked);
  assertKnownOptions(where, given, ['tradingBps', 'perTrade', 'impact', 'solution', 'expenseRatios', 'portfolioFee']);
  if (Object.values(given).every((value) => value === undefined)) {
    throw new InputError(
      'option.missing',
      'backtest: "costs" is empty; give { tradingBps: 5 }, or leave "costs" out for free trading.',
    );
  }
  const { tradingBps = 0, perTrade = 0, impact, solution = 'linear' } = given;
  assertNumber(where, 'perTrade', perTrade, { min: 0, allowed: 'money per trade, 0 or more' });
  assertOneOf(where, 'solution', solution, ['linear', 'selfConsistent']);
  if (!inMoney && (perTrade > 0 || impact !== undefined)) {
    const what = perTrade > 0 ? 'perTrade' : 'impact';
    throw new InputError(
      'option.missing',
      `${where}: "${what}" is about money, so say how much there is: flows: { initial: 100_000 }.`,
      { option: what },
    );
  }
  return {
    ...readRates(tradingBps, store, plan),
    perTrade,
    impact: impact === undefined ? null : readImpact(impact, store, plan),
    selfConsistent: solution === 'selfConsistent',
  };
}

type Rates = Pick<CostModel, 'rates' | 'fixedRates'>;

function readRates(given: unknown, store: PanelStore, plan: Plan): Rates {
  const { assets } = plan;
  if (typeof given === 'number' || Array.isArray(given) || typeof given !== 'object' || given === null) {
    const one = readCost('costs.tradingBps', given, store, plan);
    return together(assets.map(() => one));
  }
  const record = given as Record<string, unknown>;
  assertKnownAssets(`${where}.tradingBps`, Object.keys(record), store.assets);
  return together(
    assets.map((asset) => {
      const given = ownEntry(record, asset);
      if (given !== undefined) return readCost(`costs.tradingBps.${asset}`, given, store, plan);
      throw new InputError(
        'option.missing',
        `${where}.tradingBps: no cost for "${asset}" (found ${describeValue(given)}). Give one for each asset; 0 if it is free.`,
        { asset },
      );
    }),
  );
}

/** A cost that does not change is worked out once. */
function together(costs: readonly (number | ((row: number) => number))[]): Rates {
  const fixed = Float64Array.from(costs, (cost) => (typeof cost === 'number' ? cost : 0));
  if (costs.every((cost) => typeof cost === 'number')) return { rates: () => fixed, fixedRates: fixed };
  const rates = (row: number): Float64Array => {
    costs.forEach((cost, member) => (fixed[member] = typeof cost === 'number' ? cost : cost(row)));
    return fixed;
  };
  return { rates, fixedRates: null };
}

function readCost(option: string, given: unknown, store: PanelStore, plan: Plan): number | ((row: number) => number) {
  const place = `backtest, ${option}`;
  if (!Array.isArray(given)) {
    assertNumber('backtest', option, given, BPS);
    return given / 10000;
  }
  const steps = given.map((step: unknown, index) => {
    assertKnownOptions(`${place}[${index}]`, step, ['from', 'bps']);
    const { from, bps } = step as Partial<DatedCost>;
    assertNumber(`${place}[${index}]`, 'bps', bps, BPS);
    if (from === undefined) {
      throw new InputError(
        'option.missing',
        `${place}[${index}]: "from" is missing; give the first day of this cost, such as { from: '2001-04', bps: ${bps} }.`,
      );
    }
    return { day: parseBound(from, 'from', `${place}[${index}], from`), rate: bps / 10000 };
  });
  const unordered = steps.findIndex((step, index) => index > 0 && step.day <= steps[index - 1]!.day);
  if (unordered > 0 || steps.length === 0 || steps[0]!.day > dayOf(store.calendar, plan.start)) {
    const what =
      unordered > 0
        ? `entry ${unordered} is not later than the one before it`
        : `nothing says what trading cost on ${store.calendar.date(plan.start)}, the first day of the run`;
    throw new InputError(
      'option.range',
      `${place}: ${what}. Give entries in order of time, such as [{ from: '1926-01', bps: 50 }, { from: '2001-04-09', bps: 20 }].`,
      { option },
    );
  }
  return (row) => steps.findLast((step) => step.day <= dayOf(store.calendar, row))!.rate;
}

function readImpact(impact: Impact, store: PanelStore, { positions, assets }: Plan): ImpactModel {
  const place = `${where}.impact`;
  assertKnownOptions(place, impact, ['volume', 'volatility', 'coefficient', 'maxParticipation']);
  const { volume, volatility, coefficient = 1, maxParticipation = Infinity } = impact as Partial<Impact>;
  assertNumber(place, 'coefficient', coefficient, { min: 0 });
  if (maxParticipation !== Infinity) {
    assertNumber(place, 'maxParticipation', maxParticipation, {
      min: 0,
      allowed: 'a share of the volume, 0 or more, such as 0.1',
    });
  }
  if (typeof volatility === 'number') assertNumber(place, 'volatility', volatility, { min: 0, max: 1 });
  const column = (option: string, name: unknown): ImpactModel['volume'] => {
    if (typeof name !== 'string' || !store.fields.has(name)) {
      throw new InputError(
        'field.unknown',
        `${place}: "${option}" is ${describeValue(name)}, which is not a field of the panel. ${suggestNames(name, [...store.fields.keys()])} Add it with addField(panel, …).`,
        { option },
      );
    }
    const values = store.fieldRows(name);
    return (member, row) => {
      const value = values[positions[member]! * (store.calendar.length + 1) + row + 1]!;
      if (value > 0 || (value === 0 && option === 'volatility')) return value;
      throw new InputError(
        'field.unknown',
        `${place}: the ${option} of "${assets[member]!}" on ${store.calendar.date(row)} is ${Number.isNaN(value) ? 'not known' : value}, and it is to be traded. ` +
          'Give a positive number for every day on which it may be traded.',
        { asset: assets[member], date: store.calendar.date(row) },
      );
    };
  };
  return {
    coefficient,
    maxParticipation,
    volume: column('volume', volume),
    volatility: typeof volatility === 'number' ? () => volatility : column('volatility', volatility),
  };
}
