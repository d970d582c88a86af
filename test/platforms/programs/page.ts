// Bundled for a browser: draws a comparison as a table and as a picture, and leaves its figures for the test.
import { backtest, firstCuts, monthsSince, addIndicator, postFirstCutRotation, toHtml } from 'backtilt';
import { usFunds, usPolicyRate, usTreasuryBill } from 'backtilt/data';
import { compareSeries, wealthChart } from 'backtilt/report';
import { figures } from './figures.js';

interface Place {
  innerHTML: string;
  textContent: string;
}
declare const document: { getElementById(id: string): Place };

const panel = addIndicator(usFunds(), 'monthsSinceFirstCut', monthsSince(firstCuts(usPolicyRate())));
const strategy = postFirstCutRotation({ base: 'SPY', into: 'IWM', since: 'monthsSinceFirstCut', holdMonths: 12 });
const rotation = backtest(panel, strategy, { costs: { tradingBps: 5 } });
const spy = panel.returns('SPY');
document.getElementById('table').innerHTML = toHtml(
  compareSeries([rotation], { benchmark: spy, riskFree: usTreasuryBill() }).table,
);
document.getElementById('chart').innerHTML = await wealthChart([rotation, spy]).toSvg();
document.getElementById('figures').textContent = JSON.stringify(figures());
