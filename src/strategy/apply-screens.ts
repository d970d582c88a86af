import { assertScreens } from './assert-screens.js';
import { fieldsOf } from './composite-rank.js';
import { crossSection } from './cross-section.js';
import { keepsOf } from './keeps-of.js';
import type { Screen } from './screen.js';
import { sharedOf } from './shared-view.js';
import { assertView, type View } from './view.js';
import { weigh } from './weigh.js';
import type { Weighting } from './weighting.js';
import type { Allocation } from './weights.js';

/** The fields that screens and a weighting read, each once. */
export function fieldsRead<Field extends string>(
  screens: readonly Screen<Field>[],
  weighting: Weighting<Field>,
): Field[] {
  const fields = screens.flatMap((screen) => [
    ...fieldsOf(screen.field),
    ...('breakpoints' in screen && screen.breakpoints !== undefined ? [screen.breakpoints] : []),
  ]);
  return [...new Set(weighting.kind === 'equal' ? fields : [...fields, ...fieldsOf(weighting.field)])];
}

/**
 * Runs screens over the listed names and weights what is left.
 *
 * Eligible are the listed names for which every field that is read is known. Nothing left means nothing held: all cash.
 *
 * @throws InputError `screen.invalid` for what is no screen, and when a weight would be negative, naming the asset and the day;
 *   `screen.no-breakpoints` when names are left but none with a 1 in the field of the breakpoints; `option.range`, `option.type`,
 *   `option.unknown` for what a screen holds; `strategy.undeclared` for a field that the strategy does not declare.
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
  assertView('applyScreens', view);
  const fields = fieldsRead(screens, weighting);
  const names = crossSection(view, fields);
  const shared = sharedOf(view);
  // What does not depend on holdings is the same for every strategy that begins with the same steps on this day.
  let key: string | undefined = shared === undefined ? undefined : JSON.stringify(fields);
  const once = (make: () => readonly number[]): readonly number[] =>
    shared === undefined || key === undefined ? make() : shared.once(key, make);
  let members = once(() => names.eligible());
  for (const screen of screens) {
    key = key === undefined || 'keep' in screen ? undefined : `${key} ${textOf(screen)}`;
    const left = members;
    members = once(() => {
      const keeps = keepsOf(screen, left, names, view);
      return left.filter((_, index) => keeps(index));
    });
  }
  return weigh(weighting, members, names, view);
}

/** The texts of screens that cannot change: a backtest asks for them at every decision. */
const texts = new WeakMap<object, string>();

function textOf(screen: Screen): string {
  const known = texts.get(screen);
  if (known !== undefined) return known;
  const text = JSON.stringify(screen);
  if (Object.isFrozen(screen)) texts.set(screen, text);
  return text;
}
