// The Chinese catalogue. `satisfies` makes a section that English has and Chinese lacks a compile error.
import type { en } from './en.ts'
import type { Translation } from './translation.ts'
import { ui } from './zh/ui.ts'

export const zh = { ui } as const satisfies { readonly [Name in keyof typeof en]: Translation<(typeof en)[Name]> }
