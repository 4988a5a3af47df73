import type { GroupDraft } from './group-draft.ts'

/** What each part of the group's form is given. */
export type GroupFieldsProps = Readonly<{
  draft: GroupDraft
  change: (part: Partial<GroupDraft>) => void
  /** What is wrong with a field, in words. */
  at: (field: string) => string | undefined
}>
