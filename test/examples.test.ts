import { describe, expect, it } from 'vitest';
import { loadDoors } from './support/doors.js';
import { inWords, runExample } from './support/run-example.js';
import { filesBelow } from './support/source-files.js';
import { typeErrors } from './support/type-errors.js';

const doors = await loadDoors();
/** The studies in examples/claims have a test of their own. */
const examples = filesBelow('examples', '.ts')
  .filter(({ path }) => !path.startsWith('examples/claims/'))
  .map(({ path, text }) => [path, text] as const);

/** What each example must say, so that it cannot run to the end and show nothing of use. */
const SAYS: Readonly<Record<string, readonly string[]>> = {
  'compare-etfs.ts': ['16.19 %', '-42.41 %', '2019-10 to 2026-07', 'AVUV begins last'],
  'small-cap-tilt.ts': ['2000-06 to 2026-07', 'IWM begins last', 'Turnover a year', "decidedOn: '2026-07-31'"],
  'first-cut-rotation.ts': ['First rate cuts: 9 events', '1984-09-20', '2024-09-18', 'Mix'],
  'screened-value.ts': ['1963-07 to 2025-12', 'reconstitution inside them is not charged'],
  'momentum-rotation.ts': ['decisions: 302', 'Momentum rotation, 2001-06 to 2026-07'],
  'avuv-before-2019.ts': ['675 of 757 rows are of a proxy', '320 of 402 rows are of a proxy', '1993-02 to 2026-07'],
  'rebalancing.ts': ['checked monthly; everything goes back to target', '2003-09-30 1.000', '5/25'],
  'timing-luck.ts': ['annually in December', 'equal parts of all 12', 'is luck, not skill'],
  'factor-regression.ts': [
    'AVUV less IWM on Mkt-RF, SMB, HML, RMW, CMA, Mom',
    '2019-10 to 2024-10 (61 months',
    'Durbin–Watson 1.81',
    'Newey–West',
  ],
  'sweep.ts': ['lead by weight and month', 'Trials', '2000-06 to 2026-07', 'deflated Sharpe ratio'],
  'withdrawals.ts': ['Wealth at the end', '40000 comes out annually in December', 'Opening + assets'],
  'event-study.ts': ['3 of 9', '2024-09-18', 'truncated', 'no inference', 'recession-linked less not linked'],
  'value-from-accounts.ts': ['2000-07 to 2003-06', 'The 6 rows before it', 'annually in June'],
  'my-own-data.ts': ['2025-01 to 2025-06', 'MINE'],
};

describe('the programs in examples/', () => {
  it('are the ones that this test knows', () => {
    expect(examples.map(([path]) => path.replace('examples/', '')).sort()).toEqual(Object.keys(SAYS).sort());
  });

  it.each(examples)('%s runs as it stands and says what it promises', async (path, text) => {
    const { printed, error } = await runExample(text, doors);
    expect(error === undefined ? undefined : inWords(error)).toBeUndefined();
    for (const words of SAYS[path.replace('examples/', '')]!) expect(printed.join('\n')).toContain(words);
  });

  it.each(examples)('%s has at most 15 lines', (_, text) => {
    expect(
      text
        .trim()
        .split('\n')
        .filter((line) => line.trim() !== '').length,
    ).toBeLessThanOrEqual(15);
  });

  it('compile for a user with strict types', () => {
    expect(typeErrors(examples.map(([place, code]) => ({ place, code })))).toEqual([]);
  });
});
