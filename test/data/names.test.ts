import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, expectTypeOf, it } from 'vitest';
import {
  frenchFactors,
  frenchIndustries,
  frenchSize,
  frenchSizeProfitability,
  frenchSizeValue,
  frenchSizeValueProfitability,
  usFunds,
  usFundsDaily,
} from '../../src/data/index.js';
import type { ReturnSeries } from '../../src/panel/index.js';

/** The words of a union type as the source declares it. */
function unionOf(file: string, type: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(`../../src/data/${file}.ts`, import.meta.url)), 'utf8');
  const union = new RegExp(`export type ${type} =([^;]*);`).exec(text)?.[1] ?? '';
  return [...union.matchAll(/'([^']*)'/g)].map(([, word]) => word!);
}

describe('names in types', () => {
  it.each([
    ['us-funds', 'UsFund', usFunds()],
    ['us-funds-daily', 'UsDailyFund', usFundsDaily()],
    ['french-factors', 'FrenchThreeFactor', frenchFactors().three],
    ['french-industries', 'FrenchIndustry', frenchIndustries()],
    ['french-size', 'FrenchSize', frenchSize()],
    ['french-size-profitability', 'FrenchSizeProfitability', frenchSizeProfitability()],
    ['french-size-value', 'FrenchSizeValue', frenchSizeValue()],
    ['french-size-value-profitability', 'FrenchSizeValueProfitability', frenchSizeValueProfitability()],
    ['french-size-value-profitability', 'FrenchCellField', { assets: frenchSizeValueProfitability().fields }],
  ])('%s: the type %s names exactly the assets that are there', (file, type, panel: { assets: readonly string[] }) => {
    expect(unionOf(file, type)).toEqual([...panel.assets]);
  });

  it('has the five factors that its type names', () => {
    expect(frenchFactors().five.assets).toEqual([...frenchFactors().three.assets, 'RMW', 'CMA']);
    expect(frenchFactors().momentum.assets).toEqual(['Mom']);
  });

  it('does not compile with a name that is not there', () => {
    expectTypeOf(usFunds().returns('IWM')).toEqualTypeOf<ReturnSeries>();
    // @ts-expect-error a misspelt fund is no UsFund
    expect(() => usFunds().returns('IMW')).toThrow('unknown asset "IMW"');
  });
});
