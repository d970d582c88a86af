import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listOf, readExplained, tableOf, type RoomScore } from '../../scripts/mutation/page.js';
import { planOf } from '../../scripts/mutation/plan.js';
import { isDrawn, scoreOf, type Altered, type Fate } from '../../scripts/mutation/score.js';

const altered = (fate: Fate, line = 1): Altered => ({
  file: 'src/stats/a.ts',
  line,
  column: 2,
  mutator: 'EqualityOperator',
  replacement: 'a <= b',
  fate,
});

describe('the score of mutation testing', () => {
  it('counts as killed what a test noticed, and nothing else', () => {
    const { counts, killed } = scoreOf(
      (['killed', 'killed', 'killed', 'survived', 'timeout', 'uncovered', 'error'] as const).map((fate) =>
        altered(fate),
      ),
    );
    expect(counts).toEqual({ killed: 3, survived: 1, timeout: 1, uncovered: 1, error: 1 });
    expect(killed).toBe(3 / 7);
  });

  it('draws a sample evenly: of any hundred numbers in a row, twenty are in a sample of a fifth, give or take one', () => {
    for (const start of [0, 1, 137, 12_000]) {
      const drawn = Array.from({ length: 100 }, (_, k) => isDrawn(start + k, 0.2)).filter(Boolean);
      expect(Math.abs(drawn.length - 20)).toBeLessThanOrEqual(1);
    }
    expect([0, 1, 2].every((id) => isDrawn(id, 1))).toBe(true);
  });

  it('lists what lives with the reason of its line', () => {
    const explained = [{ file: 'src/stats/a.ts', code: 'if (a < b) c();', why: 'they are never equal' }];
    const { score, list } = listOf(
      'stats',
      { made: 9, altered: [altered('killed'), altered('survived', 2), altered('timeout', 3)] },
      explained,
      (_, line) => (line === 2 ? '  if (a < b) c();' : ''),
    );
    expect(list).toBe(
      'src/stats/a.ts:2:2 survived EqualityOperator → a <= b — they are never equal\nsrc/stats/a.ts:3:2 timeout EqualityOperator → a <= b\n',
    );
    expect(score).toEqual({
      room: 'stats',
      made: 9,
      all: 3,
      explained: 1,
      counts: { killed: 1, survived: 1, timeout: 1, uncovered: 0, error: 0 },
    });
  });

  it('is asked for by rooms, files and folders, and says what it does not know', () => {
    expect(planOf(['signals'])[0]?.mutate).toEqual(['src/signals/**/*.ts']);
    expect(planOf(['src/stats/cagr.ts'])[0]?.mutate).toEqual(['src/stats/cagr.ts']);
    expect(planOf([]).map(({ name }) => name)).toEqual(['stats', 'signals', 'inference', 'engine']);
    expect(() => planOf(['src/stats/cager.ts'])).toThrow(/neither a room/);
  });
});

describe('docs/mutation.md', () => {
  const scores = JSON.parse(readFileSync('test/mutation/scores.json', 'utf8')) as RoomScore[];

  it('has the scores on record', () => {
    expect(readFileSync('docs/mutation.md', 'utf8')).toContain(tableOf(scores));
  });

  it.each(scores.map((score) => [score.room, score] as const))(
    '%s: the list has every alteration that was not killed',
    (room, { all, counts, explained }) => {
      const lines = readFileSync(`test/mutation/survivors/${room}.txt`, 'utf8').trimEnd().split('\n');
      expect(lines).toHaveLength(all - counts.killed);
      expect(lines.filter((line) => line.includes(' — '))).toHaveLength(explained);
    },
  );

  it('explains lines that are there', () => {
    const gone = readExplained('test/mutation/explained').filter(
      ({ file, code }) =>
        !readFileSync(file, 'utf8')
          .split('\n')
          .some((line) => line.trim() === code),
    );
    expect(gone).toEqual([]);
  });
});
