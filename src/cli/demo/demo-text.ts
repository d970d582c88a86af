import { toMarkdown, toText, wrapText } from '../../table/index.js';
import type { Section } from './section.js';

const WIDTH = 100;

/** The demonstration as a console shows it, at most 100 columns wide. */
export function demoText(sections: readonly Section[]): string {
  return sections
    .map(({ heading, about, exhibits, remarks }) =>
      [
        `${heading}\n${'='.repeat(heading.length)}`,
        wrapText(about, WIDTH, ''),
        ...exhibits.map(({ table }) => `\n${toText(table, WIDTH)}`),
        ...(remarks.length === 0 ? [] : [`\n${remarks.map((remark) => wrapText(`> ${remark}`, WIDTH)).join('\n')}`]),
      ].join('\n'),
    )
    .join('\n\n');
}

/** The same in Markdown. */
export function demoMarkdown(sections: readonly Section[]): string {
  return sections
    .map(({ heading, about, exhibits, remarks }) =>
      [
        `## ${heading}`,
        about,
        ...exhibits.map(({ table }) => toMarkdown(table)),
        ...remarks.map((remark) => `> ${remark}\n`),
      ].join('\n\n'),
    )
    .join('\n');
}
