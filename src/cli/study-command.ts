import { claims } from '../../examples/claims/index.js';
import { assertOneOf, InputError, suggestNames } from '../core/index.js';
import { type Claim, claimsTable, toCsv } from '../report/index.js';
import { wrapText } from '../table/index.js';
import { claimRows, claimsMarkdown } from './claims-page.js';
import { bundledDemoData, type DemoData } from './demo/demo-data.js';
import { demoMarkdown, demoText } from './demo/demo-text.js';
import { fundsSection } from './demo/funds-section.js';
import { rotationSection } from './demo/rotation-section.js';
import { screenedValueSection } from './demo/screened-value-section.js';
import type { Section } from './demo/section.js';
import { tiltSection } from './demo/tilt-section.js';
import { writeFile } from './write-file.js';

/** Options of `backtilt study`. */
export interface StudyCommandOptions {
  readonly markdown?: string;
  readonly csv?: string;
}

/** What belongs to a topic: the backtest that shows it, and the claims that were made about it. */
interface Topic {
  readonly section?: (data: DemoData) => Section;
  readonly claims: readonly string[];
}

const TOPICS: Readonly<Record<string, Topic>> = {
  'first-cut': { section: rotationSection, claims: ['C1', 'C2', 'C17', 'C23'] },
  screen: { section: screenedValueSection, claims: ['C4', 'C29'] },
  tilt: { section: tiltSection, claims: ['C6', 'C15', 'C16', 'C21', 'C22'] },
  funds: { section: fundsSection, claims: ['C3', 'C5', 'C7', 'C9', 'C25'] },
  claims: { claims: Object.keys(claims) },
};

/** The topics of `backtilt study`, for its help. */
export const studyTopics: readonly string[] = Object.keys(TOPICS);

/** `backtilt study`: the backtest and the claims of a topic, or claims by their numbers. */
export function studyCommand(
  topic: string,
  chosen: readonly string[],
  options: StudyCommandOptions,
  print: (text: string) => void,
): void {
  assertOneOf('study', 'topic', topic, [...studyTopics]);
  const { section, claims: usual } = TOPICS[topic]!;
  const sections = section === undefined || chosen.length > 0 ? [] : [section(bundledDemoData())];
  const studied = (chosen.length > 0 ? [...new Set(chosen.map(checkNumber))] : usual).map((number) =>
    claims[number]!(),
  );
  const verdicts = claimsTable(studied);
  print([...(sections.length > 0 ? [demoText(sections)] : []), ...studied.map(String), String(verdicts)].join('\n\n'));
  const written = [
    ...write(options.markdown, () => markdown(topic, sections, studied)),
    ...write(options.csv, () => toCsv(claimRows(studied))),
  ];
  if (written.length > 0) print(`\n${wrapText(`Written: ${written.join(', ')}.`)}`);
}

function checkNumber(given: string): string {
  const number = given.toUpperCase();
  if (Object.hasOwn(claims, number)) return number;
  throw new InputError(
    'option.range',
    `study: there is no claim "${given}". ${suggestNames(number, Object.keys(claims))}`,
    { option: 'claim', found: given },
  );
}

function write(path: string | undefined, text: () => string): string[] {
  if (path === undefined) return [];
  writeFile(path, text());
  return [path];
}

const markdown = (topic: string, sections: readonly Section[], studied: readonly Claim[]): string =>
  [`# ${topic}`, ...(sections.length > 0 ? [demoMarkdown(sections)] : []), claimsMarkdown(studied)].join('\n\n');
