// Returns of one's own beside the bundled ones: a table in, joined by month, compared over the common window.
import { joinPanels } from 'backtilt';
import { usFunds } from 'backtilt/data';
import { parseReturns } from 'backtilt/io';
import { compare } from 'backtilt/report';

const text =
  'month,MINE\n2025-01,0.031\n2025-02,-0.052\n2025-03,-0.041\n2025-04,-0.020\n2025-05,0.049\n2025-06,0.055\n';
const mine = parseReturns(text, { frequency: 'monthly', dateFormat: 'YYYY-MM', units: 'fraction' });
console.log(compare(joinPanels(usFunds(), mine), ['MINE', 'AVUV'], { benchmark: 'IWM' }));
