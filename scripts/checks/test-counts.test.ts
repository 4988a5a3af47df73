import { describe, expect, it } from 'vitest'
import { countsOfPlaywright, countsOfVitest, noReport, sumCounts } from './test-counts.mjs'

describe('test counts', () => {
  it('come from vitest’s report', () => {
    const report = { numPassedTests: 41, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1, success: false }
    expect(countsOfVitest(JSON.stringify(report))).toEqual({ passed: 41, failed: 2, skipped: 2 })
  })

  it('count a test file that does not load', () => {
    const report = { numPassedTests: 41, numFailedTests: 0, success: false }
    expect(countsOfVitest(JSON.stringify(report))).toEqual({ passed: 41, failed: 1, skipped: 0 })
  })

  it('come from Playwright’s report, where flaky is not passed', () => {
    const report = { stats: { expected: 9, unexpected: 1, flaky: 1, skipped: 3 }, errors: [] }
    expect(countsOfPlaywright(JSON.stringify(report))).toEqual({ passed: 9, failed: 2, skipped: 3 })
  })

  it('count an error outside any test', () => {
    const report = {
      stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 },
      errors: [{ message: 'no tests found' }],
    }
    expect(countsOfPlaywright(JSON.stringify(report))).toMatchObject({ failed: 1 })
  })

  it.for(['', '{}', 'null', '[1]'])('are one failure for the report %j', (json) => {
    expect(countsOfVitest(json)).toEqual(noReport)
    expect(countsOfPlaywright(json)).toEqual(noReport)
  })

  it('add up', () => {
    const counts = [{ passed: 1, failed: 0, skipped: 2 }, noReport]
    expect(sumCounts(counts)).toEqual({ passed: 1, failed: 1, skipped: 2 })
  })
})
