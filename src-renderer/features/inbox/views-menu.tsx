// Saved views: go to one, keep the one on the screen under a name, or let one go. Those who lead may keep some for all.
import { Bookmark, Check, Trash2 } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand/react'
import type { SavedView } from '#protocol/view-schemas.ts'
import { limits } from '#protocol'
import type { ApiErrorCode } from '../../platform/api-result.ts'
import type { ViewsOf } from '../../platform/desk-settings-api.ts'
import { useDesk, useSelf, useWorkspace } from '../../stores/desk.ts'
import { useErrorText } from '../../stores/error-text.ts'
import { canTakeOver } from '../../stores/ownership.ts'
import { isFull, placeOfView, viewAddress } from '../../stores/views-store.ts'
import { goTo } from '../../stores/workspace-store.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './views-menu.module.css'

export function ViewsMenu() {
  const { t } = useTranslation('deskInbox')
  const { signals, views } = useDesk()
  const [open, setOpen] = useState(false)
  useEffect(() => signals.on('openViews', () => setOpen(true)), [signals])
  // Another window may have saved one since.
  useEffect(() => {
    if (open) void views.load()
  }, [open, views])
  return (
    <Popover
      align="end"
      open={open}
      onOpenChange={setOpen}
      title={t('views.title')}
      trigger={<IconButton size="small" icon={Bookmark} label={t('views.title')} keys="V" />}
    >
      <Panel onClose={() => setOpen(false)} />
    </Popover>
  )
}

function Panel({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskInbox')
  const { workspace, views } = useDesk()
  const { own, shared, isKnown } = useStore(views)
  const mayShare = canTakeOver(useSelf().role)
  const errorText = useErrorText()
  const [code, setCode] = useState<ApiErrorCode>()
  const show = (view: SavedView): void => {
    goTo(workspace, placeOfView(view))
    onClose()
  }
  const remove = async (of: ViewsOf, { name }: SavedView): Promise<void> => setCode(await views.remove(of, name))
  return (
    <div className={styles.panel}>
      {isKnown && own.views.length + shared.views.length === 0 && <p className={styles.none}>{t('views.none')}</p>}
      <Views of="own" views={own.views} onShow={show} onRemove={(view) => void remove('own', view)} />
      <Views
        of="shared"
        views={shared.views}
        onShow={show}
        onRemove={mayShare ? (view) => void remove('shared', view) : undefined}
      />
      <SaveForm mayShare={mayShare} onFailed={setCode} />
      <p role="alert" className={styles.error}>
        {code !== undefined && errorText(code)}
      </p>
    </div>
  )
}

type ViewsProps = Readonly<{
  of: ViewsOf
  views: readonly SavedView[]
  onShow: (view: SavedView) => void
  onRemove: ((view: SavedView) => void) | undefined
}>

function Views({ of, views, onShow, onRemove }: ViewsProps) {
  const { t } = useTranslation('deskInbox')
  const here = useWorkspace(({ place }) => viewAddress(place))
  if (views.length === 0) return null
  return (
    <section aria-label={t(`views.of.${of}`)}>
      <h3 className={styles.heading}>{t(`views.of.${of}`)}</h3>
      <ul className={styles.list}>
        {views.map((view) => (
          <li key={view.name} className={styles.row}>
            <button
              type="button"
              className={styles.go}
              aria-current={view.address === here ? 'true' : undefined}
              onClick={() => onShow(view)}
            >
              <span className={styles.tick}>{view.address === here && <Icon of={Check} />}</span>
              <bdi className="truncate">{view.name}</bdi>
            </button>
            {onRemove && (
              <IconButton
                size="small"
                icon={Trash2}
                label={t('views.remove', { name: view.name })}
                onClick={() => onRemove(view)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

type SaveFormProps = Readonly<{ mayShare: boolean; onFailed: (code: ApiErrorCode | undefined) => void }>

function SaveForm({ mayShare, onFailed }: SaveFormProps) {
  const { t } = useTranslation('deskInbox')
  const { views } = useDesk()
  const here = useWorkspace(({ place }) => viewAddress(place))
  const state = useStore(views)
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const of: ViewsOf = isShared ? 'shared' : 'own'
  const isNew = !state[of].views.some((view) => view.name === name.trim())
  const save = async (): Promise<void> => {
    if (name.trim() === '' || isSaving) return
    setSaving(true)
    const code = await views.save(of, { name: name.trim(), address: here })
    setSaving(false)
    onFailed(code)
    if (code === undefined) setName('')
  }
  if (isNew && isFull(state[of]))
    return <p className={styles.none}>{t('views.full', { count: limits.maxSavedViews })}</p>
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <TextField
        label={t('views.name')}
        maxLength={limits.maxNameLength}
        placeholder={t('views.example')}
        value={name}
        onValueChange={setName}
      />
      {mayShare && <Checkbox label={t('views.forAll')} checked={isShared} onCheckedChange={setShared} />}
      <Button type="submit" size="small" loading={isSaving} disabled={name.trim() === ''}>
        {t(isNew ? 'views.save' : 'views.replace')}
      </Button>
    </form>
  )
}
