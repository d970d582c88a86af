import { fromReturns, splice, spliceReport } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { expectInputError } from '../support/expect-input-error.js';

const panel = fromReturns({
  frequency: 'annual',
  dates: ['2020-12', '2021-12', '2022-12', '2023-12'],
  returns: { Index: [0.05, 0.1, 0.2, 0.3], Fund: [NaN, 0.05, 0.11, 0.2] },
});

describe('spliceReport', () => {
  it('has the facts of the overlap, written out', () => {
    const report = spliceReport(panel.returns('Index'), panel.returns('Fund'));
    // Fund − Index: −0.05, −0.09, −0.10; mean −0.08, squares of the deviations 0.0009 + 0.0001 + 0.0004 over 2.
    expect(report).toMatchObject({ rows: 3, from: '2021-12-31', to: '2023-12-31' });
    expect(report.meanDifference).toBeCloseTo(-0.08, 14);
    expect(report.trackingError).toBeCloseTo(Math.sqrt(0.0014 / 2), 14);
    // Slope: Σ (x − 0.2)(y − 0.12) / Σ (x − 0.2)² = (0.1 × 0.07 + 0.1 × 0.08) / 0.02.
    expect(report.beta).toBeCloseTo(0.75, 13);
    expect(String(report)).toContain('Index as a proxy of Fund');
  });

  it('says of a proxy what splicing it says', () => {
    for (const options of [{}, { fee: 0.01 }, { scale: 'beta' }] as const) {
      const { overlap } = splice(panel.returns('Index'), panel.returns('Fund'), options);
      expect(spliceReport(panel.returns('Index'), panel.returns('Fund'), options)).toMatchObject({ ...overlap });
    }
  });

  it('refuses what is no series, and options that it does not know', () => {
    expectInputError('series.invalid', ['the proxy'], () => spliceReport(5 as never, panel.returns('Fund')));
    expectInputError('option.unknown', ['"name"'], () =>
      spliceReport(panel.returns('Index'), panel.returns('Fund'), { name: 'X' } as never),
    );
  });
});
