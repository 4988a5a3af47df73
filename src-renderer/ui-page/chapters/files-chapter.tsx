// Files and pictures: on their way, there, failed; progress with and without an end.
import { FileCard } from '../../ui/file-card.tsx'
import { ImageThumb } from '../../ui/image-thumb.tsx'
import { MessageBubble } from '../../ui/message-bubble.tsx'
import { Progress } from '../../ui/progress.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

const at = Date.parse('2026-03-04T14:05:00')
const nothing = () => undefined

const parcel =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 420"><rect width="640" height="420" fill="#dfe7e6"/><path d="M180 150l140-56 140 56v170l-140 56-140-56z" fill="#c79f6b"/><path d="M180 150l140 56 140-56M320 206v170" fill="none" stroke="#8a6a40" stroke-width="6"/><path d="M250 122l140 56v54" fill="none" stroke="#eddcc0" stroke-width="22"/></svg>',
  )

export function FilesChapter() {
  const { file, people, tell } = useWords()
  return (
    <Specimens>
      <Specimen code="file-card · ready" layout="column">
        <FileCard name={file.invoice} sizeBytes={1_234_567} state={{ kind: 'ready', href: parcel }} />
        <FileCard name={file.archive} sizeBytes={48_300_000} state={{ kind: 'ready' }} onRemove={nothing} />
      </Specimen>
      <Specimen code="file-card · uploading" layout="column">
        <FileCard name={file.sheet} sizeBytes={48_200} state={{ kind: 'uploading', share: 0.35 }} onRemove={nothing} />
        <FileCard
          name={file.photo}
          sizeBytes={2_400_000}
          state={{ kind: 'uploading', share: null }}
          onRemove={nothing}
        />
      </Specimen>
      <Specimen code="file-card · failed" layout="column">
        <FileCard
          name={file.sheet}
          sizeBytes={48_200}
          state={{ kind: 'failed', onRetry: nothing }}
          onRemove={nothing}
        />
        <FileCard
          name={file.archive}
          sizeBytes={48_300_000}
          state={{ kind: 'failed', problem: file.tooBig }}
          onRemove={nothing}
        />
      </Specimen>
      <Specimen code="image-thumb in a message" layout="column">
        <div>
          <MessageBubble kind="visitor" author={people.visitor} at={at} bare>
            <ImageThumb src={parcel} name={file.photo} width={640} height={420} onOpen={nothing} />
          </MessageBubble>
          <MessageBubble kind="mine" author={people.me} at={at} state="sending" bare>
            <ImageThumb src={parcel} name={file.photo} width={640} height={420} uploadShare={0.4} onOpen={nothing} />
          </MessageBubble>
          <MessageBubble kind="visitor" author={people.visitor} at={at} bare>
            <ImageThumb src="data:image/png;base64,AAAA" name={file.photo} width={640} height={420} onOpen={nothing} />
          </MessageBubble>
          <MessageBubble kind="mine" author={people.me} at={at} state="read" bare>
            <FileCard name={file.invoice} sizeBytes={1_234_567} state={{ kind: 'ready', href: parcel }} />
          </MessageBubble>
        </div>
      </Specimen>
      <Specimen code="progress" layout="column">
        <Progress label={tell.export} share={0.62} />
        <Progress label={tell.export} share={null} />
        <Progress label={tell.export} share={0.9} tone="danger" />
      </Specimen>
    </Specimens>
  )
}
