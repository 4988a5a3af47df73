// The order of the chapters. To add one: a file in chapters/, a line here, its title in both specimen words.
import type { ComponentType } from 'react'
import { ButtonsChapter } from './chapters/buttons-chapter.tsx'
import { ChoicesChapter } from './chapters/choices-chapter.tsx'
import { ColourChapter } from './chapters/colour-chapter.tsx'
import { ComposerChapter } from './chapters/composer-chapter.tsx'
import { DeskChapter } from './chapters/desk-chapter.tsx'
import { FeedbackChapter } from './chapters/feedback-chapter.tsx'
import { FieldsChapter } from './chapters/fields-chapter.tsx'
import { FiguresChapter } from './chapters/figures-chapter.tsx'
import { FilesChapter } from './chapters/files-chapter.tsx'
import { InboxChapter } from './chapters/inbox-chapter.tsx'
import { MessagesChapter } from './chapters/messages-chapter.tsx'
import { OverlaysChapter } from './chapters/overlays-chapter.tsx'
import { PeopleChapter } from './chapters/people-chapter.tsx'
import { TableChapter } from './chapters/table-chapter.tsx'
import { TypeChapter } from './chapters/type-chapter.tsx'
import type { ChapterId } from './specimen-words.ts'

export const chapters: readonly Readonly<{ id: ChapterId; Chapter: ComponentType }>[] = [
  { id: 'desk', Chapter: DeskChapter },
  { id: 'colour', Chapter: ColourChapter },
  { id: 'type', Chapter: TypeChapter },
  { id: 'buttons', Chapter: ButtonsChapter },
  { id: 'fields', Chapter: FieldsChapter },
  { id: 'choices', Chapter: ChoicesChapter },
  { id: 'people', Chapter: PeopleChapter },
  { id: 'inbox', Chapter: InboxChapter },
  { id: 'messages', Chapter: MessagesChapter },
  { id: 'composer', Chapter: ComposerChapter },
  { id: 'files', Chapter: FilesChapter },
  { id: 'overlays', Chapter: OverlaysChapter },
  { id: 'feedback', Chapter: FeedbackChapter },
  { id: 'table', Chapter: TableChapter },
  { id: 'figures', Chapter: FiguresChapter },
]
