// Reads how many tests passed and failed out of the runners' own reports. A report that is missing or broken is a failure.

/**
 * @typedef {object} TestCounts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/** @type {TestCounts} what a runner counts for that ended without a report */
export const noReport = { passed: 0, failed: 1, skipped: 0 }

/**
 * @param {string} json vitest's JSON report
 * @returns {TestCounts}
 */
export function countsOfVitest(json) {
  const report = parse(json)
  const passed = numberAt(report, 'numPassedTests')
  const failed = numberAt(report, 'numFailedTests')
  if (passed === undefined || failed === undefined) return noReport
  const skipped = (numberAt(report, 'numPendingTests') ?? 0) + (numberAt(report, 'numTodoTests') ?? 0)
  // A file that does not even load has no tests that could fail.
  return { passed, failed: report?.['success'] === true ? failed : Math.max(failed, 1), skipped }
}

/**
 * @param {string} json Playwright's JSON report
 * @returns {TestCounts}
 */
export function countsOfPlaywright(json) {
  const report = parse(json)
  const stats = /** @type {Record<string, unknown> | undefined} */ (report?.['stats'])
  const passed = numberAt(stats, 'expected')
  const unexpected = numberAt(stats, 'unexpected')
  if (passed === undefined || unexpected === undefined) return noReport
  const errors = Array.isArray(report?.['errors']) ? report['errors'].length : 0
  // Flaky ones failed at least once: nothing here retries, and if it did, it would not be a pass.
  return {
    passed,
    failed: unexpected + (numberAt(stats, 'flaky') ?? 0) + errors,
    skipped: numberAt(stats, 'skipped') ?? 0,
  }
}

/** @param {readonly TestCounts[]} counts */
export function sumCounts(counts) {
  const total = (/** @type {keyof TestCounts} */ key) => counts.reduce((sum, one) => sum + one[key], 0)
  return { passed: total('passed'), failed: total('failed'), skipped: total('skipped') }
}

/**
 * @param {string} json
 * @returns {Record<string, unknown> | undefined}
 */
function parse(json) {
  try {
    const value = /** @type {unknown} */ (JSON.parse(json))
    return typeof value === 'object' && value !== null ? /** @type {Record<string, unknown>} */ (value) : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {Record<string, unknown> | undefined} report
 * @param {string} key
 */
function numberAt(report, key) {
  const value = report?.[key]
  return typeof value === 'number' ? value : undefined
}
