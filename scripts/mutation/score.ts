import type { MutantResult } from '@stryker-mutator/api/core';

export type Fate = 'killed' | 'survived' | 'timeout' | 'uncovered' | 'error';

/** What became of one alteration of the source. */
export interface Altered {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly replacement: string;
  readonly fate: Fate;
}

export interface Score {
  readonly all: number;
  readonly counts: Readonly<Record<Fate, number>>;
  /** Killed as a share of all: what ran into a time limit, met no test or ended in an error of the runner was not killed. */
  readonly killed: number;
}

const fates: Readonly<Record<MutantResult['status'], Fate>> = {
  Killed: 'killed',
  Survived: 'survived',
  Timeout: 'timeout',
  NoCoverage: 'uncovered',
  RuntimeError: 'error',
  CompileError: 'error',
  Ignored: 'uncovered',
  Pending: 'error',
};

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').slice(0, 100);

export const alteredOf = (results: readonly MutantResult[]): Altered[] =>
  results
    .map(({ fileName, location, mutatorName, replacement, status }) => ({
      file: fileName.slice(fileName.lastIndexOf('src/')),
      line: location.start.line,
      column: location.start.column,
      mutator: mutatorName,
      replacement: oneLine(replacement),
      fate: fates[status],
    }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1));

export const scoreOf = (altered: readonly Altered[]): Score => {
  const counts = { killed: 0, survived: 0, timeout: 0, uncovered: 0, error: 0 };
  for (const { fate } of altered) counts[fate] += 1;
  return { all: altered.length, counts, killed: counts.killed / altered.length };
};

export const lineOf = ({ file, line, column, mutator, replacement, fate }: Altered): string =>
  `${file}:${line}:${column} ${fate} ${mutator} → ${replacement}`;
