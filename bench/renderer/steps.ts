// What an agent does with their hands, at the pace of somebody in a hurry. Each step's inputs are counted under its name.
import type { Page } from '@playwright/test'
import { setTimeout as pause } from 'node:timers/promises'
import type { ConversationId } from '#protocol'

export type Step = { readonly name: string; readonly run: (page: Page) => Promise<void> }

/** Twelve keys a second. */
const KEY_EVERY_MS = 80
const LOOK_FOR_MS = 250
const TYPED = 100
const MOVES = 100
const SWITCHES = 25
const PAGES = 80
const FAR_UP_MS = 40_000
const HOME_EVERY_MS = 40
const WORDS = 'Your order has left the house this morning and arrives tomorrow. '

const press = async (page: Page, key: string, thenMs = KEY_EVERY_MS): Promise<void> => {
  await page.keyboard.press(key)
  await pause(thenMs)
}

const type = async (page: Page, count: number): Promise<void> => {
  await composer(page).focus()
  for (let index = 0; index < count; index += 1)
    await press(page, (WORDS[index % WORDS.length] ?? ' ').replace(' ', 'Space'))
}

export const composer = (page: Page) => page.getByRole('textbox', { name: /^Reply to/u })
const timeline = (page: Page) => page.getByRole('log')

export const showConversation = async (page: Page, id: ConversationId): Promise<void> => {
  await page.evaluate((hash) => void (window.location.hash = hash), `#/open/${id}`)
  await timeline(page).getByRole('article').first().waitFor()
}

const typing: Step = { name: 'typing in the composer', run: (page) => type(page, TYPED) }

const moving: Step = {
  name: 'j and k through the inbox',
  async run(page) {
    await page.getByRole('option').first().focus()
    for (let index = 0; index < MOVES; index += 1) await press(page, index % 20 < 15 ? 'j' : 'k')
  },
}

const switching: Step = {
  name: 'switching conversations',
  async run(page) {
    for (let index = 0; index < SWITCHES; index += 1) {
      // Out of the composer, one down, open it.
      await press(page, 'Escape')
      await press(page, 'j')
      await press(page, 'Enter', LOOK_FOR_MS)
    }
  },
}

const paging: Step = {
  name: 'scrolling up by pages',
  async run(page) {
    await timeline(page).focus()
    for (let index = 0; index < PAGES; index += 1) await press(page, 'PageUp')
  },
}

/** Presses Home for so long; each time one is there, another page of history is put above. */
const farUp: Step = {
  name: 'scrolling up as far as it goes in 40 s',
  async run(page) {
    await timeline(page).focus()
    const untilMs = performance.now() + FAR_UP_MS
    while (performance.now() < untilMs) await press(page, 'Home', HOME_EVERY_MS)
  },
}

const typingFarUp: Step = { ...typing, name: 'typing, far up in what is loaded' }

const typingAtEnd: Step = {
  name: 'typing, at the end of what is loaded',
  async run(page) {
    await timeline(page).focus()
    await press(page, 'End', LOOK_FOR_MS)
    await type(page, TYPED)
  },
}

export const firstSteps = [moving, switching] as const
export const longSteps = [typing, paging, farUp, typingFarUp, typingAtEnd] as const

/** The newest row knows how many rows there are. */
export const messagesLoaded = async (page: Page): Promise<number> => {
  await timeline(page).focus()
  await press(page, 'End', LOOK_FOR_MS)
  return timeline(page).evaluate((log) =>
    Math.max(
      ...Array.from(log.querySelectorAll<HTMLElement>('[data-index]'), ({ dataset }) => Number(dataset['index'])),
    ),
  )
}
