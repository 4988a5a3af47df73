// Settings of one kind that are added, changed and deleted by id: groups, tag rules, intents.
import { fail, ok } from '../../protocol/index.ts'
import type { Answer, Seen, SettingCollection } from '../../adapters/http/http-services.ts'
import type { OfficeSettings } from '../../core/settings/office-settings.ts'
import type { SettingFault } from '../../core/settings/setting-fault.ts'
import type { AgentIdentity } from '../../ports/authenticator.ts'
import type { Journal } from '../../ports/journal.ts'
import { loadOffice } from './load-office.ts'
import { refused, storeSlot, type Turns } from './setting-slot.ts'
import { nextId, seen, valuesOf, NO_VERSION, type Reading } from './stored-values.ts'

type CollectionParts<Item extends { readonly id: number }, Wish> = {
  readonly journal: Journal
  readonly turns: Turns
  /** Of the keys: `routing.group.` */
  readonly prefix: string
  readonly most: number
  readonly read: Reading<Item>
  /** What is there although nobody stored it. */
  readonly unstored?: Item
  /** As it will be stored. */
  readonly make: (id: number, wish: Wish) => Item
  readonly check: (item: Item, office: OfficeSettings) => readonly SettingFault[]
  readonly checkRemoval?: (id: number, office: OfficeSettings) => readonly SettingFault[]
}

export const createSettingCollection = <Item extends { readonly id: number }, Wish>(
  parts: CollectionParts<Item, Wish>,
): SettingCollection<Item, Wish> => {
  const { journal, turns, prefix, most, read, unstored, make, check, checkRemoval } = parts

  const storedAt = async (key: string): Promise<unknown> =>
    (await journal.settings(key)).find((setting) => setting.key === key)?.value ?? null

  const save = async (
    actor: AgentIdentity,
    item: Item,
    stored: unknown,
    version: string | undefined,
  ): Promise<Answer<Seen<Item>>> => {
    const refusal = refused(check(item, await loadOffice(journal)))
    if (refusal) return refusal
    const done = await storeSlot(journal, { actor, key: prefix + item.id, stored, version, value: item })
    return done.ok ? ok(seen(item)) : done
  }

  return {
    list: async () => {
      const stored = valuesOf(await journal.settings(prefix), read).map(seen)
      if (!unstored || stored.some(({ id }) => id === unstored.id)) return stored
      return [{ version: NO_VERSION, ...unstored }, ...stored]
    },

    add: (actor, wish) =>
      turns(async () => {
        const stored = await journal.settings(prefix)
        if (valuesOf(stored, read).length >= most) return fail('too_many_settings')
        return save(actor, make(nextId(stored), wish), null, NO_VERSION)
      }),

    change: (actor, id, version, wish) =>
      turns(async () => {
        const stored = await storedAt(prefix + id)
        if (stored === null && id !== unstored?.id) return fail('not_found')
        return save(actor, make(id, wish), stored, version)
      }),

    remove: (actor, id, version) =>
      turns(async () => {
        const key = prefix + id
        const stored = await storedAt(key)
        if (stored === null && id !== unstored?.id) return fail('not_found')
        // What is there unstored only goes back to its defaults.
        const isGone = id !== unstored?.id
        const refusal = isGone ? refused(checkRemoval?.(id, await loadOffice(journal)) ?? []) : undefined
        return refusal ?? storeSlot(journal, { actor, key, stored, version, value: null })
      }),
  }
}
