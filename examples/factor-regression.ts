// What two small-cap funds are exposed to, whether they differ, and whether one has the better Sharpe ratio: five factors and momentum.
import { compareLoadings, factorRegression, sharpeDifference } from 'backtilt';
import { frenchFactors, usFunds, usTreasuryBill } from 'backtilt/data';

const { five, momentum } = frenchFactors();
const funds = usFunds();
console.log(factorRegression(funds.returns('AVUV'), [five, momentum]));
console.log(factorRegression(funds.returns('IWM'), [five, momentum]));
console.log(compareLoadings(funds.returns('AVUV'), funds.returns('IWM'), [five, momentum]));
console.log(sharpeDifference(funds.returns('AVUV'), funds.returns('IWM'), { riskFree: usTreasuryBill() }));
