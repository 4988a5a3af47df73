// What a command says to a person: results on standard output, everything else beside it.
import { languageOf, type BilingualText } from '../../app/start/bilingual-text.ts'

export const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Beside the log, which has standard output to itself. */
export const tell = (text: BilingualText): void => void process.stderr.write(`${text[languageOf(process.env)]}\n`)

/** In both languages: who reads a server's log is not always who set its locale. */
export const tellProblem = (text: BilingualText): void =>
  void process.stderr.write(`frontdesk: ${text.en}\nfrontdesk: ${text.zh}\n`)
