import { bundledSets } from '../../data/index.js';
import { makeTable, textCell } from '../../table/index.js';
import { DEMO_COSTS } from './demo-data.js';
import type { Section } from './section.js';

const USED = ['usFunds', 'usTreasuryBill', 'frenchSize', 'frenchSizeValueProfitability', 'usPolicyRate'];

/** What everything above assumed. */
export function assumptionsSection(): Section {
  const { fund, large, small } = DEMO_COSTS;
  const lines: readonly (readonly [string, string])[] = [
    ['Decided and traded', 'at the close of a month'],
    ['Earned', 'from the next month on (execution lag 0)'],
    ['Trading costs', `funds ${fund} bp, Hi 30 ${large} bp, Lo 30 and the 32 cells ${small} bp`],
    ['Charged on', 'what is bought and what is sold'],
    ['First purchase', 'charged; not counted in turnover a year (one-way)'],
    ['Inside portfolios', 'reconstitution inside the French portfolios is not charged'],
    ['Fund fees', 'already in the fund returns; the French portfolios bear none'],
    ['Cash', 'T-bill series; every strategy here is fully invested'],
    ['Risk-free', "French's RF to 2025-12, the fund BIL after"],
    ['Taxes', 'none'],
    ['CAGR', 'by elapsed time'],
    ['Volatility', 'sample standard deviation (n − 1) × √12'],
    ['Sharpe ratio', 'mean excess return / its sample standard deviation × √12'],
    ['Sortino ratio', 'mean return / downside deviation below 0, all months, × √12'],
    ['Alpha a year', '12 × intercept of the regression of excess returns'],
    ['Hit rate', 'share of months above the benchmark; a tie is no hit'],
    ...bundledSets()
      .filter(({ name }) => USED.includes(name))
      .map(({ name, vintage, span }): [string, string] => [`${name}()`, `${span.from} to ${span.to}; ${vintage}`]),
  ];
  const table = makeTable({
    title: 'What was assumed',
    columns: [
      { key: 'what', label: 'What', align: 'left' },
      { key: 'assumption', label: 'Assumed', align: 'left' },
    ],
    rows: lines.map(([what, assumption]) => ({ what: textCell(what), assumption: textCell(assumption) })),
  });
  return {
    heading: '3. Assumptions',
    about: 'The same everywhere above.',
    exhibits: [{ file: 'assumptions', table, data: table }],
    remarks: [],
  };
}
