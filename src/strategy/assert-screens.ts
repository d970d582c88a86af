import { assertKnownOptions, describeValue, InputError } from '../core/index.js';
import { atLeast, atMost } from './bound-screens.js';
import { bottomFraction, dropBottomFraction, topFraction } from './quantile-screens.js';
import type { QuantileOptions } from './screen.js';
import { topCount } from './top-count.js';
import { checkWeighting } from './weighting.js';

/** A screen that was written by hand, before anything is known of it. */
interface Written {
  readonly field: string;
  readonly fraction: number;
  readonly count: number;
  readonly value: number;
  readonly breakpoints?: string;
  readonly keep?: number;
}

/** The keys of a kind of screen beside `kind`, and how it is made. */
interface Kind {
  readonly keys: readonly string[];
  make(this: void, screen: Written): unknown;
}

const quantileKind = (make: (field: string, fraction: number, options: QuantileOptions<string>) => unknown): Kind => ({
  keys: ['field', 'fraction', 'breakpoints', 'keep'],
  make: ({ field, fraction, breakpoints, keep }) => make(field, fraction, { breakpoints, keep }),
});

const KINDS: Readonly<Record<string, Kind | undefined>> = {
  bottomFraction: quantileKind(bottomFraction),
  topFraction: quantileKind(topFraction),
  dropBottomFraction: {
    keys: ['field', 'fraction', 'breakpoints'],
    make: ({ field, fraction, breakpoints }) => dropBottomFraction(field, fraction, { breakpoints }),
  },
  topCount: { keys: ['field', 'count', 'keep'], make: ({ field, count, keep }) => topCount(field, count, { keep }) },
  atLeast: { keys: ['field', 'value'], make: ({ field, value }) => atLeast(field, value) },
  atMost: { keys: ['field', 'value'], make: ({ field, value }) => atMost(field, value) },
};

/** Refuses screens and a weighting that the functions could not have made: both are plain data, so they may be written by hand. */
export function assertScreens(where: string, screens: unknown, weighting: unknown): void {
  const refuse = (found: unknown): InputError => {
    const kind = kindOf(found);
    return new InputError(
      'screen.invalid',
      `${where}: found ${kind === undefined ? describeValue(found) : `the kind ${describeValue(kind)}`}; "screens" is an array of topFraction(…), bottomFraction(…), ` +
        'dropBottomFraction(…), topCount(…), atLeast(…) or atMost(…), "weighting" is weighBy(field) or weighByRank(field, { best }).',
      { where, found: describeValue(kind ?? found) },
    );
  };
  if (!Array.isArray(screens)) throw refuse(screens);
  for (const screen of screens as unknown[]) {
    const kind = kindOf(screen);
    const known = typeof kind === 'string' && Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
    if (known === undefined) throw refuse(screen);
    assertKnownOptions(`${where}, ${String(kind)}`, screen, ['kind', ...known.keys]);
    known.make(screen as Written);
  }
  if (kindOf(weighting) === undefined || !checkWeighting(where, weighting as { kind: unknown }))
    throw refuse(weighting);
}

const kindOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { kind?: unknown }).kind : undefined;
