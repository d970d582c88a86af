import { deepFreeze, describeValue, InputError, isInputError } from '../core/index.js';
import { type BacktestResult, type BacktestResultJson, makeResult } from '../engine/index.js';
import { assembleCalendar, type Calendar, makeCalendar } from '../time/index.js';
import { resultJsonIssue } from './result-schema.js';

const where = 'resultFromJson';

/**
 * The result of a backtest from its JSON: what `JSON.stringify(result)` gave, as a result that every statistic, table and study takes.
 *
 * Returns, weights, contributions, ledger, trades and settings are those of the run, bit by bit, and the digest is that of the run: what
 * is read is not run again. Turnover per year, cost drag and the like are worked out from them anew. Parameters come back as far as JSON
 * holds them: a NaN among them is null, a function is gone.
 *
 * @param json the parsed JSON, not its text.
 * @throws InputError `file.format` with the path of the value (`decisions[3].cost`) for what has not the shape of a result; `file.value`
 *   for columns of other lengths than the calendar, assets that are none, and returns that do not follow from each other; those of the calendar.
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
  assertReturns(result, calendar);
  if (result.usesHindsight !== (result.meta.usesHindsight ?? false)) {
    throw refusal('file.value', 'usesHindsight', `found ${result.usesHindsight}, but "meta" says otherwise`);
  }
  const { ledger, costs, assets, weights, contributions } = result;
  const trades = deepFreeze([...result.trades]);
  const earned = floats(ledger.assets);
  return makeResult({
    name: result.name,
    calendar,
    meta: deepFreeze({ ...result.meta }),
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
    decisions: deepFreeze([...result.decisions]),
    nextTarget: deepFreeze(result.nextTarget),
    tradeTotals: deepFreeze([...result.tradeTotals]),
    flows: [...result.flows],
    end: result.end,
    settings: deepFreeze(result.settings),
    assumptions: Object.freeze([...result.assumptions]),
    warnings: Object.freeze([...result.warnings]),
    earned: () => earned,
    trades: () => trades,
    weights: (member) => floats(weights[assets[member]!]!),
    contributions: (member) => floats(contributions[assets[member]!]!),
    digest: () => result.digest,
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

/** Every row must follow from its own parts: 1 + net = (1 + gross)(1 − financing)(1 − fees)(1 − trading). */
function assertReturns({ values, gross, costs }: BacktestResultJson, calendar: Calendar): void {
  values.forEach((net, row) => {
    const kept = (column: readonly (number | null)[]): number => 1 - (column[row] ?? NaN);
    const made = (1 + (gross[row] ?? NaN)) * kept(costs.financing) * kept(costs.fees) * kept(costs.trading) - 1;
    if (net === null || !(Math.abs(made - net) > 1e-9)) return;
    throw refusal(
      'file.value',
      `values[${row}]`,
      `found ${net} on ${calendar.date(row)}, but "gross" and "costs" of that row make ${made}`,
    );
  });
}

function refusal(code: 'file.format' | 'file.value', path: string, found: string): InputError {
  return new InputError(
    code,
    `${where}: ${path}: ${found}. Give the JSON of a result, as JSON.stringify(result) makes it.`,
    { where, path },
  );
}
