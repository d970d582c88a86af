import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lineOf, scoreOf, type Altered, type Fate, type Found } from './score.js';

/** An alteration that no test can notice, with the reason. Without mutator and replacement it stands for every alteration of that line. */
export interface Explained {
  readonly file: string;
  /** The line of the source, without the space around it: numbers of lines move. */
  readonly code: string;
  readonly mutator?: string;
  readonly replacement?: string;
  readonly why: string;
}

export interface RoomScore {
  readonly room: string;
  /** Alterations that there are. */
  readonly made: number;
  /** Of these, the ones that were tried: all, or a sample. */
  readonly all: number;
  readonly counts: Readonly<Record<Fate, number>>;
  readonly explained: number;
}

export const readExplained = (folder: string): Explained[] =>
  !existsSync(folder)
    ? []
    : readdirSync(folder)
        .sort()
        .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Explained[]);

const reasonFor = (one: Altered, code: string, explained: readonly Explained[]): string | undefined =>
  explained.find(
    (known) =>
      known.file === one.file &&
      known.code === code &&
      (known.mutator ?? one.mutator) === one.mutator &&
      (known.replacement ?? one.replacement) === one.replacement,
  )?.why;

/** The list of what no test notices in a room, each with its reason where one is known, and the count of those that have one. */
export const listOf = (
  room: string,
  { made, altered }: Found,
  explained: readonly Explained[],
  lineAt: (file: string, line: number) => string,
): { readonly score: RoomScore; readonly list: string } => {
  const { all, counts } = scoreOf(altered);
  const alive = altered
    .filter(({ fate }) => fate !== 'killed')
    .map((one) => ({ one, why: reasonFor(one, lineAt(one.file, one.line).trim(), explained) }));
  const lines = alive.map(({ one, why }) => `${lineOf(one)}${why === undefined ? '' : ` — ${why}`}`);
  return {
    score: { room, made, all, counts, explained: alive.filter(({ why }) => why !== undefined).length },
    list: `${lines.join('\n')}\n`,
  };
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const tableOf = (scores: readonly RoomScore[]): string => {
  const rows = scores.map(({ room, made, all, counts, explained }) =>
    [
      room,
      made,
      all,
      counts.killed,
      counts.survived,
      counts.timeout,
      counts.uncovered,
      counts.error,
      explained,
      percent(counts.killed / all),
    ].join(' | '),
  );
  return [
    '| room | alterations | tried | killed | survived | out of time | without a test | errors | of these explained | score |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
};
