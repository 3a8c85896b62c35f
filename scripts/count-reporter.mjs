/** A test runner's reporter that ends a run with the line `N passed, M failed, K skipped`. */
export function countReporter() {
  return {
    onTestRunFinished({ sessions }) {
      const counts = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) countSession(session, counts);
      console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
    },
  };
}

function countSession(session, counts) {
  const failedBefore = counts.failed;
  if (session.testResults) countSuite(session.testResults, counts);
  // A file can fail outside its tests: it does not load, or an error is thrown after the last test.
  if (!session.passed && counts.failed === failedBefore) counts.failed += 1;
}

function countSuite(suite, counts) {
  for (const test of suite.tests) {
    if (test.skipped) counts.skipped += 1;
    else if (test.passed) counts.passed += 1;
    else counts.failed += 1;
  }
  for (const inner of suite.suites) countSuite(inner, counts);
}
