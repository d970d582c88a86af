import { assertKnownOptions, InputError } from '../../core/index.js';
import type { RollingLoadings } from '../../inference/index.js';
import { numberCell } from '../../table/index.js';
import { parseIsoDate } from '../../time/index.js';
import { assertKind } from './assert-kind.js';
import { type Chart, makeChart } from './chart.js';
import { type DatedLine, linesTable } from './dated-lines.js';
import { marksIn } from './marks-in.js';
import { extent } from './scale-ticks.js';
import { sentences } from './subtitle.js';
import { bandsOf, drawTimeLines, type TimeChartOptions } from './time-chart.js';
import { ruleAt } from './time-layers.js';

/** Options of {@link loadingsChart}. */
export interface LoadingsChartOptions extends TimeChartOptions {
  /** Where the data come from, for the subtitle: the result does not say. */
  readonly source?: string | undefined;
}

/**
 * How a fund's loadings on factors moved, one line for each factor.
 *
 * The values are those of `rollingLoadings`: regressions over a moving window. They wander even where the true loadings stand still; the
 * subtitle says how many windows have no period in common.
 *
 * @throws InputError `option.type` (not what `rollingLoadings` gives), `panel.empty-window` (no window), `option.unknown`.
 * @see Zivot, E. and Wang, J. (2006), Modeling Financial Time Series with S-PLUS, 2nd ed., § 9.3 (rolling regression).
 * @example
 * const loadings = rollingLoadings(usFunds().returns('IWM'), frenchFactors().five, { years: 3 });
 * console.log(loadingsChart(loadings).data.columns.join(' ')); // date Mkt-RF SMB HML RMW CMA
 */
export function loadingsChart(loadings: RollingLoadings, options: LoadingsChartOptions = {}): Chart {
  const where = 'loadingsChart';
  assertKnownOptions(where, options, ['source', 'title', 'bands']);
  assertKind(where, loadings, ['loadings', 'dates', 'factors'], 'rollingLoadings(…)');
  const { name, factors, dates, notes, n, independent } = loadings;
  if (n === 0) {
    throw new InputError(
      'panel.empty-window',
      `${where}: "${name}" has no window of loadings, so there is nothing to draw.`,
      { where },
    );
  }
  const days = Int32Array.from(dates, (date) => parseIsoDate(date, where));
  const calendar = { base: days[0]!, days, frequency: 'monthly' as const };
  const bands = bandsOf(where, options, calendar);
  const lines = factors.map((factor): DatedLine => ({ name: factor, days, values: loadings.loadings[factor]!.values }));
  const title = options.title ?? `Factor loadings of ${name}`;
  const spans = lines.map(({ name: factor, values }) => {
    const [low, high] = extent(values);
    return `${factor} ${numberCell(low).text} to ${numberCell(high).text}`;
  });
  return makeChart({
    title,
    subtitle: sentences(
      `Regressions over moving windows that end ${dates[0]!} to ${dates.at(-1)!}; ${independent} of ${n} have no period in common`,
      ...bands.words,
      ...marksIn(notes),
      options.source ?? '',
    ),
    notes,
    description: `Loadings of ${name} ranged: ${spans.join('; ')}.`,
    data: () => linesTable(title, lines, (value) => numberCell(value)),
    draw: (canvas) =>
      drawTimeLines(
        {
          lines,
          calendar,
          bands,
          timeTitle: 'End of the window',
          axis: { title: 'Loading (units of the factor)', format: ',.2~f' },
          below: (canvas) => [ruleAt(0, canvas)],
        },
        canvas,
      ),
  });
}
