// The composer's looks: empty, written, note, with files, a file dragged over it.
import { FileCard } from '../../ui/file-card.tsx'
import { SampleComposer } from '../sample-composer.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

export function ComposerChapter() {
  const { composer, file } = useWords()
  const files = (
    <>
      <FileCard name={file.sheet} sizeBytes={48_200} state={{ kind: 'ready' }} onRemove={() => undefined} />
      <FileCard
        name={file.photo}
        sizeBytes={2_400_000}
        state={{ kind: 'uploading', share: 0.62 }}
        onRemove={() => undefined}
      />
    </>
  )
  return (
    <Specimens>
      <Specimen code="composer-shell · reply" layout="column">
        <SampleComposer />
      </Specimen>
      <Specimen code="composer-shell · reply, written" layout="column">
        <SampleComposer text={composer.text} />
      </Specimen>
      <Specimen code="composer-shell · note" layout="column">
        <SampleComposer mode="note" text={composer.noteText} />
      </Specimen>
      <Specimen code="composer-shell · dropping" layout="column">
        <SampleComposer dropping />
      </Specimen>
      <Specimen code="composer-shell · attachments" layout="column" wide>
        <SampleComposer text={composer.text} attachments={files} />
      </Specimen>
    </Specimens>
  )
}
