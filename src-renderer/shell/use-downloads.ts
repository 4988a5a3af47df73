// Saves files of a desk that lives elsewhere. In Electron the page and the desk have different origins, where a browser
// ignores `download` and would navigate; fetched first, the file is the page's own and is saved under its name.
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../ui/toasts.ts'

/** The browser has begun to save by then; earlier some of them save nothing. */
const releaseAfterMs = 60_000

export function useDownloads(): void {
  const { t } = useTranslation('deskShell')
  useEffect(() => {
    const click = (event: MouseEvent): void => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[download]') : null
      if (!link || link.origin === window.location.origin || !/^https?:$/.test(link.protocol)) return
      event.preventDefault()
      void save(link.href, link.download).catch(() => showToast({ tone: 'danger', title: t('toast.notSaved') }))
    }
    document.addEventListener('click', click)
    return () => document.removeEventListener('click', click)
  }, [t])
}

async function save(url: string, name: string): Promise<void> {
  const reply = await fetch(url)
  if (!reply.ok) throw new Error(`download answered ${reply.status}`)
  const address = URL.createObjectURL(await reply.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  window.setTimeout(() => URL.revokeObjectURL(address), releaseAfterMs)
}
