import { InputError } from '../../core/index.js';
import { quantile } from '../../stats/index.js';
import type { CrossSection } from '../cross-section.js';
import type { SortDimension } from './sort-by.js';

/**
 * The portfolio of each name, by its place among the names of all portfolios: groups by every characteristic, one after the other.
 *
 * A value belongs to the group above a breakpoint only if it is greater. Independent: each characteristic has one set of breakpoints.
 * Dependent: one set for each group of the characteristics before it.
 */
export function assignCells(
  dimensions: readonly SortDimension[],
  dependent: boolean,
  members: readonly number[],
  names: CrossSection,
  asOf: string,
): number[] {
  let cells = members.map(() => 0);
  for (const dimension of dimensions) {
    const values = names.values(dimension.field, members);
    const flags = dimension.over === null ? undefined : names.values(dimension.over, members);
    const cutsOf = (chosen: (index: number) => boolean): readonly number[] => {
      const over = values.filter((_, index) => chosen(index) && (flags === undefined || flags[index] === 1));
      if (over.length === 0) throw noBreakpoints(dimension, asOf, members.length);
      return dimension.breakpoints.map((fraction) => quantile(over, fraction));
    };
    const known = new Map<number, readonly number[]>();
    cells = cells.map((cell, index) => {
      const part = dependent ? cell : 0;
      let cuts = known.get(part);
      if (cuts === undefined) {
        const before = cells;
        known.set(part, (cuts = cutsOf((other) => !dependent || before[other] === part)));
      }
      const group = cuts.filter((cut) => values[index]! > cut).length;
      return cell * dimension.groups.length + group;
    });
  }
  return cells;
}

const noBreakpoints = ({ field, over }: SortDimension, date: string, left: number): InputError =>
  new InputError(
    'screen.no-breakpoints',
    `Sort by "${field}": "over" is the field "${String(over)}", but on ${date} it is 1 for none of the names of a group (${left} names in all), so there are no quantiles. ` +
      'Start the window on a day when it is, or leave "over" out.',
    { field, over, date, left },
  );
