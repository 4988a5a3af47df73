// What the server itself counted, as an operator reads it.

/** The sum over all labels that hold `label`, such as `reason="slow_reader"`. */
export const readCounter = async (port: number, name: string, label = ''): Promise<number> => {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  return text
    .split('\n')
    .filter(
      (line) =>
        (line.startsWith(`frontdesk_${name}{`) || line.startsWith(`frontdesk_${name} `)) && line.includes(label),
    )
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0)
}
