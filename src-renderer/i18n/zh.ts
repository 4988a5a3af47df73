// The Chinese catalogue. `satisfies` makes a section that English has and Chinese lacks a compile error.
import type { en } from './en.ts'
import type { Translation } from './translation.ts'
import { deskAnnouncement } from './zh/desk-announcement.ts'
import { deskShell } from './zh/desk-shell.ts'
import { deskInbox } from './zh/desk-inbox.ts'
import { deskBulk } from './zh/desk-bulk.ts'
import { deskCommands } from './zh/desk-commands.ts'
import { deskConversation } from './zh/desk-conversation.ts'
import { deskColleagues } from './zh/desk-colleagues.ts'
import { deskComposer } from './zh/desk-composer.ts'
import { deskVisitor } from './zh/desk-visitor.ts'
import { deskBlocks } from './zh/desk-blocks.ts'
import { deskTransfer } from './zh/desk-transfer.ts'
import { deskSearch } from './zh/desk-search.ts'
import { deskNow } from './zh/desk-now.ts'
import { deskTeam } from './zh/desk-team.ts'
import { deskErrors } from './zh/desk-errors.ts'
import { deskDecisions } from './zh/desk-decisions.ts'
import { deskOffers } from './zh/desk-offers.ts'
import { deskMentions } from './zh/desk-mentions.ts'
import { deskNote } from './zh/desk-note.ts'
import { deskRouting } from './zh/desk-routing.ts'
import { deskReplies } from './zh/desk-replies.ts'
import { deskSettings } from './zh/desk-settings.ts'
import { deskWhatIf } from './zh/desk-what-if.ts'
import { deskWatch } from './zh/desk-watch.ts'
import { deskStart } from './zh/desk-start.ts'
import { ui } from './zh/ui.ts'

export const zh = {
  ui,
  deskAnnouncement,
  deskShell,
  deskInbox,
  deskCommands,
  deskBulk,
  deskConversation,
  deskColleagues,
  deskComposer,
  deskVisitor,
  deskBlocks,
  deskTransfer,
  deskTeam,
  deskNow,
  deskSearch,
  deskErrors,
  deskStart,
  deskMentions,
  deskNote,
  deskOffers,
  deskDecisions,
  deskWatch,
  deskWhatIf,
  deskReplies,
  deskSettings,
  deskRouting,
} as const satisfies { readonly [Name in keyof typeof en]: Translation<(typeof en)[Name]> }
