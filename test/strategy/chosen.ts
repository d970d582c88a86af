import { applyScreens, weighBy, type Screen, type View, type Weighting } from 'backtilt';

/** What screens hold on the day of a view, by name. */
export function weightsOf(
  view: View<string, string>,
  screens: readonly Screen[],
  weighting: Weighting = weighBy('equal'),
): Record<string, number> {
  const { members, weights } = applyScreens(view, screens, weighting);
  return Object.fromEntries(Array.from(members, (member, index) => [view.assets[member]!, weights[index]!]));
}

/** The names that screens hold on the day of a view, in the order of the panel. */
export const chosen = (view: View<string, string>, ...screens: Screen[]): string =>
  Object.keys(weightsOf(view, screens)).join(' ');
