import { type ErrorCode, isInputError } from '../../core/index.js';
import { type Markup, markup } from './markup.js';

/** One part of the page, with its entry in the list of sections. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly body: Markup;
}

/** What data may be too short or too torn for; anything else that is refused is a mistake of the caller and stays an error. */
const TOLD: readonly ErrorCode[] = [
  'option.range',
  'panel.empty-window',
  'regression.too-short',
  'returns.hole',
  'returns.ruin',
];

/** A part of a page; where the data do not allow it the reason stands in its place, so that nothing is missing in silence. */
export async function attempt(make: () => Markup | Promise<Markup>): Promise<Markup> {
  try {
    return await make();
  } catch (error) {
    if (!isInputError(error) || !TOLD.includes(error.code)) throw error;
    return markup`<p class="gap">Not shown. ${error.message}</p>`;
  }
}
