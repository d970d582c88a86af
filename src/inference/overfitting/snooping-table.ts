import { countCell, makeTable, numberCell, percentCell, type Table, type TableInput } from '../../table/index.js';
import { fewBlocksWarning } from '../doubt-words.js';
import { pCell } from '../regression/factor-regression-table.js';
import type { Untabled } from '../with-table.js';
import type { DataSnoopingFigures, RealityCheck } from './reality-check.js';
import type { SnoopingInput } from './snooping-options.js';
import type { SuperiorPredictiveAbility } from './superior-predictive-ability.js';

/** What the tests take for granted. */
export function snoopingAssumptions({ blockLength, automatic, seed, replications }: SnoopingInput): readonly string[] {
  return [
    `Stationary bootstrap of the rows: mean block ${Number(blockLength.toFixed(2))}${automatic ? ' (Politis and White, the longest of the trials)' : ''}, ${replications} resamples (seed ${seed}); p = (k + 1)/(${replications} + 1).`,
    'The differences are stationary: their distribution does not change over time.',
    'The trials given are all that were tried.',
  ];
}

/** The table of a reality check. */
export const realityCheckTable = (figures: Untabled<RealityCheck>, input: SnoopingInput): Table =>
  tableOf('Reality check', figures, input, [{ figure: 'p', value: pCell(figures.pValue) }]);

/** The table of a test for superior predictive ability. */
export const superiorAbilityTable = (figures: Untabled<SuperiorPredictiveAbility>, input: SnoopingInput): Table =>
  tableOf('Superior predictive ability', figures, input, [
    { figure: 'p, consistent', value: pCell(figures.pConsistent) },
    { figure: 'p, lower bound', value: pCell(figures.pLower) },
    { figure: 'p, upper bound', value: pCell(figures.pUpper) },
  ]);

function tableOf(title: string, figures: DataSnoopingFigures, input: SnoopingInput, p: TableInput['rows']): Table {
  const { best, names, means, benchmark, trials, n, independent, statistic, from, to } = figures;
  return makeTable({
    title: `${title}: the best of ${trials} trials against ${benchmark ?? 'cash at 0'}${from === null ? '' : `, ${from} to ${to!}`}`,
    columns: [
      { key: 'figure', label: '', align: 'left' },
      { key: 'value', label: best },
    ],
    rows: [
      { figure: 'Mean difference per period', value: percentCell(means[names.indexOf(best)]!, 4) },
      { figure: 'Statistic', value: numberCell(statistic, 4) },
      ...p,
      { figure: 'Trials', value: countCell(trials) },
      { figure: 'Rows', value: countCell(n) },
      { figure: 'Independent blocks', value: countCell(independent) },
    ],
    notes: [
      ...(input.holes === 0 ? [] : [`Warning: ${input.holes} rows are left out: a return is missing.`]),
      ...figures.assumptions,
      ...fewBlocksWarning(independent, 'from so few the test rejects far more often than its p-value says'),
      ...input.kinds,
    ],
  });
}
