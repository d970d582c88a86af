import { type Factors, factorRegression, type FactorRegression } from '../../inference/index.js';
import { makeTable, numberCell, percentCell, type Table, textCell } from '../../table/index.js';
import { type Markup, markup } from './markup.js';
import type { Section } from './section.js';
import { drawn, factorCharts } from './sheet-charts.js';
import type { SheetData } from './sheet-data.js';
import { tableMarkup } from './table-markup.js';

/** What factors explain, with standard errors that bear autocorrelation; null where no factors are given. */
export async function factorsSection({ subjects, factors, riskFree }: SheetData): Promise<Section | null> {
  if (factors === undefined) return null;
  // A panel of factors brings the cash that it was made with.
  const options = bringsCash(factors) ? {} : { riskFree };
  const found = subjects.map((one) => factorRegression(one, factors, options));
  const tables: readonly Markup[] =
    found.length === 1
      ? [tableMarkup(found[0]!.table, { id: 'factors-table' })]
      : [tableMarkup(besideTable(found), { id: 'factors-table' })];
  const figures = await drawn(subjects.length === 1 ? factorCharts(subjects[0]!, factors, options) : []);
  return { id: 'factors', heading: 'Factor loadings', body: markup`${tables}${figures}` };
}

/** Loadings of several series, each with its t value. */
function besideTable(found: readonly FactorRegression[]): Table {
  const names = found[0]!.factors;
  return makeTable({
    title: `Loadings on ${names.join(', ')}`,
    columns: [
      { key: 'series', label: '', align: 'left' },
      { key: 'n', label: 'n' },
      { key: 'alpha', label: 'Alpha a year' },
      { key: 'alpha t', label: 't' },
      ...names.flatMap((name) => [
        { key: `loading ${name}`, label: name },
        { key: `t ${name}`, label: 't' },
      ]),
      { key: 'R²', label: 'R²' },
    ],
    rows: found.map(({ name, n, alpha, loadings, rSquared }) => ({
      series: textCell(name),
      n,
      alpha: percentCell(alpha.estimate),
      'alpha t': numberCell(alpha.t),
      ...Object.fromEntries(
        names.flatMap((factor) => {
          const { estimate, t } = loadings[factor]!;
          return [
            [`loading ${factor}`, numberCell(estimate)],
            [`t ${factor}`, numberCell(t)],
          ];
        }),
      ),
      'R²': numberCell(rSquared),
    })),
    notes: [...new Set(found.flatMap(({ assumptions }) => assumptions))],
  });
}

const bringsCash = (factors: Factors): boolean =>
  (Array.isArray(factors) ? (factors as readonly unknown[]) : [factors]).some(
    (part) => typeof part === 'object' && part !== null && 'riskFree' in part && part.riskFree !== undefined,
  );
