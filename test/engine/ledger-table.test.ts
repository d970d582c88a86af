import { annually, backtest, fixedMix, once } from 'backtilt';
import { describe, expect, it } from 'vitest';
import { years } from './by-hand.js';
import { months } from './made-panel.js';

const lines = (shown: { readonly toString: () => string }): string[] => shown.toString().split('\n');
const held = (returns: readonly number[], initial: number) =>
  backtest(months({ A: returns }), fixedMix({ weights: { A: 1 }, schedule: once() }), { flows: { initial } });

describe('a ledger prints itself', () => {
  it('row by row, what is taken with its sign', () => {
    // 1 % of 1000 is 10, and 495 each: A earns 99. Of 1089 each gets 544.50: 49.50 change hands twice, for 0.99. Then 544.005 × 0.3 is 163.2015.
    const mix = fixedMix({ weights: { A: 0.5, B: 0.5 }, schedule: annually() });
    const options = { costs: { tradingBps: 100 }, flows: { initial: 1000 } };
    expect(lines(backtest(years({ A: [0.2, -0.2], B: [0, 0.5] }), mix, options).ledger)).toEqual([
      'Money by period',
      'To          Opening  Assets  Cash  Financing  Fees  Trading  Flows  Closing',
      '----------  -------  ------  ----  ---------  ----  -------  -----  -------',
      '2020-12-31  1000.00   99.00  0.00       0.00  0.00   -10.99   0.00  1088.01',
      '2021-12-31  1088.01  163.20  0.00       0.00  0.00     0.00   0.00  1251.21',
      'Opening + assets + cash + financing + fees + trading + flows = closing.',
    ]);
  });

  it('by calendar year from the twenty-fifth row on: the first opening, the sum of what came, the last closing', () => {
    const returns = Array.from({ length: 25 }, (_, row) => [1, ...Array<number>(11).fill(0), -0.5][row] ?? 0);
    expect(lines(held(returns, 100).ledger)).toEqual([
      'Money by calendar year',
      'Year  Opening   Assets  Cash  Financing  Fees  Trading  Flows  Closing',
      '----  -------  -------  ----  ---------  ----  -------  -----  -------',
      '2020   100.00   100.00  0.00       0.00  0.00     0.00   0.00   200.00',
      '2021   200.00  -100.00  0.00       0.00  0.00     0.00   0.00   100.00',
      '2022   100.00     0.00  0.00       0.00  0.00     0.00   0.00   100.00',
      'Opening + assets + cash + financing + fees + trading + flows = closing.',
    ]);
    expect(lines(held(returns.slice(0, 24), 100).ledger)[0]).toBe('Money by period');
    expect(lines(held(returns.slice(0, 24), 100).ledger)).toHaveLength(28);
  });

  it('with four places while the money stays under 100, and as a table in a notebook', () => {
    const { ledger } = backtest(years({ A: [0.1, -0.2] }), fixedMix({ weights: { A: 0.5 }, schedule: once() }));
    // Half of 1 in A: 0.55 and 0.5 of cash, then 0.44 and 0.5.
    expect(lines(ledger).slice(3, 5)).toEqual([
      '2020-12-31   1.0000   0.0500  0.0000     0.0000  0.0000   0.0000  0.0000   1.0500',
      '2021-12-31   1.0500  -0.1100  0.0000     0.0000  0.0000   0.0000  0.0000   0.9400',
    ]);
    expect(lines(held([0, 0], 100).ledger)[3]).toContain(' 100.00 ');
    expect(lines(held([0, 0], 99).ledger)[3]).toContain(' 99.0000 ');
    const shown = ledger as unknown as Record<symbol, () => Readonly<Record<string, string>>>;
    expect(shown[Symbol.for('Jupyter.display')]!()['text/html']).toContain('Money by period');
  });
});
