import { describeValue, InputError } from '../../core/index.js';
import { type AnyPanel, assertReturnSeries, pairWith, type ReturnSeries } from '../../panel/index.js';
import { longShortNames } from './long-short-names.js';
import { regressionWindow, type WindowWords } from './regression-window.js';

/** Factors: a panel of them, one series, or a list of both. A panel may bring the return of cash that goes with it. */
export type Factors<Factor extends string = string> =
  FactorPanel<Factor> | ReturnSeries | readonly (FactorPanel<Factor> | ReturnSeries)[];

/** A panel whose assets are factors, such as `frenchFactors().five`. */
export type FactorPanel<Factor extends string = string> = Pick<AnyPanel, 'calendar' | 'returns'> & {
  readonly assets: readonly Factor[];
  readonly riskFree?: ReturnSeries;
};

/** A fund and factors on their common rows, all over cash or none. */
export interface FactorRows extends WindowWords {
  readonly y: Float64Array;
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
  /** The row of the fund's calendar that each entry comes from. */
  readonly rows: Int32Array;
  readonly series: readonly ReturnSeries[];
  /** The fund and the factors that are returns, from which cash is taken, and that cash. */
  readonly gross: readonly ReturnSeries[];
  readonly taken: ReturnSeries | undefined;
  /** What was done about cash, as a sentence. */
  readonly cash: string;
}

/**
 * Puts a fund beside its factors: total returns less cash, differences of returns as they are, on the periods where all have a return.
 */
export function factorRows(
  where: string,
  fund: ReturnSeries,
  factors: Factors,
  riskFree: ReturnSeries | undefined,
): FactorRows {
  assertReturnSeries(where, 'the fund', fund);
  const parts = partsOf(where, factors);
  const list = parts.flatMap((part) => (isPanel(part) ? part.assets.map((asset) => part.returns(asset)) : [part]));
  const repeated = list.find(({ name }, index) => list.findIndex((other) => other.name === name) !== index);
  if (repeated !== undefined) {
    throw new InputError('panel.name', `${where}: two factors are called "${repeated.name}". Give each once.`, {
      where,
      factor: repeated.name,
    });
  }
  const cash = riskFree ?? parts.filter(isPanel).find((part) => part.riskFree !== undefined)?.riskFree;
  const all = [fund, ...list];
  const gross = all.filter(({ meta }) => meta.kind !== 'excess');
  assertOneKind(where, all, gross, cash);
  const less = gross.length > 0 ? cash : undefined;
  const bill = less === undefined ? undefined : pairWith(fund, less, where);
  const columns = all.map((one) => {
    const column = pairWith(fund, one, where);
    return bill === undefined || one.meta.kind === 'excess' ? column : column.map((value, row) => value - bill[row]!);
  });
  const rows = Int32Array.from(fund.values, (_, row) => row).filter((row) =>
    columns.every((column) => !Number.isNaN(column[row]!)),
  );
  const [y, ...rest] = columns.map((column) => Float64Array.from(rows, (row) => column[row]!));
  const limiting = less === undefined ? all : [...all, less];
  const words = regressionWindow(fund, rows, limiting, where);
  return {
    y: y!,
    names: list.map(({ name }) => name),
    columns: rest,
    rows,
    series: limiting,
    gross,
    taken: less,
    cash: cashWords(gross, less),
    ...words,
  };
}

/** What was done about cash, as a sentence. */
export function cashWords(gross: readonly ReturnSeries[], cash: ReturnSeries | undefined): string {
  if (gross.length === 0) return 'Everything is a difference of two returns: no cash was taken off.';
  const names = gross.map(({ name }) => name).join(', ');
  return cash === undefined
    ? `No cash was taken off ${names}: returns, not excess returns.`
    : `${cash.name} was taken off ${names}; what is a difference of two returns stays as it is.`;
}

function partsOf(where: string, factors: Factors): readonly (FactorPanel | ReturnSeries)[] {
  const given: unknown = factors;
  const list: readonly unknown[] = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  if (list.length === 0) {
    throw new InputError('option.type', `${where}: the list of factors is empty. Give at least one.`, { where });
  }
  return list.map((one) => {
    if (isPanel(one)) return one;
    const panels = Object.keys(one ?? {}).filter((key) => isPanel(ownValue(one as object, key)));
    if (panels.length > 0) {
      throw new InputError(
        'option.type',
        `${where}: found ${describeValue(one)} where factors belong; choose one of its panels: .${panels.join(', .')}.`,
        { where, panels },
      );
    }
    assertReturnSeries(where, 'a factor', one);
    return one;
  });
}

const ownValue = (object: object, key: string): unknown => (object as Record<string, unknown>)[key];

function isPanel(value: unknown): value is FactorPanel {
  return (
    typeof value === 'object' &&
    value !== null &&
    'assets' in value &&
    'returns' in value &&
    typeof value.returns === 'function'
  );
}

/** Excess returns beside returns that still hold cash have no meaning, and cash taken off a long-short factor is a factor of −cash. */
function assertOneKind(
  where: string,
  all: readonly ReturnSeries[],
  gross: readonly ReturnSeries[],
  cash: ReturnSeries | undefined,
): void {
  const excess = all.find(({ meta }) => meta.kind === 'excess');
  if (cash === undefined && excess !== undefined && gross.length > 0) {
    throw new InputError(
      'option.missing',
      `${where}: "${gross[0]!.name}" is a return, "${excess.name}" a difference of two returns; together they need "riskFree", ` +
        'the return of cash that is taken off the first. Give riskFree: frenchFactors().riskFree or usTreasuryBill().',
      { where, option: 'riskFree', returns: gross.map(({ name }) => name) },
    );
  }
  const wrong = cash === undefined ? undefined : gross.find(({ name }) => longShortNames.includes(name.toUpperCase()));
  if (wrong !== undefined) {
    throw new InputError(
      'series.invalid',
      `${where}: "${wrong.name}" is marked as a return (kind '${wrong.meta.kind}'), but its name is that of a difference of two returns, from which ` +
        `no cash is taken. Read it with kind: 'excess', or give it another name.`,
      { where, series: wrong.name, kind: wrong.meta.kind },
    );
  }
  if (cash === undefined) return;
  assertReturnSeries(where, '"riskFree"', cash);
  if (cash.meta.kind !== 'excess') return;
  throw new InputError(
    'series.invalid',
    `${where}: "riskFree" is "${cash.name}", of kind 'excess', a difference of two returns; what cash earned is a total return. Give usTreasuryBill().`,
    { where, riskFree: cash.name, kind: cash.meta.kind },
  );
}
