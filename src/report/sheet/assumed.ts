import { isResult } from '../is-result.js';
import { type Markup, markup } from './markup.js';
import type { SheetData } from './sheet-data.js';

/** What was assumed, in the words of the comparison and of the run. */
export function assumed({ subjects }: SheetData, assumptions: readonly string[]): Markup {
  const runs = subjects.filter(isResult);
  const said = new Set(assumptions);
  const more = runs.flatMap(({ assumptions: own }) =>
    own.filter((sentence) => !said.has(sentence) && !/^(Window|Data):/.test(sentence)),
  );
  const sentences = [...assumptions, ...new Set(more)];
  const params = runs.flatMap(({ name, settings }) => {
    const given = Object.entries(settings.params);
    const words = given.map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`);
    return words.length === 0 ? [] : [`Parameters of ${name}: ${words.join('; ')}.`];
  });
  return markup`<h3>Assumptions</h3><ul class="plain">${[...sentences, ...params].map((sentence) => markup`<li>${sentence}</li>`)}</ul>`;
}
