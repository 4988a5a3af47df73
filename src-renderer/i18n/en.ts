// The English catalogue: one section a file, one namespace a section. To add one: write en/<name>.ts and zh/<name>.ts,
// add both to en.ts and zh.ts, read it with useTranslation('<name>').
import { deskAnnouncement } from './en/desk-announcement.ts'
import { deskShell } from './en/desk-shell.ts'
import { deskInbox } from './en/desk-inbox.ts'
import { deskBulk } from './en/desk-bulk.ts'
import { deskCommands } from './en/desk-commands.ts'
import { deskConversation } from './en/desk-conversation.ts'
import { deskColleagues } from './en/desk-colleagues.ts'
import { deskComposer } from './en/desk-composer.ts'
import { deskVisitor } from './en/desk-visitor.ts'
import { deskBlocks } from './en/desk-blocks.ts'
import { deskTransfer } from './en/desk-transfer.ts'
import { deskSearch } from './en/desk-search.ts'
import { deskNow } from './en/desk-now.ts'
import { deskTeam } from './en/desk-team.ts'
import { deskErrors } from './en/desk-errors.ts'
import { deskDecisions } from './en/desk-decisions.ts'
import { deskOffers } from './en/desk-offers.ts'
import { deskMentions } from './en/desk-mentions.ts'
import { deskNote } from './en/desk-note.ts'
import { deskRouting } from './en/desk-routing.ts'
import { deskReplies } from './en/desk-replies.ts'
import { deskSettings } from './en/desk-settings.ts'
import { deskWhatIf } from './en/desk-what-if.ts'
import { deskWatch } from './en/desk-watch.ts'
import { deskStart } from './en/desk-start.ts'
import { ui } from './en/ui.ts'

export const en = {
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
} as const
