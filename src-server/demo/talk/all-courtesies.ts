import type { Courtesies } from './courtesies.ts'
import { courtesiesEn } from './en/courtesies-en.ts'
import type { Language } from './scenario.ts'
import { courtesiesZh } from './zh/courtesies-zh.ts'

export const courtesies: Readonly<Record<Language, Courtesies>> = { zh: courtesiesZh, en: courtesiesEn }
