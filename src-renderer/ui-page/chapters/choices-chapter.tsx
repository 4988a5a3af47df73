// Checkbox, switch, radio group, segmented control, tabs.
import { useState } from 'react'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { SegmentedControl } from '../../ui/segmented-control.tsx'
import { Switch } from '../../ui/switch.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { Specimen, Specimens } from '../specimen.tsx'
import { useWords } from '../specimen-words.ts'

export function ChoicesChapter() {
  const { choice } = useWords()
  const [isOn, setOn] = useState(true)
  const [enter, setEnter] = useState<'enter' | 'modEnter'>('enter')
  const [period, setPeriod] = useState<'day' | 'week' | 'month'>('week')
  const [view, setView] = useState<'mine' | 'queue' | 'closed'>('mine')
  return (
    <Specimens>
      <Specimen code="checkbox · checked, indeterminate, disabled" layout="column">
        <Checkbox label={choice.sound} checked={isOn} onCheckedChange={setOn} />
        <Checkbox label={choice.all} checked={false} indeterminate onCheckedChange={setOn} />
        <Checkbox
          label={choice.sound}
          description={choice.soundHint}
          checked={!isOn}
          onCheckedChange={(on) => setOn(!on)}
        />
        <Checkbox label={choice.all} checked disabled onCheckedChange={setOn} />
      </Specimen>
      <Specimen code="switch" layout="column">
        <Switch label={choice.sound} description={choice.soundHint} checked={isOn} onCheckedChange={setOn} />
        <Switch label={choice.all} checked={!isOn} onCheckedChange={(on) => setOn(!on)} />
        <Switch label={choice.all} checked disabled onCheckedChange={setOn} />
      </Specimen>
      <Specimen code="radio-group" layout="column">
        <RadioGroup
          label={choice.enter}
          value={enter}
          onValueChange={setEnter}
          options={[
            { value: 'enter', label: choice.enterKey, description: choice.enterKeyHint },
            { value: 'modEnter', label: choice.modEnter, description: choice.modEnterHint },
          ]}
        />
      </Specimen>
      <Specimen code="segmented-control">
        <SegmentedControl
          label={choice.period}
          value={period}
          onValueChange={setPeriod}
          segments={[
            { value: 'day', label: choice.day },
            { value: 'week', label: choice.week },
            { value: 'month', label: choice.month },
          ]}
        />
      </Specimen>
      <Specimen code="tabs · count" layout="column">
        <Tabs
          label={choice.tabs}
          value={view}
          onValueChange={setView}
          tabs={[
            { value: 'mine', label: choice.mine, count: 4, panel: <p style={{ paddingBlock: 12 }}>{choice.panel}</p> },
            {
              value: 'queue',
              label: choice.queue,
              count: 128,
              panel: <p style={{ paddingBlock: 12 }}>{choice.panel}</p>,
            },
            { value: 'closed', label: choice.closed, panel: <p style={{ paddingBlock: 12 }}>{choice.panel}</p> },
          ]}
        />
      </Specimen>
    </Specimens>
  )
}
