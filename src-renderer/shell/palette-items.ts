// What the palette offers: every command, the settings pages, open conversations by their visitor's name. Each is found in both languages,
// whichever the screen has. Pure but for what is read from the desk when it opens.
import type { ConversationId } from '#protocol'
import type { SavedView } from '#protocol/view-schemas.ts'
import { Bookmark, Settings, UserRound, type LucideIcon } from 'lucide-react'
import type { TFunction } from 'i18next'
import { pagesFor, settingsIcons } from '../features/settings/page-list.ts'
import type { Desk } from '../stores/desk.ts'
import { fuzzyScore, searchable, type Searchable } from '../stores/fuzzy-search.ts'
import type { Readings } from '../stores/replies/pinyin-readings.ts'
import { placeOfView } from '../stores/views-store.ts'
import { visitorNameOf } from '../stores/visitor-name.ts'
import { goTo, openConversation } from '../stores/workspace-store.ts'
import type { Blocked } from './command-blocks.ts'
import { roleOf } from './command-blocks.ts'
import { commands, deskCommands, type CommandGroup } from './command-table.ts'
import { commandKeys } from './key-commands.ts'

export type PaletteGroup = CommandGroup | 'people'

export type PaletteItem = {
  /** Stable, so that what was used last is known tomorrow. */
  readonly key: string
  readonly group: PaletteGroup
  readonly title: string
  readonly icon: LucideIcon
  readonly keys: string | undefined
  readonly blocked: Blocked | undefined
  readonly run: () => void
  readonly texts: readonly Searchable[]
}

type Words = Readonly<{
  commands: readonly TFunction<'deskCommands'>[]
  settings: readonly TFunction<'deskSettings'>[]
  shell: TFunction<'deskShell'>
}>

/** `words`: the screen's language first. */
export function paletteItems(
  desk: Desk,
  words: Words,
  readings: Readings,
  saved: readonly SavedView[],
): readonly PaletteItem[] {
  const { session, workspace, platform } = desk
  const item = (
    fields: Omit<PaletteItem, 'texts' | 'keys' | 'blocked' | 'title'> &
      Partial<Pick<PaletteItem, 'keys' | 'blocked'>> & { readonly titles: readonly string[] },
  ): PaletteItem => {
    const { titles, ...rest } = fields
    const title = titles[0] ?? ''
    return {
      keys: undefined,
      blocked: undefined,
      ...rest,
      title,
      texts: titles.map((text) => searchable(text, readings)),
    }
  }
  return [
    ...deskCommands
      .filter((name) => name !== 'palette')
      .map((name) => {
        const { group, icon, blocked, run } = commands[name]
        return item({
          key: name,
          group,
          titles: words.commands.map((t) => t(`name.${name}`)),
          icon,
          keys: name in commandKeys ? commandKeys[name as keyof typeof commandKeys] : undefined,
          blocked: blocked?.(desk),
          run: () => run(desk, false),
        })
      }),
    ...saved.map((view) =>
      item({
        key: `view/${view.address}`,
        group: 'go',
        titles: [...words.commands.map((t) => t('savedView', { name: view.name })), view.name],
        icon: Bookmark,
        run: () => goTo(workspace, placeOfView(view)),
      }),
    ),
    ...pagesFor(roleOf(desk), platform)
      .filter((page) => page !== 'general')
      .map((page) =>
        item({
          key: `settings/${page}`,
          group: 'go',
          titles: words.commands.map((t, index) =>
            t('settingsPage', { page: words.settings[index]?.(`page.${page}`) ?? page }),
          ),
          icon: settingsIcons[page] ?? Settings,
          run: () => goTo(workspace, { section: 'settings', page }),
        }),
      ),
    ...[...session.client.state().conversations.values()]
      .filter(({ summary }) => summary.status === 'open')
      .map(({ summary }) => {
        const name = visitorNameOf(words.shell, summary.visitor)
        return item({
          key: `conversation/${summary.id}`,
          group: 'people',
          titles: [name, ...summary.visitor.tags],
          icon: UserRound,
          run: () => show(desk, summary.id),
        })
      }),
  ]
}

/** In the view that is there, or where every open one is. */
function show({ workspace, signals }: Desk, id: ConversationId): void {
  openConversation(workspace, id, workspace.getState().place.section === 'inbox' ? undefined : 'open')
  window.requestAnimationFrame(() => signals.focusComposer())
}

export type PaletteSection = {
  readonly group: PaletteGroup | 'recent' | 'best' | 'notNow'
  readonly items: readonly PaletteItem[]
}

/** Conversations are many: a few are enough to choose from. */
const mostPeople = 6
const mostRecent = 5
const mostFound = 40

/** Nothing typed: what was used last, then everything in its place, what cannot be done now at the end. Typed: what fits best first, and what can be done before what cannot. */
export function paletteSections(
  items: readonly PaletteItem[],
  typed: string,
  recent: readonly string[],
): readonly PaletteSection[] {
  if (typed.trim() === '') {
    const used = recent
      .map((key) => items.find((item) => item.key === key))
      .filter((item) => item !== undefined && item.blocked === undefined)
      .slice(0, mostRecent)
    const sections: PaletteSection[] = [{ group: 'recent', items: used.filter((item) => item !== undefined) }]
    for (const group of ['conversation', 'list', 'go', 'desk'] as const)
      sections.push({
        group,
        items: items.filter((item) => item.group === group && item.blocked === undefined && !used.includes(item)),
      })
    sections.push({ group: 'notNow', items: items.filter(({ blocked }) => blocked !== undefined) })
    return sections.filter((section) => section.items.length > 0)
  }
  let people = 0
  const found = items
    .map((item) => {
      const fits = fuzzyScore(typed, item.texts)
      const at = recent.indexOf(item.key)
      const bonus = at === -1 ? 0 : 6 - Math.min(at, 5)
      return { item, score: fits === 0 ? 0 : fits + bonus - (item.blocked === undefined ? 0 : 15) }
    })
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score)
    .filter(({ item }) => item.group !== 'people' || (people += 1) <= mostPeople)
    .slice(0, mostFound)
    .map(({ item }) => item)
  return found.length === 0 ? [] : [{ group: 'best', items: found }]
}
