// Adds up vitest's JSON reports: node scripts/ci/count-tests.mjs report.json…
// Prints "N passed, N failed, N skipped". A report that is missing, and a file that failed before its first test, count as one failure.
import { existsSync, readFileSync } from 'node:fs';

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    sum.failed++;
    continue;
  }
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const before = sum.failed;
  sum.passed += report.numPassedTests;
  sum.failed += report.numFailedTests;
  sum.skipped += report.numPendingTests + report.numTodoTests;
  for (const { status, assertionResults } of report.testResults) {
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) sum.failed++;
  }
  if (!report.success && sum.failed === before) sum.failed++;
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
