// Quick replies over REST: who may keep which, what is checked, and the copy of them that answers everybody's list. What is
// durable lies in the journal; this process is the only one that writes it.
import { createHash } from 'node:crypto'
import { EVERYONE, fail, NO_AGENT, ok, type AgentId, type FileKey, type ReplyId } from '../../protocol/index.ts'
import { mayDo } from '../../protocol/permissions.ts'
import {
  QuickReply,
  type QuickReplyPage,
  type QuickReplyRow,
  type QuickReplyWish,
  type ReplyImported,
} from '../../protocol/reply-schemas.ts'
import type { Answer, Files, QuickReplies } from '../../adapters/http/http-services.ts'
import { checkReply, tidyReply, type TakenNames } from '../../core/replies/check-reply.ts'
import { createImportPlan } from '../../core/replies/import-plan.ts'
import { parseReplyKey, replyKey, REPLIES } from '../../core/replies/reply-key.ts'
import { createReplyShelf, type ReplyShelf } from '../../core/replies/reply-shelf.ts'
import { faultAt, type SettingFault } from '../../core/settings/setting-fault.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import type { Random } from '../../ports/random.ts'
import { readGroup } from './load-office.ts'
import { createTurns, refused, storeSlot } from './setting-slot.ts'
import { createReading, NO_VERSION, seen, valuesOf, versionOf } from './stored-values.ts'

const readReply = createReading(QuickReply)

const firstDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9]
/** Together every reply's key, each a piece that does not hold up the gateway: shared ones by their id, own ones by their owner. */
const pieces = [
  ...firstDigits.map((digit) => `${REPLIES}${NO_AGENT}.${digit}`),
  ...firstDigits.map((digit) => `${REPLIES}${digit}`),
]

const loadShelf = async (journal: Pick<Journal, 'settings'>): Promise<ReplyShelf> => {
  const shelf = createReplyShelf()
  for (const piece of pieces)
    for (const { key, value } of await journal.settings(piece)) {
      const place = parseReplyKey(key)
      if (!place) continue
      const reply = readReply(value)
      if (reply) shelf.put(reply)
      else shelf.noteUsed(place.id)
    }
  return shelf
}

