// Rows as a file for spreadsheets. Nothing that is written runs as a formula.

/** What a spreadsheet would take for a formula, also after a quote that was put before one. */
export const formulaStart = /^'*[=+\-@\t\r＝＋－＠]/u

export function csvCell(value: string): string {
  // The quote in front is a spreadsheet's own sign for "this is text".
  const safe = formulaStart.test(value) ? `'${value}` : value
  return /[",;\t\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** RFC 4180, with the mark that tells Excel that it is UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
