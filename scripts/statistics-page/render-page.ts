import type { Difference, Elsewhere } from './difference.js';
import { differences } from './differences.js';
import { type Group, groups } from './groups.js';
import { anchor, cell, linked, wrapped } from './prose.js';
import { readDoc, type StatisticDoc } from './read-doc.js';
import { type Sample, samples } from './samples.js';

const names = new Set(groups.flatMap(({ statistics }) => statistics));

/** The whole of docs/statistics.md, from the doc comment of each statistic, the groups and the table of differences. */
export function renderPage(commentOf: (name: string) => string): string {
  const docs = new Map([...names].map((name) => [name, readDoc(commentOf(name))]));
  return [opening(), ...groups.map((group) => chapter(group, docs))].join('\n\n') + '\n';
}

function opening(): string {
  return [
    '<!-- Written by `npm run docs:statistics` from the doc comments in src/stats: edit those, and scripts/statistics-page for the rest. -->',
    '# Statistics',
    wrapped(
      'Every statistic has one definition here, and its name says which. For each of them: the idea, the formula, the convention that was chosen and what it is not, when it is undefined, what others give under that name, and the source. [conventions.md](conventions.md) has the words that all of them share.',
    ),
    wrapped(groups.map(({ title }) => `[${title}](${anchor(title)})`).join(' · ')),
    '## Notation',
    wrapped(
      'r are the returns of the series, b those of the benchmark, f those of cash, e = r − f and e_b = b − f the excess returns, n their number, P the periods per year (252, 52, 12, 4 or 1, from the calendar), W the wealth path with its starting 1, D the drawdown W / running peak − 1, and MAR a minimum acceptable return per period. Rows where a return is missing are skipped by statistics of a sample, and make those of a path NaN. Undefined on good input is NaN, never 0 or ±Infinity.',
    ),
    '## The small series',
    wrapped(
      'Where others disagree, both figures are given on one of three small series, in the tables under *here* and *elsewhere*. The figures of others are computed from their formulas, as a test of this page does, not read off their screens; where a tool has mended its formula since, the old figure is the one that was published.',
    ),
    Object.values<Sample>(samples).map(sampleItem).join('\n'),
  ].join('\n\n');
}

function sampleItem(sample: Sample): string {
  const rows = [
    ['portfolio', sample.portfolio],
    ['benchmark', sample.benchmark],
    ['cash', sample.cash],
  ] as const;
  const listed = rows.flatMap(([name, values]) => (values === undefined ? [] : [`${name} ${percents(values)}`]));
  return wrapped(`**${capital(sample.name)}:** ${sample.origin}. In percent: ${listed.join('; ')}.`, '- ');
}

const percents = (values: readonly number[]): string =>
  values.map((value) => String(value).replace('-', '−')).join(', ');

function chapter({ title, opening, statistics }: Group, docs: ReadonlyMap<string, StatisticDoc>): string {
  const rows = statistics.map((name) => {
    const figures = differences.filter(({ statistic, here }) => statistic === name && here !== undefined);
    const others = figures
      .map(({ elsewhere }) => elsewhere.flatMap(({ figure }) => figure ?? []).join(', '))
      .join('; ');
    const here = figures.map((one) => one.here).join('; ');
    return `| [\`${name}\`](${anchor(name)}) | ${cell(linked(docs.get(name)!.idea, names, name))} | ${here} | ${others} |`;
  });
  const table = ['| statistic | idea | here | elsewhere |', '|---|---|---|---|', ...rows].join('\n');
  return [`## ${title}`, wrapped(opening), table, ...statistics.map((name) => section(name, docs.get(name)!))].join(
    '\n\n',
  );
}

function section(name: string, doc: StatisticDoc): string {
  const text = (words: string): string => linked(words, names, name);
  const items = [
    ['Formula', doc.formula],
    ['Convention', doc.convention.join(' ')],
    ['Undefined', doc.undefinedCases],
  ] as const;
  const own = items.filter(([, words]) => words !== '').map(([label, words]) => item(label, text(words)));
  const others = differences.filter(({ statistic }) => statistic === name).map((one) => elsewhere(one, text));
  return [
    `### ${name}`,
    wrapped(text(doc.idea)),
    [...own, ...others, item('Source', text(ended(doc.source)))].join('\n'),
  ].join('\n\n');
}

const item = (label: string, words: string): string => wrapped(`**${label}:** ${words}`, '- ');

function elsewhere({ sample, given, here, elsewhere }: Difference, text: (words: string) => string): string {
  const others = elsewhere.map((other) => text(inWords(other)));
  if (here === undefined) return item('Elsewhere', others.join(' '));
  const on = `on ${samples[sample].name}${given === undefined ? '' : ` (${given})`}`;
  return [item('Elsewhere', `${on}, where it is ${here} here:`), ...others.map((other) => wrapped(other, '  - '))].join(
    '\n',
  );
}

const inWords = ({ figure, by, how }: Elsewhere): string =>
  `${figure === undefined ? '' : `${figure}, `}${by}: ${how}.`;
const ended = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
