// Compares two small-cap funds with the S&P 500 fund over the window that all three share.
import { compare } from 'backtilt/report';
import { usFunds, usTreasuryBill } from 'backtilt/data';

const funds = usFunds(); // monthly total returns, 1993 on
console.log(compare(funds, ['AVUV', 'IWM'], { benchmark: 'SPY', riskFree: usTreasuryBill() }));
