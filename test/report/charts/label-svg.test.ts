import { describe, expect, it } from 'vitest';
import { labelSvg } from '../../../src/report/charts/label-svg.js';

const label = { title: 'T', description: 'D' };
const placed = (place: string): string => labelSvg(`<svg><g transform="translate(${place})"></g></svg>`, label);

describe('places in a picture', () => {
  it('do not depend on the last bits of a figure: 166.1925156395121 is drawn where 166.19251563951246 is', () => {
    expect(placed('40,166.1925156395121')).toBe(placed('40,166.19251563951246'));
    expect(placed('40,166.1925156395121')).toContain('translate(40,166.193)');
    expect(placed('-1.5,1e-7')).toContain('translate(-1.5,1e-7)');
    expect(placed('1.23456e-14,-2.00049')).toContain('translate(0,-2)');
  });
});
