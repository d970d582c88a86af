import {
  bootstrap,
  cagr,
  compareGroups,
  compareLoadings,
  deflatedSharpeRatio,
  eventStudy,
  factorRegression,
  firstCuts,
  forwardReturnRegression,
  haircutSharpeRatio,
  hitRateInterval,
  minimumBacktestLength,
  minimumTrackRecordLength,
  optimalBlockLength,
  overlap,
  probabilisticSharpeRatio,
  probabilityOfBacktestOverfitting,
  realityCheck,
  rollingLoadings,
  sharpeDifference,
  simulate,
  superiorPredictiveAbility,
  type Table,
} from 'backtilt';
import * as root from 'backtilt';
import { frenchFactors, frenchSize, usFunds, usPolicyRate } from 'backtilt/data';
import { describe, expect, it } from 'vitest';
import * as room from '../../src/inference/index.js';

const funds = overlap(usFunds(), ['SPY', 'IWM', 'IJS']);
const [spy, iwm, ijs] = [funds.returns('SPY'), funds.returns('IWM'), funds.returns('IJS')];
const { five } = frenchFactors();
const size = frenchSize();
const tried = { trials: 5, trialVariance: 0.1 };
const few = { blockLength: 6, replications: 200 };
const blocks = { blockLength: 6, paths: 100 };

/** Every result of the room, by the function that makes it; `random` ones draw numbers, `levels` have an interval. */
const results: Readonly<Record<string, object>> = {
  bootstrap: bootstrap(iwm, { cagr }, few),
  compareGroups: compareGroups([1, 2, 3, 4], [2, 3, 5, 7]),
  compareLoadings: compareLoadings(iwm, ijs, five),
  deflatedSharpeRatio: deflatedSharpeRatio(iwm, tried),
  eventStudy: eventStudy(size.returns('Lo 30'), firstCuts(usPolicyRate()), {
    benchmark: size.returns('Hi 30'),
    months: 12,
    draws: 200,
  }),
  factorRegression: factorRegression(iwm, five),
  forwardReturnRegression: forwardReturnRegression(iwm, usPolicyRate(), { horizon: 12 }),
  haircutSharpeRatio: haircutSharpeRatio(iwm, { method: 'sidak', trials: 5 }),
  hitRateInterval: hitRateInterval(6, 10),
  minimumBacktestLength: minimumBacktestLength({ trials: 10, sharpe: 1 }),
  minimumTrackRecordLength: minimumTrackRecordLength(iwm),
  optimalBlockLength: optimalBlockLength(iwm),
  probabilisticSharpeRatio: probabilisticSharpeRatio(iwm),
  probabilityOfBacktestOverfitting: probabilityOfBacktestOverfitting([iwm, ijs], { blocks: 4 }),
  realityCheck: realityCheck([iwm, ijs], { benchmark: spy, ...few }),
  rollingLoadings: rollingLoadings(iwm, five, { years: 5 }),
  sharpeDifference: sharpeDifference(iwm, ijs, { method: 'ledoitWolf', replications: 100 }),
  simulate: simulate(iwm, { periods: 12, ...blocks }),
  superiorPredictiveAbility: superiorPredictiveAbility([iwm, ijs], { benchmark: spy, ...few }),
};

interface Shape {
  toString(): string;
  readonly n: number;
  readonly independent: number;
  readonly assumptions: readonly string[];
  readonly notes: readonly string[];
  readonly table: Table;
  readonly seed?: number | null;
  readonly level?: number;
}

/** No data come in; or several horizons, each with its own n. */
const WITHOUT_N = ['minimumBacktestLength', 'eventStudy'];
const RANDOM = ['bootstrap', 'eventStudy', 'realityCheck', 'sharpeDifference', 'simulate', 'superiorPredictiveAbility'];
const NO_RESULT = ['adjustPValues', 'blockIndices', 'makeReplicator', 'makeSplitter'];

describe('every result of the room', () => {
  it('is looked at here', () => {
    const functions = Object.keys(room).filter((name) => !NO_RESULT.includes(name));
    expect(Object.keys(results).sort()).toEqual(functions.sort());
    expect(functions.filter((name) => !(name in root))).toEqual([]);
  });

  const cases = Object.entries(results) as unknown as readonly (readonly [string, Shape])[];

  it.each(cases)('%s: n, how many are independent, and the assumptions, in one form', (name, result) => {
    const parts = name === 'eventStudy' ? (result as unknown as { horizons: Shape[] }).horizons : [result];
    for (const { n, independent } of WITHOUT_N.includes(name) && parts[0] === result ? [] : parts) {
      expect(Number.isInteger(n) && n > 0).toBe(true);
      expect(Number.isInteger(independent) && independent > 0 && independent <= n).toBe(true);
    }
    expect(result.assumptions.length).toBeGreaterThan(0);
    for (const sentence of result.assumptions) expect(sentence).toMatch(/[.]$/);
    // Everything that is said stands below the table.
    for (const sentence of result.assumptions) expect(result.notes).toContain(sentence);
    expect(result.table.notes).toBe(result.notes);
  });

  it.each(cases)('%s: shows itself, is frozen all the way down, and goes through JSON', (_, result) => {
    expect(result.toString()).toContain(result.table.title);
    assertFrozen(result);
    const json = JSON.parse(JSON.stringify(result)) as Shape;
    expect([json.n, json.independent, json.assumptions]).toEqual([result.n, result.independent, result.assumptions]);
  });

  it.each(cases.filter(([name]) => RANDOM.includes(name)))(
    '%s: has the seed 1 unless told, and prints it',
    (_, result) => {
      expect(result.seed).toBe(1);
      expect(result.notes.join(' ')).toContain('seed 1');
    },
  );

  it('an interval is from low to high, with its level', () => {
    const found: string[] = [];
    for (const [name, result] of cases) {
      walk(result, (key, value) => {
        if (key === 'lower' || key === 'upper') found.push(name);
        if (typeof value !== 'object' || value === null || !('low' in value)) return;
        const { low, high } = value as { low: number; high: number };
        if (typeof low === 'number') expect(low).toBeLessThanOrEqual(high);
        expect(result.level).toBe(0.95);
      });
    }
    expect(found).toEqual([]);
  });
});

function walk(value: unknown, visit: (key: string, value: unknown) => void): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'table') continue;
    visit(key, part);
    walk(part, visit);
  }
}

function assertFrozen(value: unknown): void {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(assertFrozen);
}
