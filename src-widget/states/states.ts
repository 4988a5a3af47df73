// The states page: `?scene=talk&locale=zh&scheme=dark`. Without a scene it lists them all.
import { mountWidget } from '../boot/mount-widget.ts'
import { chooseLocale } from '../i18n/locale.ts'
import { createFakePanel, createFakeWidget } from './fake-widget.ts'
import type { Scene } from './scene.ts'
import { isSceneName, scenes, type SceneName } from './scenes.ts'

const query = new URLSearchParams(location.search)
const locale = chooseLocale([query.get('locale')])
const scheme = query.get('scheme') === 'dark' ? 'dark' : 'light'
const name = query.get('scene') ?? ''
document.documentElement.lang = locale
document.documentElement.style.colorScheme = scheme

const listScenes = (): void => {
  for (const each of Object.keys(scenes) as SceneName[])
    for (const language of ['en', 'zh'])
      for (const shade of ['light', 'dark']) {
        const link = document.createElement('a')
        link.href = `?scene=${each}&locale=${language}&scheme=${shade}`
        link.textContent = ` ${each}, ${language}, ${shade} ·`
        document.body.append(link)
      }
}

if (isSceneName(name)) {
  const scene: Scene = scenes[name](locale)
  mountWidget(createFakeWidget(scene, locale, scheme), createFakePanel(scene))
} else listScenes()
