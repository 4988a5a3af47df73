import type { Agent } from '#protocol/http-schemas.ts'
import type { SkillsRow } from '#protocol/routing-schemas.ts'

/** A colleague's skills with whose they are. */
export type PersonSkills = SkillsRow & { readonly id: number; readonly person: Agent }
