// What limits, port, clock, memory and processor say to a person, and what to do.
import type {
  ClockFinding,
  FilesFinding,
  MemoryFinding,
  PortFinding,
  ProcessorFinding,
} from '../../core/doctor/finding.ts'
import { bytesText, countText, msText } from './figure-text.ts'
import { onlyAt, type Said, type SaidWhere } from './said.ts'

export const filesWords = ({ verdict, measured }: FilesFinding, where: SaidWhere): Said => {
  const { allowed, needed, maxConnections } = measured
  const [has, wants, connections] = [countText(allowed ?? 0), countText(needed), countText(maxConnections)]
  const flag = onlyAt(where)
  const advice = {
    en: `Raise the limit to ${wants} (ulimit -n, or LimitNOFILE= of the service)${flag(', or let in fewer with --max-conn')}.`,
    zh: `请把上限提高到 ${wants}（ulimit -n，或服务的 LimitNOFILE=）${flag('，或者用 --max-conn 减少连接数')}。`,
  }
  switch (verdict) {
    case 'unlimited':
      return [{ en: 'This system sets no limit of its own.', zh: '系统没有单独的限制。' }]
    case 'enough':
      return [
        {
          en: `${has} allowed, enough for ${connections} connections.`,
          zh: `允许 ${has} 个，足够 ${connections} 个连接。`,
        },
      ]
    case 'few':
    case 'very_few':
      return [
        {
          en: `${has} allowed; ${connections} connections need ${wants}.`,
          zh: `允许 ${has} 个；${connections} 个连接需要 ${wants} 个。`,
        },
        advice,
      ]
    default:
      return verdict satisfies never
  }
}

export const portWords = ({ verdict, measured: { host, port } }: PortFinding, where: SaidWhere): Said => {
  const flag = onlyAt(where)
  const other = {
    en: `Stop that program${flag(', or choose another port with --port')}; then start Frontdesk again.`,
    zh: `请关掉那个程序${flag('，或用 --port 换一个端口')}，然后重新启动 Frontdesk。`,
  }
  switch (verdict) {
    case 'free':
      return [{ en: `${port} is free.`, zh: `${port} 空闲。` }]
    case 'ours':
      return [{ en: `Frontdesk answers at ${port}.`, zh: `${port} 上运行着 Frontdesk。` }]
    case 'any':
      return [{ en: 'The system will choose a free one.', zh: '由系统选一个空闲端口。' }]
    case 'taken':
      return [{ en: `Another program has ${port}.`, zh: `${port} 被其他程序占用。` }, other]
    case 'forbidden':
      return [
        { en: `This user may not listen on ${port}.`, zh: `当前用户无权监听 ${port}。` },
        {
          en: `Choose one from 1024 up${flag(' with --port')}.`,
          zh: `请${flag('用 --port ')}选一个不小于 1024 的端口。`,
        },
      ]
    case 'no_address':
      return [
        { en: `This computer does not have the address ${host}.`, zh: `本机没有 ${host} 这个地址。` },
        {
          en: `Use ${flag('--host ')}0.0.0.0 for all of its addresses.`,
          zh: `要监听所有地址，请用 ${flag('--host ')}0.0.0.0。`,
        },
      ]
    default:
      return verdict satisfies never
  }
}

const setTheClock = {
  en: 'Set the clock and let a time server keep it. Waiting times and histories are told by it.',
  zh: '请校准时间，并开启自动对时。等待时间和历史记录都以它为准。',
}

export const clockWords = ({ verdict, measured }: ClockFinding): Said => {
  switch (verdict) {
    case 'steady':
      return [{ en: 'Runs steadily.', zh: '走时稳定。' }]
    case 'jumped':
      return [
        {
          en: `Was moved by ${msText(Math.abs(measured.steppedMs))} within ${msText(measured.watchedMs)}.`,
          zh: `在 ${msText(measured.watchedMs)} 内跳动了 ${msText(Math.abs(measured.steppedMs))}。`,
        },
        {
          en: 'Let one program alone keep the time, slowly. In a virtual machine look for a second one on its host.',
          zh: '请只让一个程序负责对时，并平缓调整。虚拟机还要看宿主机是否也在改时间。',
        },
      ]
    case 'before_its_time':
      return [{ en: 'Says a year that is long over.', zh: '显示的年份早已过去。' }, setTheClock]
    case 'behind_data':
      return [
        {
          en: `The desk’s data was last written ${msText(measured.dataAheadMs)} from now.`,
          zh: `数据的最后写入时间比现在还晚 ${msText(measured.dataAheadMs)}。`,
        },
        setTheClock,
      ]
    case 'folder_differs':
      return [
        {
          en: `The data folder’s time differs by ${msText(Math.abs(measured.folderAheadMs ?? 0))}.`,
          zh: `数据文件夹的时间与本机相差 ${msText(Math.abs(measured.folderAheadMs ?? 0))}。`,
        },
        {
          en: 'Its disk has another clock: choose a folder on a disk of this machine.',
          zh: '它的磁盘用的是另一台机器的时钟，请换成本机磁盘上的文件夹。',
        },
      ]
    default:
      return verdict satisfies never
  }
}

export const memoryWords = ({ verdict, measured }: MemoryFinding): Said => {
  const [available, total] = [bytesText(measured.availableBytes), bytesText(measured.totalBytes)]
  const says = { en: `${available} of ${total} available.`, zh: `共 ${total}，可用 ${available}。` }
  switch (verdict) {
    case 'enough':
      return [says]
    case 'little':
      return [
        says,
        {
          en: 'Enough for a small desk. Close other programs before many visitors come.',
          zh: '小规模使用足够。访客多的时候，请先关掉别的程序。',
        },
      ]
    case 'too_little':
      return [says, { en: 'Close other programs, or add memory.', zh: '请关掉别的程序，或者加内存。' }]
    default:
      return verdict satisfies never
  }
}

export const processorWords = ({ verdict, measured: { cores } }: ProcessorFinding): Said => {
  switch (verdict) {
    case 'enough':
      return [{ en: `${cores} cores.`, zh: `${cores} 个核心。` }]
    case 'one':
      return [
        { en: 'One core.', zh: '只有一个核心。' },
        {
          en: 'Storing, pictures and reading what visitors want take turns with the conversations. Two cores are better.',
          zh: '存储、图片和意图识别要与会话轮流使用它，两个核心会更好。',
        },
      ]
    default:
      return verdict satisfies never
  }
}
