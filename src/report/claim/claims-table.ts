import { assertFilledArray, assertObject, describeValue, InputError } from '../../core/index.js';
import { makeTable, type Table, textCell } from '../../table/index.js';
import type { Claim } from './claim.js';
import { readingCells } from './claim-table.js';

/**
 * Claims side by side: one row each, with the verdict and the figures of the first reading, the plainest one.
 *
 * @throws InputError `option.type` for an empty list, or for what is no claim.
 * @example
 * const data = ['none'];
 * const open = claim({ id: 'Y', claim: 'Managers are underweight', data, readings: [], missing: 'a survey of managers' });
 * console.log(claimsTable([open]).rows[0]?.verdict); // not testable here
 */
export function claimsTable(claims: readonly Claim[]): Table {
  assertFilledArray('claimsTable', 'claims', claims);
  claims.forEach((one: unknown, index) => {
    assertObject('claimsTable', `claim ${index}`, one);
    const { id, claim, verdict, readings } = one;
    if ([id, claim, verdict].every((word) => typeof word === 'string') && Array.isArray(readings)) return;
    throw new InputError(
      'option.type',
      `claimsTable: claim ${index} is ${describeValue(one)}; give what claim({ … }) answers.`,
      { index },
    );
  });
  return makeTable({
    title: 'Claims and verdicts',
    columns: [
      { key: 'id', label: 'No', align: 'left' },
      { key: 'verdict', label: 'Verdict', align: 'left' },
      { key: 'agree', label: 'Readings that agree' },
      { key: 'figure', label: 'Data say' },
      { key: 'interval', label: 'Interval' },
      { key: 'base', label: 'Base' },
      { key: 'independent', label: 'Independent cases' },
      { key: 'says', label: 'Claim says', align: 'left' },
      { key: 'reading', label: 'First reading', align: 'left' },
      { key: 'claim', label: 'Claim', align: 'left' },
    ],
    rows: claims.map(({ id, claim, verdict, readings }) => {
      const seen = readings.filter(({ counts }) => counts);
      const first = readings[0] === undefined ? undefined : readingCells(readings[0]);
      const none = textCell(undefined);
      return {
        id,
        claim,
        verdict,
        agree: seen.length === 0 ? none : `${seen.filter(({ agrees }) => agrees).length} of ${seen.length}`,
        reading: first?.['reading'] ?? none,
        says: first?.['says'] ?? none,
        figure: first?.['figure'] ?? none,
        interval: first?.['interval'] ?? none,
        base: first?.['base'] ?? none,
        independent: first?.['independent'] ?? none,
      };
    }),
    notes: [
      'The verdict rests on all readings of a claim, by rules fixed beforehand (the documentation of `verdict` has them); this table shows the first.',
    ],
  });
}
