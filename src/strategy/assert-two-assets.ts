import { assertName, InputError } from '../core/index.js';

/** Refuses options that name no assets, or the same one twice: `{ core: 'SPY', satellite: 'SPY' }` is no tilt. */
export function assertTwoAssets(
  where: string,
  what: 'tilt' | 'rotation',
  named: Readonly<Record<string, unknown>>,
): void {
  const [first, second] = Object.entries(named) as [[string, unknown], [string, unknown]];
  for (const [option, name] of [first, second]) assertName(where, option, name);
  if (first[1] !== second[1]) return;
  throw new InputError(
    'option.range',
    `${where}: "${first[0]}" and "${second[0]}" are both "${String(first[1])}"; a ${what} needs two assets.`,
    { where, asset: first[1] },
  );
}
