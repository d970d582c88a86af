import { describeValue, InputError } from '../core/index.js';

/** The value of a text of JSON, for readers of files that `maker` writes. */
export function parseJson(where: string, text: string, maker: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON';
    throw new InputError(
      'file.format',
      `${where}: found ${describeValue(text.slice(0, 40))}, which is not JSON (${reason}). Give a file made by ${maker}.`,
      { where },
    );
  }
}
