import { expect, it } from 'vitest'
import { defaultBrand } from '../colour/brand-colour.ts'
import { parseWidgetOptions } from './widget-options.ts'

const parse = (attributes: Readonly<Record<string, string>>) =>
  parseWidgetOptions('https://desk.example', (name) => attributes[name] ?? '')

it('has a sensible default for everything', () => {
  expect(parse({})).toEqual({
    deskUrl: 'https://desk.example',
    mode: 'bubble',
    visitorName: undefined,
    visitorTags: [],
    title: undefined,
    locale: undefined,
    position: 'right',
    offset: { x: 20, y: 20 },
    brand: defaultBrand,
    theme: 'auto',
  })
})

it('reads what a shop sets', () => {
  const options = parse({
    name: ' 李雷 ',
    tags: 'VIP\uff0crefund, , tea',
    position: 'left',
    'offset-y': '96',
    colour: '#b5541c',
    theme: 'dark',
  })
  expect(options).toMatchObject({
    visitorName: '李雷',
    position: 'left',
    offset: { x: 20, y: 96 },
    brand: '#b5541c',
    theme: 'dark',
  })
  expect(options.visitorTags).toEqual(['VIP', 'refund', 'tea'])
})

it('[D9] bounds what is long and passes over what is malformed', () => {
  const options = parse({
    name: 'x'.repeat(500),
    tags: Array.from({ length: 50 }, (_, index) => 'y'.repeat(100) + String(index)).join(','),
    position: 'top',
    mode: 'frame',
    'offset-x': 'NaN',
    'offset-y': '-5',
    colour: 'javascript:alert(1)',
    theme: 'pink',
  })
  expect(options.visitorName).toHaveLength(80)
  expect(options.visitorTags).toHaveLength(20)
  expect(options.visitorTags[0]).toHaveLength(60)
  expect(options).toMatchObject({
    position: 'right',
    mode: 'bubble',
    offset: { x: 20, y: 0 },
    brand: defaultBrand,
    theme: 'auto',
  })
})
