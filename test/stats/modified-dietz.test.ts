import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modifiedDietz, type ModifiedDietzInput } from '../../src/stats/index.js';
import { expectInputError } from '../support/expect-input-error.js';

const twoYears: ModifiedDietzInput = {
  from: '2021-12-31',
  to: '2023-12-31',
  startValue: 100,
  endValue: 300,
  flows: [{ date: '2022-12-31', amount: 50 }],
};

describe('modifiedDietz', () => {
  it('is the return of the worked example in Wikipedia’s article on the method', () => {
    // Two years of equal length, 100 to 300, 50 put in between: gain 150 over 100 + ½ · 50 = 125.
    expect(modifiedDietz(twoYears)).toBeCloseTo(1.2, 14);
  });

  it('is the return of the worked example of Fincyclopedia', () => {
    // 60 on day 25 of 30: weight 5/30; (600 − 500 − 60) / (500 + 10) = 40/510, printed as 7.84 %.
    const flows = [{ date: '2023-06-25', amount: 60 }];
    const found = modifiedDietz({ from: '2023-05-31', to: '2023-06-30', startValue: 500, endValue: 600, flows });
    expect(found).toBeCloseTo(40 / 510, 14);
    expect((100 * found).toFixed(2)).toBe('7.84');
  });

  it('gives a flow of the first day its whole weight and one of the last day none', () => {
    const month = { from: '2023-05-31', to: '2023-06-30', startValue: 100, endValue: 220 };
    expect(modifiedDietz({ ...month, flows: [{ date: '2023-05-31', amount: 100 }] })).toBeCloseTo(20 / 200, 14);
    expect(modifiedDietz({ ...month, flows: [{ date: '2023-06-30', amount: 100 }] })).toBeCloseTo(20 / 100, 14);
  });

  it('is the plain return where no money moved, and 0 where only flows changed the value', () => {
    const value = fc.double({ min: 1, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, value, (startValue, endValue) => {
        expect(modifiedDietz({ ...twoYears, startValue, endValue, flows: [] })).toBeCloseTo(
          endValue / startValue - 1,
          8,
        );
      }),
    );
    expect(modifiedDietz({ ...twoYears, endValue: 150 })).toBe(0);
  });

  it('is NaN where a large early withdrawal leaves no capital on average', () => {
    const flows = [{ date: '2022-01-01', amount: -100 }];
    expect(modifiedDietz({ ...twoYears, startValue: 100, endValue: 5, flows })).toBeGreaterThan(0);
    expect(modifiedDietz({ ...twoYears, startValue: 90, endValue: 5, flows })).toBeNaN();
    expect(modifiedDietz({ ...twoYears, startValue: 0, endValue: 5, flows: [] })).toBeNaN();
  });

  it('refuses flows outside of the stretch, a stretch without days, and what is no number', () => {
    const flows = [{ date: '2024-01-01', amount: 7 }];
    expectInputError('option.range', ['7', '2024-01-01', '2021-12-31 to 2023-12-31'], () =>
      modifiedDietz({ ...twoYears, flows }),
    );
    expectInputError('option.range', ['"to"', '2021-12-31'], () => modifiedDietz({ ...twoYears, to: '2021-12-31' }));
    expectInputError('option.type', ['endValue', 'NaN'], () => modifiedDietz({ ...twoYears, endValue: NaN }));
    expectInputError('option.type', ['flows', 'undefined'], () =>
      modifiedDietz({ ...twoYears, flows: undefined as never }),
    );
    expectInputError('option.unknown', ['flow', 'flows'], () => modifiedDietz({ ...twoYears, flow: [] } as never));
    expectInputError('date.format', ['from'], () => modifiedDietz({ ...twoYears, from: '2021' }));
  });
});
