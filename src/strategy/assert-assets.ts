import { assertFilledArray, assertName, InputError } from '../core/index.js';

/** Refuses what is not a list of distinct asset names. */
export function assertAssets(where: string, option: string, value: unknown): asserts value is readonly string[] {
  assertFilledArray(where, `"${option}"`, value);
  value.forEach((name, index) => {
    assertName(where, `${option}[${index}]`, name);
    if (value.indexOf(name) === index) return;
    throw new InputError('option.range', `${where}: "${option}" names "${name}" twice; name each asset once.`, {
      where,
      option,
      asset: name,
    });
  });
}
