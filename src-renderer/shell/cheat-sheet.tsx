// All keys on one page, opened by "?".
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreference } from '../stores/desk.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { commandKeys, type DeskCommand } from './key-commands.ts'
import styles from './cheat-sheet.module.css'

type Line = readonly [
  keys: readonly string[],
  word: DeskCommand | 'ends' | 'send' | 'sendAlways' | 'breakLine' | 'leave' | 'all' | 'openRow',
]

const of = (...commands: readonly DeskCommand[]): readonly Line[] =>
  commands.map((command) => [[commandKeys[command]], command === 'open' ? 'all' : command])

export function CheatSheet({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskShell')
  const groupsRef = useRef<HTMLDivElement>(null)
  const sendKey = usePreference((preferences) => preferences.sendKey)
  const singleKeys = usePreference((preferences) => preferences.singleKeys)
  const groups: readonly (readonly ['list' | 'conversation' | 'composer' | 'desk', readonly Line[]])[] = [
    ['list', [...of('next', 'previous'), [['Enter'], 'openRow'], [['Home', 'End'], 'ends']]],
    ['conversation', of('take', 'reply', 'transfer', 'note', 'close', 'visitor', 'why')],
    [
      'composer',
      sendKey === 'enter'
        ? [
            [['Enter'], 'send'],
            [['Shift+Enter'], 'breakLine'],
            [['Mod+Enter'], 'sendAlways'],
            [['Escape'], 'leave'],
          ]
        : [
            [['Mod+Enter'], 'send'],
            [['Enter'], 'breakLine'],
            [['Escape'], 'leave'],
          ],
    ],
    ['desk', of('accept', 'decline', 'mine', 'queue', 'open', 'closed', 'team', 'settings', 'status', 'help')],
  ]
  return (
    <Dialog
      initialFocus={groupsRef}
      open
      onOpenChange={(open) => !open && onClose()}
      size="large"
      title={t('keys.title')}
      description={singleKeys ? t('keys.lead') : t('keys.off')}
    >
      <div ref={groupsRef} tabIndex={-1} className={styles.groups}>
        {groups.map(([group, lines]) => (
          <section key={group}>
            <h3 className={styles.heading}>{t(`keys.group.${group}`)}</h3>
            <dl>
              {lines.map(([keys, word]) => (
                <div key={word} className={styles.line}>
                  <dt>{word === 'openRow' ? t('keys.open') : t(`keys.${word}`)}</dt>
                  <dd className={styles.keys}>
                    {keys.map((chord) => (
                      <span key={chord}>
                        <Kbd keys={chord} />
                        <span className="spoken">{chord}</span>
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
