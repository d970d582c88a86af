import { describeValue, InputError, isInputError } from '../core/index.js';
import {
  addField,
  addIndicator,
  type AnyPanel,
  assemblePanel,
  fromReturns,
  type Panel,
  type PanelJson,
  storeOf,
} from '../panel/index.js';
import { assembleCalendar } from '../time/index.js';
import { panelJsonIssue } from './panel-schema.js';

/**
 * A panel from its JSON: what `JSON.stringify(panel)` gave.
 *
 * Facts come back as known on the days of the rows: the days between are not in the JSON.
 *
 * @param json the parsed JSON, not its text.
 * @throws InputError `file.format` with the path of the value, such as `returns.SPY[3]`; those of the calendar, and `panel.ragged`,
 *   `panel.value`, `panel.name`.
 * @example
 * const panel = fromReturns({ frequency: 'monthly', dates: ['2024-01', '2024-02'], returns: { A: [0.01, NaN] } });
 * const again = panelFromJson(JSON.parse(JSON.stringify(panel)));
 * console.log(again.returns('A').values[1], again.calendar.date(-1)); // NaN 2023-12-31
 */
export function panelFromJson(json: unknown): AnyPanel {
  return panelFrom('panelFromJson', json);
}

/** A panel from its JSON, with a place for messages. */
export function panelFrom(where: string, json: unknown): AnyPanel {
  const issue = panelJsonIssue(json);
  if (issue !== undefined) {
    const place = issue.path === '' ? 'the whole' : issue.path;
    throw refusal(where, place, `${describeValue(issue.found)} (${issue.message})`);
  }
  const panel = json as PanelJson;
  assertSameNames(where, panel);
  try {
    return withFacts(where, panel, returnsOf(panel));
  } catch (error) {
    if (!isInputError(error) || error.message.startsWith(where)) throw error;
    throw new InputError(error.code, `${where}: ${error.message}`, { ...error.details, where });
  }
}

function returnsOf({ calendar, returns, meta }: PanelJson): Panel {
  const { frequency, dates, base, partialRows } = calendar;
  const store = storeOf(fromReturns({ frequency, dates, base, returns, units: 'fraction' }), 'panelFromJson');
  const { days } = store.calendar;
  return assemblePanel({
    ...store,
    calendar: assembleCalendar(frequency, store.calendar.base, days.slice(), partialRows),
    metas: store.assets.map((asset) => meta[asset]!),
  });
}

function withFacts(where: string, json: PanelJson, returns: Panel): AnyPanel {
  const knownOn = [json.calendar.base, ...json.calendar.dates];
  let panel: AnyPanel = returns;
  for (const [name, values] of Object.entries(json.fields)) panel = addField(panel, name, { knownOn, values });
  for (const [name, values] of Object.entries(json.indicators)) {
    if (values.length !== knownOn.length) {
      const found = `${values.length} values, one for the base and one for each of ${json.calendar.dates.length} rows are needed`;
      throw refusal(where, `indicators.${name}`, found);
    }
    const observations = values.map((value, index) => ({ knownOn: knownOn[index]!, value: value ?? NaN }));
    const usesHindsight = json.usesHindsight.includes(name);
    panel = addIndicator(panel, name, { name, unit: '', observations, usesHindsight });
  }
  return panel;
}

function assertSameNames(where: string, { returns, meta, indicators, usesHindsight, calendar }: PanelJson): void {
  for (const name of Object.keys(returns))
    if (!Object.hasOwn(meta, name)) throw refusal(where, `meta.${name}`, 'nothing; every asset needs { kind, net }');
  for (const name of Object.keys(meta))
    if (!Object.hasOwn(returns, name)) throw refusal(where, `meta.${name}`, 'an asset that has no returns');
  for (const name of usesHindsight)
    if (!Object.hasOwn(indicators, name)) throw refusal(where, 'usesHindsight', `"${name}", which is no indicator`);
  const outside = calendar.partialRows.findIndex((row) => row >= calendar.dates.length);
  if (outside >= 0) throw refusal(where, `calendar.partialRows[${outside}]`, 'a row beyond the last date');
}

function refusal(where: string, path: string, found: string): InputError {
  return new InputError(
    'file.format',
    `${where}: ${path}: found ${found}. Give the JSON of a panel, as JSON.stringify(panel) and writePanel make it.`,
    { where, path },
  );
}
