// Text field, text area and select: empty, filled, explained, wrong, disabled.
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Kbd } from '../../ui/kbd.tsx'
import { PasswordField } from '../../ui/password-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { AgentStatus } from '../../ui/status-dot.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { SampleFinder } from '../sample-finder.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'
import { useStatusOptions } from '../status-options.tsx'

type Group = 'refunds' | 'sales' | 'shipping'

export function FieldsChapter() {
  const { field, people } = useWords()
  const [group, setGroup] = useState<Group | null>(null)
  const [status, setStatus] = useState<AgentStatus>('online')
  const statusOptions = useStatusOptions()
  const groupOptions = (['refunds', 'sales', 'shipping'] as const).map((value) => ({
    value,
    label: field.groups[value],
  }))
  return (
    <Specimens>
      <Specimen code="text-field · optional, placeholder" layout="column">
        <TextField label={field.name} optional placeholder={field.namePlaceholder} />
        <TextField label={field.name} defaultValue={people.long} />
      </Specimen>
      <Specimen code="text-field · description, error" layout="column">
        <TextField label={field.address} description={field.addressHint} defaultValue="192.168.1.20:8000" />
        <TextField label={field.address} error={field.addressError} defaultValue="192.168.1.2" />
      </Specimen>
      <Specimen code="text-field · disabled · password-field" layout="column">
        <TextField label={field.name} defaultValue={people.me} disabled />
        <PasswordField label={field.password} defaultValue="correct horse" autoComplete="off" />
      </Specimen>
      <Specimen code="text-field · hideLabel, icon, suffix" layout="column">
        <TextField
          label={field.search}
          hideLabel
          type="search"
          icon={Search}
          suffix={<Kbd keys="/" />}
          placeholder={field.searchPlaceholder}
        />
      </Specimen>
      <Specimen code="finder-field · over a list, large" layout="column">
        <SampleFinder />
        <SampleFinder large />
      </Specimen>
      <Specimen code="text-area · grows" layout="column">
        <TextArea label={field.greeting} defaultValue={field.greetingText} />
      </Specimen>
      <Specimen code="select · empty, with a mark, disabled" layout="column">
        <Select label={field.group} options={groupOptions} value={group} onValueChange={setGroup} />
        <Select label={field.status} options={statusOptions} value={status} onValueChange={setStatus} />
        <Select label={field.group} options={groupOptions} value="sales" onValueChange={setGroup} disabled />
      </Specimen>
    </Specimens>
  )
}
