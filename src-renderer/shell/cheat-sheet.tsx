// All keys on one page, opened by "?". Drawn from the same table as the palette: a command that has a key is here.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { usePreference } from '../stores/desk.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { commandGroups, commands, deskCommands, type CommandGroup } from './command-table.ts'
import { commandKeys, type KeyCommand } from './key-commands.ts'
import styles from './cheat-sheet.module.css'

/** Keys of single parts of the screen, which are no commands. */
type PartLine = 'ends' | 'send' | 'sendAlways' | 'breakLine' | 'editLast' | 'leave' | 'openRow'
type Line = { readonly keys: readonly string[] } & ({ readonly command: KeyCommand } | { readonly part: PartLine })

const hasKey = (command: string): command is KeyCommand => command in commandKeys

const linesOf = (group: CommandGroup): readonly Line[] =>
  deskCommands
    .filter(hasKey)
    .filter((command) => commands[command].group === group)
    .map((command) => ({ keys: [commandKeys[command]], command }))

const part = (name: PartLine, ...keys: readonly string[]): Line => ({ keys, part: name })

export function CheatSheet({ onClose }: Readonly<{ onClose: () => void }>) {
  const { t } = useTranslation('deskShell')
  const { t: word } = useTranslation('deskCommands')
  const groupsRef = useRef<HTMLDivElement>(null)
  const sendKey = usePreference((preferences) => preferences.sendKey)
  const singleKeys = usePreference((preferences) => preferences.singleKeys)
  const inList = [part('openRow', 'Enter'), part('ends', 'Home', 'End')]
  const writing =
    sendKey === 'enter'
      ? [part('send', 'Enter'), part('breakLine', 'Shift+Enter'), part('sendAlways', 'Mod+Enter')]
      : [part('send', 'Mod+Enter'), part('breakLine', 'Enter')]
  const groups = [
    ...commandGroups.map((group) => ({
      title: word(`group.${group}`),
      lines: group === 'list' ? [...linesOf(group), ...inList] : linesOf(group),
    })),
    { title: t('keys.group.composer'), lines: [...writing, part('editLast', 'ArrowUp'), part('leave', 'Escape')] },
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
        {groups.map(({ title, lines }) => (
          <section key={title} className={styles.group}>
            <h3 className={styles.heading}>{title}</h3>
            <dl>
              {lines.map((line) => (
                <div key={line.keys.join()} className={styles.line}>
                  <dt>{'command' in line ? word(`name.${line.command}`) : t(`keys.${line.part}`)}</dt>
                  <dd className={styles.keys}>
                    {line.keys.map((chord) => (
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
