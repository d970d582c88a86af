export { countCell, numberCell, percentCell, textCell, UNDEFINED_TEXT, type Cell, type CellValue } from './cell.js';
export { withDisplay, type Display, type Displayed } from './display.js';
export { makeTable, type Column, type Row, type Table, type TableInput } from './table.js';
export { toCsv } from './to-csv.js';
export { escapeHtml, toHtml } from './to-html.js';
export { toMarkdown } from './to-markdown.js';
export { toText } from './to-text.js';
export { wrapText } from './wrap-text.js';
