import type { MutantResult } from '@stryker-mutator/api/core';

export type Fate = 'killed' | 'survived' | 'timeout' | 'uncovered' | 'error';

/** Why an alteration outside of the sample has no fate. */
export const notDrawn = 'not drawn into the sample';

/** Whether an alteration belongs to a sample of this share: the fractions of multiples of the golden ratio are spread evenly over all numbers. */
export const isDrawn = (id: number, share: number): boolean => share >= 1 || (id * 0.618_033_988_749_894_9) % 1 < share;

/** What became of one alteration of the source. */
export interface Altered {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly mutator: string;
  readonly replacement: string;
  readonly fate: Fate;
}

/** What a run answers: how many alterations there are, and what became of those that were tried. */
export interface Found {
  readonly made: number;
  readonly altered: readonly Altered[];
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
    .filter(({ statusReason }) => statusReason !== notDrawn)
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
