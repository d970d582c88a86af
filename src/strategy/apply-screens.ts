import { InputError } from '../core/index.js';
import { quantile } from '../stats/index.js';
import { assertScreens, type Screen, type Weighting } from './screen.js';
import type { View } from './view.js';
import type { Allocation } from './weights.js';

/** The fields that screens and a weighting read, each once. */
export function fieldsRead<Field extends string>(
  screens: readonly Screen<Field>[],
  weighting: Weighting<Field>,
): Field[] {
  const fields = screens.map(({ field }) => field);
  return [...new Set(weighting.kind === 'field' ? [...fields, weighting.field] : fields)];
}

/**
 * Runs screens over the listed names and weights what is left.
 *
 * Eligible are the listed names for which every field that is read is known. Nothing left means nothing held: all cash.
 *
 * @throws InputError `screen.invalid` for what is no screen, and when a weight would be negative, naming the asset and the day;
 *   `option.range`, `option.type` for a screen's numbers; `strategy.undeclared` for a field that the strategy does not declare.
 * @example
 * const cheapest = defineStrategy({ name: 'Cheapest quarter', assets: 'all', fields: ['valueRank', 'marketCap'], schedule: annually({ month: 6 }),
 *   decide: (view) => applyScreens(view, [topFraction('valueRank', 0.25)], weighBy('marketCap')) });
 * console.log(Object.keys(backtest(frenchSizeValueProfitability(), cheapest).decisions[0].target).length); // 8
 */
export function applyScreens<Field extends string>(
  view: View<string, Field>,
  screens: readonly Screen<NoInfer<Field>>[],
  weighting: Weighting<NoInfer<Field>>,
): Allocation {
  assertScreens('applyScreens', screens, weighting);
  const fields = new Map(fieldsRead(screens, weighting).map((field) => [field, view.field(field)]));
  const columns = [...fields.values()];
  let members = Array.from(view.listed).filter((member) => columns.every((column) => Number.isFinite(column[member])));
  for (const screen of screens) {
    const column = fields.get(screen.field)!;
    const keep = keeps(
      screen,
      members.map((member) => column[member]!),
    );
    members = members.filter((member) => keep(column[member]!));
  }
  if (weighting.kind === 'equal') return { members, weights: members.map(() => 1 / members.length) };
  const column = fields.get(weighting.field)!;
  const negative = members.find((member) => column[member]! < 0);
  if (negative !== undefined) {
    throw new InputError(
      'screen.invalid',
      `weighBy("${weighting.field}"): "${view.assets[negative]!}" has ${column[negative]!} on ${view.asOf}; a weight is zero or more.`,
      { field: weighting.field, asset: view.assets[negative], date: view.asOf },
    );
  }
  const total = members.reduce((sum, member) => sum + column[member]!, 0);
  if (total === 0) return { members: [], weights: [] };
  return { members, weights: members.map((member) => column[member]! / total) };
}

function keeps(screen: Screen, values: readonly number[]): (value: number) => boolean {
  if ('value' in screen) {
    const { kind: side, value: bound } = screen;
    return side === 'atLeast' ? (value) => value >= bound : (value) => value <= bound;
  }
  if (values.length === 0) return () => false;
  const { kind, fraction } = screen;
  const share = kind === 'topFraction' ? 1 - fraction : fraction;
  const cut = quantile(values, share);
  if (kind === 'topFraction') return (value) => value >= cut;
  return kind === 'bottomFraction' ? (value) => value <= cut : (value) => value > cut;
}