export const createQuickReplies = (parts: {
  readonly journal: Pick<Journal, 'settings' | 'commit'>
  readonly files: Pick<Files, 'find'>
  readonly random: Random
}): QuickReplies => {
  const { journal, files } = parts
  const turns = createTurns()
  /** Numbers of changes are this start's own. */
  const start = Array.from(parts.random.bytes(6), (byte) => byte.toString(36)).join('')
  let loading: Promise<ReplyShelf> | undefined
  const shelfNow = (): Promise<ReplyShelf> => {
    loading ??= loadShelf(journal).catch((error: unknown) => {
      // Asked again by whoever comes next.
      loading = undefined
      throw error
    })
    return loading
  }

  const mayChange = ({ account }: AgentIdentity, owner: AgentId): boolean =>
    owner === NO_AGENT ? mayDo(account.role, 'replies.share') : owner === account.id

  const fileRefOf = async (key: FileKey): Promise<QuickReply['file'] | undefined> => {
    const found = await files.find(key)
    if (!found) return undefined
    const { name, bytes, mime, width, height } = found
    return { key, name, bytes, mime, width, height }
  }

  const groups = async () => valuesOf(await journal.settings('routing.group.'), readGroup)
  const groupIds = async (): Promise<ReadonlySet<number>> =>
    new Set([EVERYONE, ...(await groups()).map(({ id }) => id)])

  /** As it will be stored, and what is wrong with it. */
  const judge = async (
    place: Pick<QuickReply, 'id' | 'owner'>,
    wish: QuickReplyWish,
    against: { readonly taken: TakenNames; readonly knownGroups: ReadonlySet<number> },
  ): Promise<{ readonly reply: QuickReply; readonly faults: readonly SettingFault[] }> => {
    const { title, shortcut, folder, text, group } = wish
    const file = wish.file === null ? null : await fileRefOf(wish.file)
    const { id, owner } = place
    const reply = tidyReply({ id, owner, title, shortcut, folder, text, group, file: file ?? null })
    const isFileGone = file === undefined
    const faults = [
      ...(isFileGone ? [faultAt('file', 'file_unknown')] : []),
      // Without its file it says nothing: that is what is wrong.
      ...checkReply(reply, against.taken).filter(({ code }) => !isFileGone || code !== 'message_empty'),
      ...(against.knownGroups.has(group) ? [] : [faultAt('group', 'group_unknown')]),
    ]
    return { reply, faults }
  }

  const store = async (
    shelf: ReplyShelf,
    actor: AgentIdentity,
    reply: QuickReply,
    version: string | undefined,
  ): Promise<Answer<QuickReplyRow>> => {
    const stored = shelf.get(reply.id) ?? null
    const key = replyKey(reply.owner, reply.id)
    const done = await storeSlot(journal, { actor, key, stored, version, value: reply })
    if (!done.ok) return done
    shelf.put(reply)
    return ok(seen(reply))
  }

  /** A colleague's own reply is nobody else's to know of. */
  const findFor = (shelf: ReplyShelf, actor: AgentIdentity, id: ReplyId): Answer<QuickReply> => {
    const stored = shelf.get(id)
    if (!stored || (stored.owner !== NO_AGENT && stored.owner !== actor.account.id)) return fail('not_found')
    return mayChange(actor, stored.owner) ? ok(stored) : fail('forbidden')
  }

  return {
    list: async (agent, after) => {
      const [shelf, all] = await Promise.all([shelfNow(), groups()])
      const { id, role } = agent.account
      const isLeader = mayDo(role, 'replies.share')
      const known = new Set(all.map((group) => group.id))
      const own = new Set(all.filter(({ members }) => members.includes(id)).map((group) => group.id))
      const isVisible = ({ owner, group }: QuickReply): boolean =>
        owner === NO_AGENT ? isLeader || group === EVERYONE || own.has(group) || !known.has(group) : owner === id
      const sight = createHash('sha256')
        .update(JSON.stringify([isLeader, [...known], [...own]]))
        .digest('base64url')
        .slice(0, 8)
      const view = `${start}.${sight}`
      const said = after.startsWith(`${view}.`) ? Number(after.slice(view.length + 1)) : Number.NaN
      const isOfUse = Number.isSafeInteger(said) && said >= shelf.forgotten()
      const page = shelf.after(isOfUse ? said : 0, isVisible)
      return {
        fresh: !isOfUse,
        replies: page.replies.map((reply) => ({ version: versionOf(reply), ...reply })),
        gone: [...page.gone],
        cursor: `${view}.${page.upTo}`,
        more: page.more,
      } satisfies QuickReplyPage
    },

    add: (actor, { shared, ...wish }) =>
      turns(async () => {
        const owner = shared ? NO_AGENT : actor.account.id
        if (!mayChange(actor, owner)) return fail('forbidden')
        const shelf = await shelfNow()
        const place = { id: shelf.nextId(), owner }
        const { reply, faults } = await judge(place, wish, { taken: shelf.taken, knownGroups: await groupIds() })
        if (shelf.room(owner).replies < 1 || shelf.room(owner).text < reply.text.length)
          return fail('too_many_settings')
        return refused(faults) ?? store(shelf, actor, reply, NO_VERSION)
      }),

    import: (actor, wishes) =>
      turns(async () => {
        if (wishes.some(({ shared }) => shared) && !mayChange(actor, NO_AGENT)) return fail('forbidden')
        const shelf = await shelfNow()
        const plan = createImportPlan(shelf)
        const knownGroups = await groupIds()
        for (const [index, { shared, ...wish }] of wishes.entries()) {
          const place = { id: plan.nextId(), owner: shared ? NO_AGENT : actor.account.id }
          const { reply, faults } = await judge(place, wish, { taken: plan.taken, knownGroups })
          plan.take(index, reply, faults)
        }
        // All in one go: they are on their way to the disk together.
        const stored = await Promise.all(
          plan.replies().map(async ({ index, reply }) => {
            const key = replyKey(reply.owner, reply.id)
            const done = await storeSlot(journal, { actor, key, stored: null, version: NO_VERSION, value: reply })
            if (done.ok) shelf.put(reply)
            return { index, done }
          }),
        )
        const failed = stored.flatMap(({ index, done }) => (done.ok ? [] : [{ index, field: '', code: done.code }]))
        return ok({
          added: stored.length - failed.length,
          known: plan.known(),
          refused: [...plan.refused(), ...failed].toSorted((a, b) => a.index - b.index),
        } satisfies ReplyImported)
      }),

    change: (actor, id, version, wish) =>
      turns(async () => {
        const shelf = await shelfNow()
        const stored = findFor(shelf, actor, id)
        if (!stored.ok) return stored
        const { reply, faults } = await judge(stored.value, wish, { taken: shelf.taken, knownGroups: await groupIds() })
        return refused(faults) ?? store(shelf, actor, reply, version)
      }),

    remove: (actor, id, version) =>
      turns(async () => {
        const shelf = await shelfNow()
        const stored = findFor(shelf, actor, id)
        if (!stored.ok) return stored
        const key = replyKey(stored.value.owner, id)
        const done = await storeSlot(journal, { actor, key, stored: stored.value, version, value: null })
        if (done.ok) shelf.remove(id)
        return done
      }),
  }
}
