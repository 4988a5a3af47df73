// A password from a terminal, not shown, or the first line of standard input when something else is behind it.
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

export const readPassword = async (question: string): Promise<string> => {
  const { stdin, stderr } = process
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) return line
    return ''
  }
  stderr.write(question)
  const unseen = new Writable({ write: (_chunk, _encoding, done) => done() })
  const prompt = createInterface({ input: stdin, output: unseen, terminal: true })
  try {
    return await prompt.question('')
  } finally {
    prompt.close()
    stderr.write('\n')
  }
}
