// Buttons and icon buttons: variants, sizes, key hints, working, disabled, long labels.
import { Ellipsis, Lock, Paperclip, Plus, Search, Send, Smile } from 'lucide-react'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

export function ButtonsChapter() {
  const { act } = useWords()
  return (
    <Specimens>
      <Specimen code="button · variant">
        <Button variant="primary">{act.save}</Button>
        <Button>{act.transfer}</Button>
        <Button variant="quiet">{act.copyLink}</Button>
        <Button variant="danger">{act.delete}</Button>
      </Specimen>
      <Specimen code="button · keys, icon">
        <Button variant="primary" icon={Send} keys="Mod+Enter">
          {act.send}
        </Button>
        <Button keys="T">{act.transfer}</Button>
        <Button variant="quiet" icon={Plus} keys="A">
          {act.take}
        </Button>
      </Specimen>
      <Specimen code="button · size">
        <Button size="small">{act.transfer}</Button>
        <Button>{act.transfer}</Button>
        <Button size="large" variant="primary">
          {act.signIn}
        </Button>
      </Specimen>
      <Specimen code="button · loading">
        <Button variant="primary" loading>
          {act.save}
        </Button>
        <Button loading>{act.transfer}</Button>
        <Button variant="danger" loading>
          {act.delete}
        </Button>
      </Specimen>
      <Specimen code="button · disabled">
        <Button variant="primary" disabled>
          {act.save}
        </Button>
        <Button disabled>{act.transfer}</Button>
        <Button variant="quiet" disabled>
          {act.copyLink}
        </Button>
      </Specimen>
      <Specimen code="button · wide, long" layout="column">
        <Button wide variant="primary" size="large">
          {act.signIn}
        </Button>
        <div style={{ inlineSize: 180 }}>
          <Button keys="T">{act.long}</Button>
        </div>
      </Specimen>
      <Specimen code="icon-button · medium, pressed, disabled, small">
        <IconButton label={act.search} icon={Search} keys="Mod+K" />
        <IconButton label={act.attach} icon={Paperclip} keys="Mod+U" />
        <IconButton label={act.note} icon={Lock} keys="Mod+Shift+N" pressed />
        <IconButton label={act.emoji} icon={Smile} disabled />
        <IconButton label={act.more} icon={Ellipsis} size="small" />
      </Specimen>
    </Specimens>
  )
}
