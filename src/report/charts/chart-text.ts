import { type Table, toText, wrapText } from '../../table/index.js';
import type { Chart } from './chart.js';

/** Rows that are printed from either end of a long table. */
const SHOWN = 5;

/** A chart for a console: title, subtitle, what is seen in words, and the ends of the table behind it. */
export function chartText({
  title,
  subtitle,
  description,
  data,
  notes,
}: Pick<Chart, 'title' | 'subtitle' | 'description' | 'data' | 'notes'>): string {
  const head = [title, subtitle, description].filter((text) => text !== '').map((text) => wrapText(text, 100));
  return [...head, '', toText({ title: '', layout: data.layout, texts: endsOf(data), notes })].join('\n');
}

function endsOf({ texts, layout }: Table): Table['texts'] {
  const left = texts.length - 2 * SHOWN;
  if (left <= 1) return texts;
  const between = layout.map((_, column) => (column === 0 ? `… ${left} more` : '…'));
  return [...texts.slice(0, SHOWN), between, ...texts.slice(-SHOWN)];
}
