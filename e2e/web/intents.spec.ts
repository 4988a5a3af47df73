// What a visitor writes decides who answers: intents through the whole server, with the sentence models or without any.
import { expect } from '@playwright/test'
import { defaultGroup } from '#protocol'
import { addSetting, createColleague, createOwner } from '../drivers/desk-api.ts'
import { DeskPage } from '../drivers/desk-page.ts'
import { browserOf, lookAt, looks } from '../drivers/looks.ts'
import { amy, mei } from '../drivers/people.ts'
import { ServerUnderTest } from '../drivers/server-under-test.ts'
import { Visitor } from '../drivers/visitor.ts'
import { test } from './fixtures.ts'

const refund = [
  'I want my money back',
  '我要退款',
  'How long does a refund take?',
  '退款多久到账',
  'Please refund my order',
]
const parcel = [
  'Where is my parcel',
  '我的快递到哪了',
  'The tracking number shows nothing',
  '包裹还没收到',
  'My delivery is late',
]
const invoice = [
  'I need an invoice',
  '可以开发票吗',
  'Please correct the invoice',
  '发票抬头写错了',
  'Send me a receipt',
]

/** Amy answers refunds; everybody the rest. */
const writeIntents = async (deskUrl: string, token: string): Promise<void> => {
  const id = await createColleague(deskUrl, token, amy)
  const group = await addSetting(deskUrl, token, 'groups', { ...defaultGroup, name: 'Refunds', members: [id] })
  await addSetting(deskUrl, token, 'intents', { name: 'Refund', examples: refund, group: group.id })
  await addSetting(deskUrl, token, 'intents', { name: 'Parcel', examples: parcel, group: 0 })
  await addSetting(deskUrl, token, 'intents', { name: 'Invoice', examples: invoice, group: 0 })
}

const learned = async (deskUrl: string): Promise<void> => {
  const phase = async (): Promise<unknown> => {
    const { intents } = (await (await fetch(`${deskUrl}/readyz`)).json()) as { intents: { phase: string } }
    return intents.phase
  }
  await expect.poll(phase, { timeout: 20_000 }).toBe('serving')
  // Three intents that are saved one after another may be learned in two lessons.
  await expect.poll(phase, { intervals: [1_500] }).toBe('serving')
}

for (const [how, flags] of [
  ['with what came with the server', ['--demo-page']],
  ['by a stand-in where there is no model', ['--demo-page', '--model-dir', '/does/not/exist']],
] as const)
  test(`[D7.10][D7.16][D9.19] a greeting waits, the sentence after it decides, ${how}`, async ({ newContext }) => {
    const server = await ServerUnderTest.start(flags)
    const token = await createOwner(server, mei)
    await writeIntents(server.url, token)
    await learned(server.url)
    const desks = []
    for (const person of [mei, amy]) {
      const desk = new DeskPage(await (await newContext({ viewport: { width: 1440, height: 900 } })).newPage())
      await desk.page.goto(`${server.url}/desk/`)
      await desk.logIn(person)
      desks.push(desk)
    }
    const [meis, amys] = desks as [DeskPage, DeskPage]
    const visitor = new Visitor(await (await newContext()).newPage())
    await visitor.visitShop(server.url)
    await visitor.write('hello')
    await visitor.write('I want my money back, please refund it')
    await amys.open('I want my money back, please refund it')
    await expect(
      amys.page.getByText(/In the group “Refunds” because it is about “Refund” \(\d+\s?% sure\)/u),
    ).toBeVisible()
    await amys.reply('It is on its way.')
    await expect(visitor.panel.getByText('It is on its way.')).toBeVisible()
    // Nobody is made to wait for a group by words that no intent is about, however many there are.
    const stranger = new Visitor(await (await newContext()).newPage())
    await stranger.visitShop(server.url)
    await stranger.write(`Moonlight over the mountain lake ${'and the wind sang to the reeds '.repeat(120)}`)
    await expect
      .poll(async () => (await meis.row('Moonlight over').count()) + (await amys.row('Moonlight over').count()), {
        timeout: 15_000,
      })
      .toBeGreaterThan(0)
    const there = (await meis.row('Moonlight over').count()) > 0 ? meis : amys
    await there.row('Moonlight over').first().click()
    await expect(there.page.getByText(/because it is about/u)).toHaveCount(0)
    await server.dispose()
  })

for (const look of looks)
  test(`[D9.19] the page of intents says that a stand-in reads, and what to do, ${look.language}, ${look.theme}`, async ({
    browser,
  }) => {
    const server = await ServerUnderTest.start(['--model-dir', '/does/not/exist'])
    const token = await createOwner(server, mei)
    await writeIntents(server.url, token)
    await learned(server.url)
    const context = await browser.newContext({ ...browserOf(look), viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    await page.goto(`${server.url}/desk/`)
    await page.locator('input[autocomplete=username]').fill(mei.login)
    await page.locator('input[type=password]').fill(mei.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await page.goto(`${server.url}/desk/#/settings/intents`)
    await expect(page.getByText('npm run setup')).toBeVisible()
    await expect(page.getByRole('row', { name: 'Invoice' })).toBeVisible()
    const written = ['Refund', 'Refunds', 'Parcel', 'Invoice', 'npm run setup', '--model-dir', mei.name]
    await lookAt(page, look, { name: 'settings-intents-stand-in', written })
    // Moments that pass too soon to be looked at, or should never come.
    const reading = { models: ['bge'], scripts: ['han'], code: null }
    for (const [name, said, words] of [
      ['training', { ...reading, phase: 'training' }, look.language === 'zh' ? '正在学习' : 'Learning the examples'],
      [
        'failed',
        { ...reading, phase: 'failed', code: 'intent_training_failed' },
        look.language === 'zh' ? '没有学成' : 'was not learned',
      ],
    ] as const) {
      await page.route('**/api/v1/intent-reading', (route) => route.fulfill({ json: said }))
      await expect(page.getByText(words)).toBeVisible()
      await lookAt(page, look, { name: `settings-intents-${name}`, written: [...written, 'bge'] })
    }
    await page.unrouteAll()
    await page.goto(`${server.url}/desk/#/settings/about`)
    await expect(page.getByText(look.language === 'zh' ? '替代方法' : 'a stand-in')).toBeVisible()
    await lookAt(page, look, { name: 'settings-about-stand-in', written })
    await server.dispose()
    await context.close()
  })
