// Which of the visitor's tabs was looked at last: that one makes the sound, so that five tabs do not make five.
import type { TabChannel } from '../tabs/tab-channel.ts'
import type { TabId } from '../tabs/tab-message.ts'

export const createUsedTab = (tab: TabId, channel: TabChannel) => {
  let last: TabId | undefined
  channel.listen((message) => {
    if (message.type === 'used') last = message.from
  })
  return {
    use(): void {
      if (last === tab) return
      last = tab
      channel.post({ type: 'used', from: tab })
    },
    /** While no tab has been used yet, the leading one speaks. */
    isMine: (isLeading: boolean): boolean => (last === undefined ? isLeading : last === tab),
  }
}
