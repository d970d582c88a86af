import { markup, nothing } from './markup.js';
import type { Section } from './section.js';
import { drawn, riskCharts } from './sheet-charts.js';
import type { SheetData } from './sheet-data.js';

/** Return and risk as they changed. */
export async function rollingSection(data: SheetData): Promise<Section> {
  const figures = await drawn(riskCharts(data));
  const daily = data.comparison.compared[0]!.summary.frequency === 'daily';
  return {
    id: 'risk',
    heading: 'Return and risk',
    body: markup`${figures}${daily ? markup`<p class="gap">Figures in windows are of monthly returns.</p>` : nothing}`,
  };
}
