// The English catalogue: one section a file, one namespace a section. To add one: write en/<name>.ts and zh/<name>.ts,
// add both to en.ts and zh.ts, read it with useTranslation('<name>').
import { ui } from './en/ui.ts'

export const en = { ui } as const
