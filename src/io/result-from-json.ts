import { deepFreeze, describeValue, InputError, isInputError, plainCopy } from '../core/index.js';
import { type BacktestResult, type BacktestResultJson, makeResult } from '../engine/index.js';
import { assembleCalendar, type Calendar, makeCalendar } from '../time/index.js';
import { assertResultFigures } from './assert-result-figures.js';
import { resultJsonIssue } from './result-schema.js';
import { refusal, where } from './result-refusal.js';

/**
 * The result of a backtest from its JSON: what `JSON.stringify(result)` gave, as a result that every statistic, table and study takes.
 *
 * Returns, weights, contributions, ledger, trades and settings are those of the run, bit by bit: what is read is not run again. The digest is
 * carried, not verified: the JSON holds no data to work it out from anew, so that it names a run but does not prove that the figures are its.
 * What is checked is that the figures agree with each other: gross returns and costs make the net returns, every row of the ledger adds up,
 * opens with what the one before closed with, and (where no money came or went) grows by the net return; to 1e-9. Turnover per year, cost drag and the like are worked out from them anew. Parameters come back as far as JSON
 * holds them: a NaN among them is null, a function is gone.
 *
 * @param json the parsed JSON, not its text.
 * @throws InputError `file.format` with the path of the value (`decisions[3].cost`) for what has not the shape of a result; `file.value`
 *   for columns of other lengths than the calendar, assets that are none, and figures that do not follow from each other; those of the calendar.
 * @example
 * const run = backtest(usFunds(), fixedMix({ weights: { SPY: 0.7, IWM: 0.3 } }), { costs: { tradingBps: 5 } });
 * const again = resultFromJson(JSON.parse(JSON.stringify(run)));
 * console.log(cagr(again) === cagr(run), again.digest === run.digest, again.weights('IWM').at(-1) === run.weights('IWM').at(-1)); // true true true
 */
export function resultFromJson(json: unknown): BacktestResult {
  const issue = resultJsonIssue(json);
  if (issue !== undefined) {
    const place = issue.path === '' ? 'the whole' : issue.path;
    throw refusal('file.format', place, `found ${describeValue(issue.found)} (${issue.message})`);
  }
  const result = json as BacktestResultJson;
  const calendar = calendarOf(result);
  assertColumns(result, calendar);
  assertAssets(result);
  assertResultFigures(result, calendar);
  if (result.usesHindsight !== (result.meta.usesHindsight ?? false)) {
    throw refusal('file.value', 'usesHindsight', `found ${result.usesHindsight}, but "meta" says otherwise`);
  }
  const { ledger, costs, assets, weights, contributions } = result;
  const kept = <Key extends keyof BacktestResultJson>(key: Key): BacktestResultJson[Key] =>
    deepFreeze(plainCopy(where, key, result[key]));
  const trades = kept('trades');
  const earned = floats(ledger.assets);
  const columns = [weights, contributions].map((record) => assets.map((asset) => floats(record[asset]!)));
  const digest = result.digest;
  return makeResult({
    name: result.name,
    calendar,
    meta: kept('meta'),
    assets: Object.freeze([...assets]),
    net: floats(result.values),
    gross: floats(result.gross),
    financing: floats(costs.financing),
    fees: floats(costs.fees),
    trading: floats(costs.trading),
    money: {
      opening: floats(ledger.opening),
      cash: floats(ledger.cash),
      financing: floats(ledger.financing),
      fees: floats(ledger.fees),
      trading: floats(ledger.trading),
      flows: floats(ledger.flows),
      closing: floats(ledger.closing),
    },
    decisions: kept('decisions'),
    nextTarget: kept('nextTarget'),
    tradeTotals: kept('tradeTotals'),
    flows: kept('flows'),
    end: kept('end'),
    settings: kept('settings'),
    assumptions: Object.freeze([...result.assumptions]),
    warnings: Object.freeze([...result.warnings]),
    earned: () => earned,
    trades: () => trades,
    weights: (member) => columns[0]![member]!.slice(),
    contributions: (member) => columns[1]![member]!.slice(),
    digest: () => digest,
  });
}

const floats = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (value) => value ?? NaN);

function calendarOf({ calendar: { frequency, base, dates, partialRows } }: BacktestResultJson): Calendar {
  try {
    const checked = makeCalendar({ frequency, dates, base }, where);
    const outside = partialRows.findIndex((row) => row >= dates.length);
    if (outside >= 0) {
      throw refusal('file.value', `calendar.partialRows[${outside}]`, 'found a row beyond the last date');
    }
    return assembleCalendar(frequency, checked.base, checked.days.slice(), partialRows);
  } catch (error) {
    if (!isInputError(error) || error.message.startsWith(where)) throw error;
    throw new InputError(error.code, `${where}: ${error.message}`, { ...error.details, where });
  }
}

function assertColumns(result: BacktestResultJson, { length }: Calendar): void {
  const { values, gross, costs, ledger, weights, contributions } = result;
  const columns: Record<string, unknown> = { values, gross };
  const add = (place: string, record: object): void => {
    for (const [name, column] of Object.entries(record)) {
      if (Array.isArray(column)) columns[`${place}.${name}`] = column;
    }
  };
  add('costs', costs);
  add('ledger', ledger);
  add('weights', weights);
  add('contributions', contributions);
  for (const [place, column] of Object.entries(columns)) {
    const found = (column as readonly unknown[]).length;
    if (found !== length) throw refusal('file.value', place, `found ${found} values for ${length} dates`);
  }
}

function assertAssets({ assets, weights, contributions, decisions, nextTarget, trades }: BacktestResultJson): void {
  const known = new Set(assets);
  const assertKnown = (place: string, names: readonly string[]): void => {
    const stray = names.find((name) => !known.has(name));
    if (stray !== undefined) throw refusal('file.value', place, `found "${stray}", which is not among "assets"`);
  };
  for (const [place, record] of Object.entries({ weights, contributions })) {
    assertKnown(place, Object.keys(record));
    const missing = assets.find((asset) => !Object.hasOwn(record, asset));
    if (missing !== undefined) throw refusal('file.value', `${place}.${missing}`, 'found nothing');
  }
  decisions.forEach((decision, index) => {
    for (const key of ['target', 'drifted', 'weights'] as const)
      assertKnown(`decisions[${index}].${key}`, Object.keys(decision[key]));
  });
  assertKnown('nextTarget.weights', Object.keys(nextTarget.weights));
  trades.forEach(({ asset }, index) => {
    assertKnown(`trades[${index}].asset`, [asset]);
  });
}
