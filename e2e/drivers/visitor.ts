// What a visitor does on a shop's page: opens the bubble, writes, reads. By the names a person reads; states in English.
import { expect, type Locator, type Page } from '@playwright/test'
import type { PickedFile } from './picked-file.ts'
import { widgetEn } from './widget-words.ts'

type Words = typeof widgetEn

export class Visitor {
  readonly page: Page
  readonly #words: Words

  constructor(page: Page, words: Words = widgetEn) {
    this.page = page
    this.#words = words
  }

  /** On the demo shop, which embeds the widget by its script tag as any shop does. */
  async visitShop(deskUrl: string): Promise<void> {
    await this.page.goto(`${deskUrl}/demo`)
    await this.openPanel()
  }

  /** On the desk's own chat page, without a shop around it. */
  async visitChatPage(deskUrl: string): Promise<void> {
    await this.page.goto(`${deskUrl}/chat`)
    await expect(this.composer).toBeVisible()
  }

  /** The bubble while the panel is closed; its name tells how much is unread. */
  get bubble(): Locator {
    return this.page.getByRole('button', { name: this.#words.launcher.open })
  }

  async openPanel(): Promise<void> {
    await this.bubble.click()
    await expect(this.composer).toBeVisible()
  }

  /** By the button in its head: the bubble is covered on a small screen. */
  async closePanel(): Promise<void> {
    await this.panel.getByRole('button', { name: this.#words.launcher.close }).click()
    await expect(this.composer).toBeHidden()
  }

  get panel(): Locator {
    return this.page.getByRole('dialog')
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: this.#words.composer.placeholder })
  }

  get sendButton(): Locator {
    return this.page.getByRole('button', { name: this.#words.composer.send, exact: true })
  }

  get messages(): Locator {
    return this.page.getByRole('log')
  }

  message(text: string | RegExp): Locator {
    return this.messages.getByText(text)
  }

  async write(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
    await expect(this.message(text)).toBeVisible()
  }

  /** Its text as the visitor's own message, not as part of a line about something else. */
  get ownMessages(): Locator {
    return this.messages.locator('.mine .message')
  }

  /** The state in words under the visitor's last message. */
  async expectState(state: 'Sending' | 'Sent' | 'Delivered' | 'Seen' | 'Not sent'): Promise<void> {
    await expect(this.messages.getByText(state, { exact: true }).last()).toBeVisible()
  }

  /** Until the server has it: from then on there is a conversation to type in. */
  async writeAndArrive(text: string): Promise<void> {
    await this.write(text)
    await expect(this.messages.getByText(/^(?:Sent|Delivered|Seen)$/u).last()).toBeVisible()
  }

  async pick(file: PickedFile): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file)
  }

  /** Picks a file and waits until it has arrived: nothing can be sent while an upload runs. */
  async attach(file: PickedFile): Promise<void> {
    await this.pick(file)
    await expect(this.sendButton).toBeEnabled()
  }

  /** Everything the widget keeps in this browser, as one text. */
  storedDraft(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  }
}
