import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countCell, numberCell, percentCell, textCell } from '../../src/table/index.js';

describe('cells', () => {
  it.each([
    [percentCell(0.1619), '16.19 %', 0.1619],
    [percentCell(-0.368), '-36.80 %', -0.368],
    [percentCell(0), '0.00 %', 0],
    [percentCell(0.5, 0), '50 %', 0.5],
    [percentCell(NaN), '–', NaN],
    [percentCell(1), '100.00 %', 1],
    [numberCell(0.457), '0.46', 0.457],
    [numberCell(-0.457), '-0.46', -0.457],
    [numberCell(12.3456, 3), '12.346', 12.3456],
    [numberCell(Infinity), '–', Infinity],
    [countCell(82), '82', 82],
    [textCell('AVUV'), 'AVUV', 'AVUV'],
    [textCell(null), '–', null],
    [textCell(undefined), '–', null],
    [textCell(''), '', ''],
  ])('%o', (cell, text, value) => {
    expect(cell).toEqual({ value, text });
  });

  it.each([-0, -0.001, -0.0049, -1e-17])('%s is printed as zero without a sign, and keeps its value', (value) => {
    expect(numberCell(value).text).toBe('0.00');
    expect(percentCell(value / 100).text).toBe('0.00 %');
    expect(numberCell(value).value).toBe(value);
  });

  it('a loss prints the same digits as the gain of its size', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e6, noNaN: true }), (value) => {
        const gain = numberCell(value).text;
        expect(numberCell(-value).text).toBe(Number(gain) === 0 ? gain : `-${gain}`);
      }),
    );
    expect([numberCell(0.005).text, numberCell(-0.005).text]).toEqual(['0.01', '-0.01']);
  });
});
