import { InputError } from '../core/index.js';
import { quantile } from '../stats/index.js';
import type { CrossSection } from './cross-section.js';
import type { CountScreen, QuantileScreen, Screen } from './screen.js';

/** What of a view a step needs beside its numbers: the names for ties, the day for messages. */
interface Place {
  readonly assets: readonly string[];
  readonly asOf: string;
}

/** Which of the names that are left, by their position among them, a step keeps. */
export function keepsOf(
  screen: Screen,
  members: readonly number[],
  names: CrossSection,
  place: Place,
): (index: number) => boolean {
  const values = names.values(screen.field, members);
  const held = (index: number): boolean => names.held(members[index]!);
  switch (screen.kind) {
    case 'atLeast':
      return (index) => values[index]! >= screen.value;
    case 'atMost':
      return (index) => values[index]! <= screen.value;
    case 'topCount':
      return byCount(
        screen,
        values,
        members.map((member) => place.assets[member]!),
        held,
      );
    case 'bottomFraction':
    case 'topFraction':
    case 'dropBottomFraction':
      return byQuantile(screen, values, reference(screen, values, members, names, place), held);
  }
}

function byQuantile(
  { kind, fraction, keep }: QuantileScreen,
  values: readonly number[],
  over: readonly number[],
  held: (index: number) => boolean,
): (index: number) => boolean {
  if (over.length === 0) return () => false;
  const within = (share: number): ((index: number) => boolean) => {
    // All of them, and not only those beyond the last breakpoint.
    if (share === 1 && kind !== 'dropBottomFraction') return () => true;
    const cut = quantile(over, kind === 'topFraction' ? 1 - share : share);
    if (kind === 'topFraction') return (index) => values[index]! >= cut;
    return kind === 'bottomFraction' ? (index) => values[index]! <= cut : (index) => values[index]! > cut;
  };
  const enters = within(fraction);
  if (keep === undefined) return enters;
  const stays = within(keep);
  return (index) => enters(index) || (stays(index) && held(index));
}

/** The values that the quantile is computed from. */
function reference(
  { kind, breakpoints }: QuantileScreen,
  values: readonly number[],
  members: readonly number[],
  names: CrossSection,
  { asOf }: Place,
): readonly number[] {
  if (breakpoints === undefined || members.length === 0) return values;
  const flags = names.values(breakpoints, members);
  const chosen = values.filter((_, index) => flags[index] === 1);
  if (chosen.length > 0) return chosen;
  throw new InputError(
    'screen.no-breakpoints',
    `${kind}: "breakpoints" is the field "${breakpoints}", but on ${asOf} it is 1 for none of the ${members.length} names that are left, so there is no quantile. ` +
      'Start the window on a day when it is, or leave "breakpoints" out.',
    { field: breakpoints, date: asOf, left: members.length },
  );
}

function byCount(
  { count, keep }: CountScreen,
  values: readonly number[],
  assets: readonly string[],
  held: (index: number) => boolean,
): (index: number) => boolean {
  const order = values.map((_, index) => index);
  order.sort((a, b) => {
    const difference = values[b]! - values[a]!;
    if (difference !== 0) return difference;
    return assets[a]! < assets[b]! ? -1 : 1;
  });
  const place = new Map(order.map((index, rank) => [index, rank]));
  return (index) => place.get(index)! < count || (keep !== undefined && place.get(index)! < keep && held(index));
}
