// Starts the component page: every part in every state, for the eyes of those who build with them. Not in the product.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startI18n } from '../i18n/i18n.ts'
import { languageOf } from '../i18n/language.ts'
import '../styles/tokens.css'
import '../styles/base.css'
import { UiRoot } from '../ui/ui-root.tsx'
import { readPageSettings } from './page-settings.ts'
import { UiPage } from './ui-page.tsx'

const settings = readPageSettings(location.search)
startI18n(languageOf(settings.language, navigator.languages))

const root = document.querySelector('#root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <UiRoot>
        <UiPage initial={settings} />
      </UiRoot>
    </StrictMode>,
  )
}
