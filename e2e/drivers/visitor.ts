// What a visitor does on a shop's page: opens the bubble, writes, reads.
import { expect, type Locator, type Page } from '@playwright/test'

export class Visitor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
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

  async openPanel(): Promise<void> {
    await this.page.getByRole('button', { name: /^Open chat/u }).click()
    await expect(this.composer).toBeVisible()
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: 'Write a message' })
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

  /** The state in words under the visitor's last message. */
  async expectState(state: 'Sending' | 'Sent' | 'Delivered' | 'Seen' | 'Not sent'): Promise<void> {
    await expect(this.messages.getByText(state, { exact: true }).last()).toBeVisible()
  }

  async attach(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file)
    // Nothing can be sent while an upload runs.
    await expect(this.page.getByRole('button', { name: /^Send/u })).toBeEnabled()
  }

  /** Everything the widget keeps in this browser, as one text. */
  storedDraft(): Promise<string> {
    return this.page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  }
}
