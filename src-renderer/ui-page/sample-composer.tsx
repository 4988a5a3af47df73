// The composer's shell with its usual tools, for the examples.
import { Lock, Paperclip, SendHorizontal, Smile, Zap } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { ComposerShell, composerInputClass } from '../ui/composer-shell.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useWords } from './specimen-words.ts'

type SampleComposerProps = Readonly<{
  mode?: 'reply' | 'note'
  text?: string
  attachments?: ReactNode
  dropping?: boolean
}>

export function SampleComposer({ mode = 'reply', text = '', attachments, dropping }: SampleComposerProps) {
  const { composer, act } = useWords()
  const isNote = mode === 'note'
  return (
    <ComposerShell
      mode={mode}
      dropping={dropping}
      attachments={attachments}
      input={
        <textarea
          key={text}
          className={composerInputClass}
          aria-label={isNote ? composer.noteLabel : composer.label}
          placeholder={composer.placeholder}
          defaultValue={text}
          dir="auto"
          rows={1}
        />
      }
      tools={
        <>
          <IconButton label={act.quick} icon={Zap} keys="/" />
          <IconButton label={act.note} icon={Lock} keys="Mod+Shift+N" pressed={isNote} />
          <IconButton label={act.attach} icon={Paperclip} keys="Mod+U" />
          <IconButton label={act.emoji} icon={Smile} keys="Mod+E" />
        </>
      }
      hint={composer.hint}
      send={
        <Button
          variant={isNote ? 'secondary' : 'primary'}
          icon={isNote ? Lock : SendHorizontal}
          disabled={text === '' && attachments === undefined}
        >
          {isNote ? composer.saveNote : composer.send}
        </Button>
      }
    />
  )
}
