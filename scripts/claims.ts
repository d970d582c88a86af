// Studies every claim in examples/claims/, prints the verdicts and writes docs/claims.md: npm run claims. With numbers after
// it (npm run claims -- C1 C9) it prints those with all their readings and writes nothing.
import { writeFileSync } from 'node:fs';
import { claimsTable } from 'backtilt/report';
import { claims } from '../examples/claims/index.js';
import { claimsPage } from './claims-page.js';

const chosen = process.argv.slice(2);
const unknown = chosen.filter((number) => !Object.hasOwn(claims, number));
if (unknown.length > 0)
  throw new Error(`No such claim: ${unknown.join(', ')}. There are ${Object.keys(claims).join(', ')}.`);

if (chosen.length > 0) {
  for (const number of chosen) console.log(claims[number]!());
} else {
  const begin = performance.now();
  const studied = Object.values(claims).map((study) => study());
  console.log(claimsTable(studied));
  writeFileSync('docs/claims.md', claimsPage(studied));
  console.log(
    `${studied.length} claims in ${((performance.now() - begin) / 1000).toFixed(1)} s; docs/claims.md written.`,
  );
}
