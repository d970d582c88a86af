import { makeTable, numberCell, showAs, someRows, tableDisplay, textDisplay, wrapText } from '../table/index.js';
import type { DatedSignal, Observation, ObservationSeries } from './fact.js';

const HINDSIGHT = 'Warning: uses hindsight: something in it was known only later.';

/** Rows that are printed from either end of a long list. */
const SHOWN = 4;

/** Lets observations show themselves: name and unit, the first and the last of them, the source. To be called before they are frozen. */
export const showObservations = <O extends Observation, Series extends ObservationSeries<O>>(series: Series): Series =>
  showAs(series, observationsDisplay);

const observationsDisplay = /* @__PURE__ */ tableDisplay<ObservationSeries>(
  ({ name, unit, observations, usesHindsight, source, vintage }) => {
    const keys = Object.keys(observations[0] ?? { knownOn: '', value: 0 }).filter((key) => key !== 'value');
    const from =
      source === undefined ? [] : [`Source: ${[source, ...(vintage === undefined ? [] : [vintage])].join(', ')}.`];
    return makeTable({
      title: `${name} (${unit}): ${observations.length} observations`,
      columns: [
        ...keys.map((key) => ({ key, label: LABELS[key] ?? key, align: 'left' as const })),
        { key: 'value', label: 'Value' },
      ],
      rows: someRows(
        observations,
        (one) => ({
          ...Object.fromEntries(keys.map((key) => [key, (one as unknown as Record<string, string>)[key] ?? null])),
          value: numberCell(one.value, 4),
        }),
        SHOWN,
      ),
      notes: [...(usesHindsight ? [HINDSIGHT] : []), ...from],
    });
  },
);

const LABELS: Readonly<Record<string, string>> = { date: 'Date', month: 'Month', knownOn: 'Known on' };

/** Lets a figure that can be asked for any day show itself. To be called before it is frozen. */
export const showSignal = <Signal extends DatedSignal>(signal: Signal): Signal => showAs(signal, signalDisplay);

const signalDisplay = /* @__PURE__ */ textDisplay<DatedSignal>(({ name, usesHindsight }) =>
  [
    `${name}: a figure for every day, asked by valueOn(date); addIndicator makes it one of a panel.`,
    ...(usesHindsight ? [HINDSIGHT] : []),
  ]
    .map((line) => wrapText(line))
    .join('\n'),
);
