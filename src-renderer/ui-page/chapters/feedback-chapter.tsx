// What the desk tells: connection, banners, empty states, the rare spinner.
import { Inbox, MoonStar, SearchX } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { AnnouncementBar } from '../../ui/announcement-bar.tsx'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { ConnectionBar } from '../../ui/connection-bar.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { NoticeBar } from '../../ui/notice-bar.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

const nothing = () => undefined

export function FeedbackChapter() {
  const { tell, act } = useWords()
  const { t } = useTranslation('ui')
  return (
    <Specimens>
      <Specimen code="connection-bar · connecting, offline, trying, no network, refused, back" layout="column" wide>
        <ConnectionBar connection={{ kind: 'connecting' }} />
        <ConnectionBar connection={{ kind: 'offline', retryInSeconds: 8, onRetry: nothing }} />
        <ConnectionBar connection={{ kind: 'offline', retryInSeconds: 0, onRetry: nothing }} />
        <ConnectionBar connection={{ kind: 'noNetwork' }} />
        <ConnectionBar connection={{ kind: 'refused', why: tell.refusedWhy, onReload: nothing }} />
        <ConnectionBar connection={{ kind: 'back' }} />
      </Specimen>
      <Specimen code="notice-bar" layout="column" wide>
        <NoticeBar icon={MoonStar} act={{ label: tell.restart, onPress: nothing, isBusy: false }}>
          {tell.updateText}
        </NoticeBar>
      </Specimen>
      <Specimen code="announcement-bar" layout="column" wide>
        <AnnouncementBar text={tell.updateText} until="18:00" dismiss={{ label: tell.restart, onPress: nothing }} />
      </Specimen>
      <Specimen code="banner · neutral, success, warning, danger" layout="column" wide>
        <Banner title={tell.update} actions={<Button size="small">{tell.restart}</Button>} onDismiss={nothing}>
          {tell.updateText}
        </Banner>
        <Banner tone="success" title={tell.saved} onDismiss={nothing} />
        <Banner tone="warning" title={tell.disk}>
          {tell.diskText}
        </Banner>
        <Banner tone="danger" title={tell.broken} actions={<Button size="small">{tell.details}</Button>}>
          {tell.brokenText}
        </Banner>
      </Specimen>
      <Specimen code="empty-state · next key" layout="column">
        <EmptyState
          icon={Inbox}
          title={tell.empty}
          hint={
            <>
              {tell.emptyHint} <Kbd keys="A" /> {tell.emptyHintEnd}
            </>
          }
        />
      </Specimen>
      <Specimen code="empty-state · action" layout="column">
        <EmptyState
          icon={SearchX}
          title={tell.noResults}
          hint={tell.noResultsHint}
          action={<Button>{act.showClosed}</Button>}
        />
      </Specimen>
      <Specimen code="spinner">
        <Spinner label={t('busy')} />
      </Specimen>
    </Specimens>
  )
}
