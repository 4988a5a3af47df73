// What an agent does at the desk, in Electron's window or in a browser's tab alike, by the names a person reads.
// The way in knows both languages; the rest is driven in English.
import { expect, type Locator, type Page } from '@playwright/test'
import { en } from '../../src-renderer/i18n/en.ts'
import type { Translation } from '../../src-renderer/i18n/translation.ts'
import type { PickedFile } from './picked-file.ts'

export type Person = { readonly name: string; readonly login: string; readonly password: string }

type Words = {
  readonly deskStart: Translation<(typeof en)['deskStart']>
  readonly deskShell: Translation<(typeof en)['deskShell']>
}

export class DeskPage {
  readonly page: Page
  readonly #words: Words

  constructor(page: Page, words: Words = en) {
    this.page = page
    this.#words = words
  }

  async hostHere(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.deskStart.choose.host }).click()
  }

  /** Up to the form that asks for the address. */
  async chooseJoin(): Promise<void> {
    await this.page.getByRole('button', { name: this.#words.deskStart.choose.join }).click()
    await expect(this.addressField).toBeVisible()
  }

  get addressField(): Locator {
    return this.page.getByLabel(this.#words.deskStart.join.address)
  }

  async tryAddress(address: string, code = ''): Promise<void> {
    await this.addressField.fill(address)
    await this.page.getByLabel(this.#words.deskStart.join.code).fill(code)
    await this.page.getByRole('button', { name: this.#words.deskStart.join.go, exact: true }).click()
  }

  async join(address: string): Promise<void> {
    await this.chooseJoin()
    await this.tryAddress(address)
  }

  async fillOwner(person: Person): Promise<void> {
    const { setup } = this.#words.deskStart
    await this.page.getByLabel(setup.name).fill(person.name)
    await this.page.getByLabel(setup.login).fill(person.login)
    await this.page.getByLabel(setup.password, { exact: true }).fill(person.password)
    await this.page.getByRole('button', { name: setup.go }).click()
  }

  async createOwner(person: Person): Promise<void> {
    await this.fillOwner(person)
    await this.expectInbox()
  }

  async fillLogin({ login, password }: Pick<Person, 'login' | 'password'>): Promise<void> {
    const words = this.#words.deskStart.login
    await this.page.getByLabel(words.login).fill(login)
    await this.page.getByLabel(words.password, { exact: true }).fill(password)
    await this.page.getByRole('button', { name: words.go }).click()
  }

  async logIn(person: Person): Promise<void> {
    await this.fillLogin(person)
    await this.expectInbox()
  }

  async expectInbox(): Promise<void> {
    await expect(this.statusButton).toBeVisible()
  }

  async expectLogin(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: this.#words.deskStart.login.title })).toBeVisible()
  }

  get statusButton(): Locator {
    return this.page.getByRole('button', { name: this.#words.deskShell.status.label })
  }

  async setStatus(status: 'Online' | 'Busy' | 'Away'): Promise<void> {
    await this.statusButton.click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${status}`, 'u') }).click()
    await this.expectStatus(status)
  }

  async expectStatus(status: 'Online' | 'Busy' | 'Away'): Promise<void> {
    await expect(this.statusButton).toHaveAccessibleName(new RegExp(status, 'u'))
  }

  async show(view: 'Mine' | 'Queue' | 'All open' | 'Closed'): Promise<void> {
    await this.page.getByRole('tab', { name: view }).click()
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

  get sendButton(): Locator {
    return this.page.getByRole('button', { name: 'Send', exact: true })
  }

  get messages(): Locator {
    return this.page.getByRole('log')
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

  async #chooseColleague(colleague: string, note: string): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Transfer', exact: true }).click()
    // A toast is a dialog as well.
    const dialog = this.page.getByRole('dialog', { name: /^Transfer/u })
    await dialog.getByText(colleague).click()
    await dialog.getByRole('textbox', { name: /note/iu }).fill(note)
    return dialog
  }

  /** At once, as those who lead may. */
  async transferTo(colleague: string, note: string): Promise<void> {
    const dialog = await this.#chooseColleague(colleague, note)
    await dialog.getByRole('radio', { name: 'Hand over now' }).click()
    await dialog.getByRole('button', { name: /^Transfer/u }).click()
  }

  async askToTakeOver(colleague: string, note: string): Promise<void> {
    const dialog = await this.#chooseColleague(colleague, note)
    await dialog.getByRole('button', { name: /^Ask/u }).click()
    await expect(dialog).toHaveCount(0)
  }

  async close(): Promise<void> {
    await this.page.getByRole('button', { name: 'Close', exact: true }).click()
  }

  async pick(file: PickedFile): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(file)
  }

  async attach(file: PickedFile): Promise<void> {
    await this.pick(file)
    await expect(this.sendButton).toBeEnabled()
  }
}
