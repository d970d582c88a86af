import type { ReturnSeries } from '../../panel/index.js';
import { loadVega } from '../charts/load-vega.js';
import { isResult } from '../is-result.js';
import { calendarSection } from './calendar-section.js';
import { factorsSection } from './factors-section.js';
import { growthSection } from './growth-section.js';
import { inferenceSection } from './inference-section.js';
import { proofWarnings, sharpeProof } from './inferred.js';
import { pageMarkup } from './page.js';
import { provenanceSection } from './provenance-section.js';
import { regimesSection } from './regimes-section.js';
import { rollingSection } from './rolling-section.js';
import type { Section } from './section.js';
import { sheetData } from './sheet-data.js';
import { checkedSheetOptions, type SheetOptions } from './sheet-options.js';
import { sheetNotes } from './sheet-warnings.js';
import { summarySection } from './summary-section.js';
import { makeTearSheet, type TearSheet } from './tear-sheet-object.js';
import { tradingSection } from './trading-section.js';

/** Makes the page of one series or several. */
export async function makeSheet(
  where: string,
  given: readonly ReturnSeries[],
  options: SheetOptions,
): Promise<TearSheet> {
  const checked = checkedSheetOptions(where, given, options);
  const data = sheetData(given, checked);
  // What draws is loaded before the long work: where it is missing, that is said at once.
  await loadVega();
  const { comparison, benchmark, riskFree, subjects } = data;
  const proofs = subjects.map((one) => sharpeProof(one, data));
  const notes = sheetNotes(data, proofs.flatMap(proofWarnings));
  const title = checked.title ?? comparison.table.title;
  const sections: (Section | null)[] = [
    summarySection(data, notes),
    await growthSection(data),
    calendarSection(data),
    await rollingSection(data),
    await tradingSection(data),
    await factorsSection(data),
    await inferenceSection(data, proofs),
    regimesSection(data),
    provenanceSection(data),
  ];
  const { frequency } = comparison.compared[0]!.summary;
  const html = pageMarkup({
    title,
    lead: [
      `${comparison.window}; ${frequency} returns`,
      benchmark === undefined ? 'no benchmark' : `benchmark ${benchmark.name}`,
      riskFree === undefined ? 'risk-free 0' : `risk-free ${riskFree.name}`,
    ].join('; '),
    sections: sections.filter((section) => section !== null),
    theme: checked.theme,
    digest: subjects.length === 1 && isResult(subjects[0]!) ? subjects[0].digest : null,
  });
  return makeTearSheet({ title, html, comparison, warnings: notes.warnings });
}
