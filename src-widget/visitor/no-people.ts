// In a visitor's client there are no colleagues and no other visitors: the build of the widget puts this in the place of the
// client library's table of them.
import type { PeopleTable } from '#client/people-table.ts'

class NoPeople {
  agents: PeopleTable['agents'] = new Map()
  visitorsOnline: PeopleTable['visitorsOnline'] = new Set()
  visitorPages: PeopleTable['visitorPages'] = new Map()
  settingsAt: undefined
  viewers: undefined
  reset(): void {}
  apply(): void {}
  offers = { open: new Map() } as never
  hear(): void {}
  welcome(): void {}
  visitor(): void {}
}

/** Stops compiling when the library's table gets something that is missing here. */
const stand: new () => Pick<PeopleTable, keyof PeopleTable> = NoPeople

export { stand as PeopleTable }
