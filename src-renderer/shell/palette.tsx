// The palette (Ctrl/Cmd K): type a few letters, press Enter. Knows every command in both languages and by pinyin, says why one can do nothing,
// and begins with what was used last.
import { Dialog as Base } from '@base-ui/react/dialog'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { languages } from '../i18n/language.ts'
import { useDesk } from '../stores/desk.ts'
import { createRecentKeys } from '../stores/recent-keys.ts'
import { useReadings } from '../stores/use-readings.ts'
import dialog from '../ui/dialog.module.css'
import { classNames } from '../ui/class-names.ts'
import { FinderField } from '../ui/finder-field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { ariaKeyShortcuts, thisPlatform } from '../ui/key-chord.ts'
import { useActiveRow } from '../ui/use-active-row.ts'
import { paletteItems, paletteSections, type PaletteItem } from './palette-items.ts'
import styles from './palette.module.css'

export function Palette({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskCommands')
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className={dialog.backdrop} />
        <Base.Viewport className={classNames(dialog.viewport, styles.viewport)}>
          <Base.Popup className={classNames(dialog.popup, styles.popup)} aria-label={t('palette.label')}>
            <Finder onClose={onClose} />
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}

/** As the desk was when the palette opened: nothing moves under the hand. Saved views come when they are there: a desk may just have started. */
function useItems(): readonly PaletteItem[] {
  const desk = useDesk()
  const { i18n } = useTranslation()
  const readings = useReadings()
  const { own, shared } = useStore(desk.views)
  return useMemo(() => {
    const here = i18n.language
    const order = [here, ...languages.filter((language) => language !== here)]
    const words = {
      commands: order.map((language) => i18n.getFixedT(language, 'deskCommands')),
      settings: order.map((language) => i18n.getFixedT(language, 'deskSettings')),
      shell: i18n.getFixedT(here, 'deskShell'),
    }
    return paletteItems(desk, words, readings, [...own.views, ...shared.views])
  }, [desk, i18n, readings, own, shared])
}

function Finder({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskCommands')
  const { session } = useDesk()
  const id = useId()
  const [recent] = useState(() => createRecentKeys(window.localStorage, `${session.storageKey}:palette`))
  const [used] = useState(recent.read)
  const [typed, setTyped] = useState('')
  const items = useItems()
  const sections = useMemo(() => paletteSections(items, typed, used), [items, typed, used])
  const shown = sections.flatMap((section) => section.items)
  const run = (item: PaletteItem): void => {
    if (item.blocked !== undefined) return
    recent.add(item.key)
    onClose()
    // Once the focus is back where it was: what is done may move it.
    window.requestAnimationFrame(() => window.requestAnimationFrame(item.run))
  }
  const { activeKey, list, point, reset, onKeyDown } = useActiveRow(shown, ({ key }) => key, run)
  return (
    <>
      <FinderField
        large
        label={t('palette.placeholder')}
        listId={`${id}-list`}
        activeId={activeKey && `${id}-${activeKey}`}
        value={typed}
        onValueChange={(text) => {
          setTyped(text)
          reset()
        }}
        onKeyDown={onKeyDown}
      >
        <Kbd keys="Escape" />
      </FinderField>
      <p role="status" className="spoken">
        {typed === '' ? '' : t('palette.found', { count: shown.length })}
      </p>
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t('palette.label')} className={styles.list}>
        {sections.map((section) => (
          <div key={section.group} role="group" aria-labelledby={`${id}-group-${section.group}`}>
            <div id={`${id}-group-${section.group}`} role="presentation" className={styles.heading}>
              {t(`group.${section.group}`)}
            </div>
            {section.items.map((item) => (
              <Row
                key={item.key}
                id={`${id}-${item.key}`}
                item={item}
                isChosen={item.key === activeKey}
                isGroupShown={section.group === 'recent' || section.group === 'best'}
                onPoint={() => point(item)}
                onRun={() => run(item)}
              />
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && (
        <div className={styles.none}>
          <p className={styles.noneTitle}>{t('palette.none', { typed: typed.trim() })}</p>
          <p>{t('palette.noneHint')}</p>
        </div>
      )}
      <footer className={styles.foot} aria-hidden>
        <Hint keys={['ArrowUp', 'ArrowDown']} word={t('palette.move')} />
        <Hint keys={['Enter']} word={t('palette.run')} />
        <Hint keys={['Escape']} word={t('palette.leave')} />
      </footer>
    </>
  )
}

function Hint({ keys, word }: Readonly<{ keys: readonly string[]; word: string }>) {
  return (
    <span className={styles.hint}>
      {keys.map((key) => (
        <Kbd key={key} keys={key} />
      ))}
      {word}
    </span>
  )
}

type RowProps = Readonly<{
  id: string
  item: PaletteItem
  isChosen: boolean
  /** Beside things of other groups. */
  isGroupShown: boolean
  onPoint: () => void
  onRun: () => void
}>

function Row({ id, item, isChosen, isGroupShown, onPoint, onRun }: RowProps) {
  const { t } = useTranslation('deskCommands')
  const { keys, blocked, icon, title, group } = item
  const aside = blocked === undefined ? (isGroupShown ? t(`group.${group}`) : '') : t(`blocked.${blocked}`)
  return (
    // The keyboard is in the field above, which names this row as its active one.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- see above
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isChosen}
      data-active={isChosen || undefined}
      aria-disabled={blocked !== undefined}
      aria-keyshortcuts={keys === undefined ? undefined : ariaKeyShortcuts(keys, thisPlatform())}
      className={styles.row}
      onPointerMove={isChosen ? undefined : onPoint}
      onClick={onRun}
    >
      <Icon of={icon} className={styles.icon} />
      <bdi className={styles.title}>{title}</bdi>
      {aside !== '' && <span className={styles.aside}>{aside}</span>}
      {keys !== undefined && <Kbd keys={keys} />}
    </div>
  )
}
