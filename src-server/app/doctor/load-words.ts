// What the self-load says to a person: how many visitors, on what terms, and what kept it from more.
import type { LoadEnd, LoadFinding } from '../../core/doctor/finding.ts'
import { limits } from '../../protocol/index.ts'
import type { BilingualText, Language } from '../start/bilingual-text.ts'
import { countText, msText } from './figure-text.ts'
import { onlyAt, type Said, type SaidWhere } from './said.ts'

const bound = msText(limits.doctorDeliveryMs)
const MS_PER_SECOND = 1_000
const writeEverySeconds = limits.doctorWriteEveryMs / MS_PER_SECOND
const loadSeconds = limits.doctorLoadMs / MS_PER_SECOND

const terms: BilingualText = {
  en: `Each writes every ${writeEverySeconds} s, one agent has ${limits.doctorVisitorsPerAgent} of them`,
  zh: `每人每 ${writeEverySeconds} 秒写一条，每位坐席对应 ${limits.doctorVisitorsPerAgent} 人`,
}

/** Why the number is a lower bound; nothing where the machine itself set the limit. */
const endings: Readonly<Record<LoadEnd, BilingualText>> = {
  latency: { en: '', zh: '' },
  generator: {
    en: ' The crowd itself took the machine up: with visitors elsewhere it can do more.',
    zh: '模拟访客本身占满了机器，真实访客在别处，还能更多。',
  },
  ceiling: { en: ' More were not tried.', zh: '没有再往上试。' },
  time: { en: ' Then the time was up.', zh: '时间到了，没有再往上试。' },
  connections: { en: ' The system allowed no more connections.', zh: '系统不允许更多连接。' },
}

const beside: BilingualText = {
  en: ' The desk that runs here had its share meanwhile.',
  zh: '测试期间本机的前台也在运行，占用了一部分。',
}

/** Said where the time was up and somebody can give it more. */
const longer: BilingualText = {
  en: ` --load-seconds ${3 * loadSeconds} tries more.`,
  zh: `--load-seconds ${3 * loadSeconds} 可以试得更多。`,
}

const quicker: BilingualText = {
  en: 'Enough for a small shop. A quicker disk or processor, or fewer programs beside it, give more.',
  zh: '小店够用。想要更多，请换更快的磁盘或处理器，或少开别的程序。',
}
const allowMore: BilingualText = {
  en: 'The machine could do more. Put right what is said about open files, then run it again.',
  zh: '这台机器还能更多。请先处理打开文件数一项，然后再测一次。',
}

export const loadWords = ({ verdict, measured }: LoadFinding, where: SaidWhere): Said => {
  const { visitors, p99Ms, endedBy, maxConnections, besideDesk } = measured
  const flag = onlyAt(where)
  const after = (language: Language): string =>
    endings[endedBy ?? 'latency'][language] +
    (endedBy === 'time' ? flag(longer[language]) : '') +
    (besideDesk ? beside[language] : '')
  const says: BilingualText = {
    en: `${terms.en}; 99 of 100 messages arrive within ${msText(p99Ms)}, durable.${after('en')}`,
    zh: `${terms.zh}；百条消息有 99 条在 ${msText(p99Ms)} 内落盘并送达。${after('zh')}`,
  }
  const number = countText(visitors)
  const figure: BilingualText =
    endedBy === 'latency'
      ? { en: `About ${number}`, zh: `约 ${number} 位` }
      : { en: `At least ${number}`, zh: `至少 ${number} 位` }
  switch (verdict) {
    case 'enough': {
      // Agents count as well.
      if (visitors * (1 + 1 / limits.doctorVisitorsPerAgent) <= maxConnections) return [says, undefined, figure]
      const doors = {
        en: `The server lets in ${countText(maxConnections)} connections${flag('; --max-conn changes it')}.`,
        zh: `服务最多接受 ${countText(maxConnections)} 个连接${flag('，可用 --max-conn 调整')}。`,
      }
      return [says, doors, figure]
    }
    case 'few':
      return [says, endedBy === 'latency' || endedBy === 'generator' ? quicker : allowMore, figure]
    case 'none':
      return [
        {
          en: `Not even ${limits.doctorFewestVisitors} visitors were served within ${bound}.`,
          zh: `连 ${limits.doctorFewestVisitors} 位访客的消息也没能在 ${bound} 内落盘并送达。`,
        },
        {
          en: 'Look at the disk above, and at what else keeps this machine busy; then run it again.',
          zh: '请先看上面的磁盘一项，以及还有什么占用着这台机器，然后再测一次。',
        },
      ]
    case 'not_run':
      return [
        { en: 'Not measured.', zh: '没有测量。' },
        { en: 'Put right what is said above, then run it again.', zh: '请先处理上面的问题，然后再测一次。' },
      ]
    default:
      return verdict satisfies never
  }
}
