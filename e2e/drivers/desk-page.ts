// What an agent does at the desk, in Electron's window or in a browser's tab alike, by the names a person reads (English).
import { expect, type Locator, type Page } from '@playwright/test'

export type Person = { readonly name: string; readonly login: string; readonly password: string }

export class DeskPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async hostHere(): Promise<void> {
    await this.page.getByRole('button', { name: /Host on this computer/u }).click()
  }

  async join(address: string): Promise<void> {
    await this.page.getByRole('button', { name: /Join a desk/u }).click()
    await this.page.getByLabel('Address of the desk').fill(address)
    await this.page.getByRole('button', { name: 'Join', exact: true }).click()
  }

  async createOwner(person: Person): Promise<void> {
    await this.page.getByLabel('Your name').fill(person.name)
    await this.page.getByLabel('Login name').fill(person.login)
    await this.page.getByLabel('Password', { exact: true }).fill(person.password)
    await this.page.getByRole('button', { name: /Create the owner/u }).click()
    await this.expectInbox()
  }

  async logIn(person: Person): Promise<void> {
    await this.page.getByLabel('Login name').fill(person.login)
    await this.page.getByLabel('Password', { exact: true }).fill(person.password)
    await this.page.getByRole('button', { name: 'Log in' }).click()
    await this.expectInbox()
  }

  async expectInbox(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /My status/u })).toBeVisible()
  }

  async show(view: 'Mine' | 'Queue' | 'All open' | 'Closed'): Promise<void> {
    await this.page
      .getByRole('tab', { name: view })
      .or(this.page.getByRole('radio', { name: view }))
      .click()
  }

  row(text: string | RegExp): Locator {
    return this.page.getByRole('option').filter({ hasText: text })
  }

  async open(text: string | RegExp): Promise<void> {
    await this.row(text).click()
    await expect(this.composer).toBeVisible()
  }

  get composer(): Locator {
    return this.page.getByRole('textbox', { name: /^Reply to/u })
  }

  get messages(): Locator {
    return this.page.getByRole('log').or(this.page.getByLabel('Messages'))
  }

  message(text: string | RegExp): Locator {
    return this.messages.getByText(text)
  }

  async reply(text: string): Promise<void> {
    await this.composer.fill(text)
    await this.composer.press('Enter')
  }

  /** The section with every open conversation of the desk. */
  async showAll(): Promise<void> {
    await this.page.getByRole('button', { name: 'All conversations' }).click()
  }

  async transferTo(colleague: string, note: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Transfer', exact: true }).click()
    const dialog = this.page.getByRole('dialog')
    await dialog.getByText(colleague).click()
    await dialog.getByRole('textbox', { name: /note/iu }).fill(note)
    await dialog.getByRole('button', { name: /^Transfer/u }).click()
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close', exact: true }).click()
  }

  async attach(file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file)
    await expect(this.page.getByRole('button', { name: 'Send', exact: true })).toBeEnabled()
  }
}
