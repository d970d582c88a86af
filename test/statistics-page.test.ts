import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commentOfStatistic } from '../scripts/statistics-page/comment-of-statistic.js';
import { differences } from '../scripts/statistics-page/differences.js';
import { groups } from '../scripts/statistics-page/groups.js';
import { anchor, linked, wrapped } from '../scripts/statistics-page/prose.js';
import { readDoc } from '../scripts/statistics-page/read-doc.js';
import { renderPage } from '../scripts/statistics-page/render-page.js';
import * as frontDoor from '../src/index.js';
import * as statistics from '../src/stats/index.js';
import { baconPortfolio } from './stats/published-samples.js';
import { hasReference, reference } from './stats/support.js';
import { figuresOfBenchmark } from './statistics-page/figures-of-benchmark.js';
import { figuresOfRatios } from './statistics-page/figures-of-ratios.js';
import { figuresOfRisk } from './statistics-page/figures-of-risk.js';
import { b, r } from './statistics-page/formulas.js';
import { root } from './support/source-files.js';

const page = readFileSync(`${root}docs/statistics.md`, 'utf8');
const headings = page.split('\n').filter((line) => line.startsWith('#'));
const computed = { ...figuresOfRisk, ...figuresOfRatios, ...figuresOfBenchmark };

/** What a figure of the table must read, with as many decimals as it has there. */
const printed = (value: number, figure: string): string => value.toFixed(figure.split('.')[1]?.length ?? 0);

describe('docs/statistics.md', () => {
  it('has a section for every statistic that the front door exports, and for nothing else', () => {
    const ofTheRoom = new Set<unknown>(Object.values(statistics));
    const exported = Object.entries(frontDoor)
      .filter(([, value]) => typeof value === 'function' && ofTheRoom.has(value))
      .map(([name]) => name);
    expect(exported.length).toBeGreaterThan(100);
    const sections = headings.filter((line) => line.startsWith('### ')).map((line) => line.slice(4));
    expect([...sections].sort()).toEqual(exported.sort());
    expect(sections).toEqual(groups.flatMap((group) => group.statistics));
  });

  it('is what `npm run docs:statistics` writes now', () => {
    expect(page).toBe(renderPage(commentOfStatistic));
  });

  it('gives every statistic an idea and a source, and every one that may be undefined its cases', () => {
    for (const name of groups.flatMap((group) => group.statistics)) {
      const { idea, source, undefinedCases } = readDoc(commentOfStatistic(name));
      expect(idea, name).toMatch(/^[A-Z].*\.$/);
      expect(source, name).not.toBe('');
      expect(undefinedCases !== '', name).toBe(commentOfStatistic(name).includes('*Undefined'));
    }
  });

  it('links to headings that are there, and names one heading once', () => {
    const anchors = headings.map((line) => anchor(line.replace(/^#+ /, '')));
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = [...page.matchAll(/\]\((#[^)]*)\)/g)].map(([, target]) => target!);
    expect(links.length).toBeGreaterThan(150);
    expect(links.filter((target) => !anchors.includes(target))).toEqual([]);
  });

  it('keeps its lines, tables apart, within 150 columns', () => {
    const prose = page.split('\n').filter((line) => !line.startsWith('|'));
    expect(prose.filter((line) => line.length > 150)).toEqual([]);
  });
});

describe('the table of differences', () => {
  it('is about statistics of the page, a sample of one at most once', () => {
    const names = groups.flatMap((group) => group.statistics);
    expect(differences.filter(({ statistic }) => !names.includes(statistic))).toEqual([]);
    const keys = differences.map(({ statistic, sample }) => `${statistic} of ${sample}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(
    differences.flatMap(({ statistic, sample, here, elsewhere }) =>
      here === undefined ? [] : [[`${statistic} of ${sample}`, here, elsewhere.map(({ figure }) => figure)] as const],
    ),
  )('%s is %s here, and %j by the formulas of others', (key, here, others) => {
    const figures = computed[key]!;
    expect(printed(figures.here, here)).toBe(here);
    expect(figures.elsewhere.map((figure, index) => printed(figure, others[index] ?? ''))).toEqual(others);
  });

  it('has no figure without a computation, and no computation is left over', () => {
    const withFigures = differences.filter(
      ({ here, elsewhere }) => here !== undefined || elsewhere.some((one) => one.figure),
    );
    expect(withFigures.map(({ statistic, sample }) => `${statistic} of ${sample}`).sort()).toEqual(
      Object.keys(computed).sort(),
    );
  });

  it('differs: no figure of others reads as ours does', () => {
    expect(
      differences.filter(({ here, elsewhere }) => elsewhere.some(({ figure }) => figure && figure === here)),
    ).toEqual([]);
  });

  it('stands on the months of Bacon’s book', () => {
    expect(r).toEqual(baconPortfolio);
    // Fifteen months up, eight down, one of 0.
    expect([1, -1, 0].map((sign) => b.filter((value) => Math.sign(value) === sign).length)).toEqual([15, 8, 1]);
  });

  it.skipIf(!hasReference)('has his portfolio and benchmark as the data set of PerformanceAnalytics has them', () => {
    expect(r).toEqual([...reference('portfolio_bacon.csv', 'portfolio').values]);
    expect(b).toEqual([...reference('portfolio_bacon.csv', 'benchmark').values]);
  });
});

describe('the reader of doc comments', () => {
  it('parts idea, formula, convention, undefined cases and source', () => {
    const comment = `/**
 * Reward for risk, per year: mean(e) / sd(e) × √P. A pure number.
 *
 * Not the other one.
 *
 * *Undefined (NaN):* no returns,
 * or one.
 *
 * @throws InputError \`series.invalid\`.
 * @see Somebody (1994),
 *   "A Paper".
 * @example
 * console.log(1); // 1
 */`;
    expect(readDoc(comment)).toEqual({
      idea: 'Reward for risk, per year.',
      formula: 'mean(e) / sd(e) × √P. A pure number.',
      convention: ['Not the other one.'],
      undefinedCases: 'no returns, or one.',
      source: 'Somebody (1994), "A Paper".',
    });
  });

  it('takes the formula from the head of the second paragraph where the first has none', () => {
    const { idea, formula, convention } = readDoc('/**\n * Growth.\n *\n * W = Π(1 + r). Holes are skipped.\n */');
    expect([idea, formula, convention]).toEqual(['Growth.', 'W = Π(1 + r).', ['Holes are skipped.']]);
  });

  it('makes a name a link, except in its own section', () => {
    expect(linked('{@link beta} and `alpha`, `other`', new Set(['alpha', 'beta']), 'alpha')).toBe(
      '[`beta`](#beta) and `alpha`, `other`',
    );
  });

  it('never begins a line with what Markdown takes for a list, and never breaks code', () => {
    const lines = wrapped(`${'word '.repeat(29)}aa + \`${'b '.repeat(4)}c\` d`, '- ').split('\n');
    expect(lines).toEqual([`- ${'word '.repeat(28)}word`, `  aa + \`${'b '.repeat(4)}c\` d`]);
  });
});
