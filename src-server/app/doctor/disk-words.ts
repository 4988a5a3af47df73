// What the disk of the data folder and its free space say to a person, and what to do.
import type { DiskFinding, SpaceFinding } from '../../core/doctor/finding.ts'
import { bytesText, msText } from './figure-text.ts'
import { onlyAt, type Said, type SaidWhere } from './said.ts'

export const diskWords = ({ verdict, measured }: DiskFinding, folder: string, where: SaidWhere): Said => {
  const flag = onlyAt(where)
  const [median, p99] = [msText(measured.fsyncMedianMs), msText(measured.fsyncP99Ms)]
  const says = {
    en: `A durable write takes ${median}, 99 of 100 at most ${p99}.`,
    zh: `写入并落盘一次要 ${median}，百次里有 99 次不超过 ${p99}。`,
  }
  switch (verdict) {
    case 'fast':
      return [says]
    case 'slow':
      return [
        says,
        {
          en: 'Each message waits for such a write. It works; an SSD makes it quick.',
          zh: '每条消息都要等一次落盘。可以用，换成固态硬盘会快很多。',
        },
      ]
    case 'too_slow':
      return [
        says,
        {
          en: `Messages will be late. Put the data on an SSD${flag(' (--data)')}, and look for another program that keeps the disk busy.`,
          zh: `消息会变慢。请把数据放到固态硬盘上${flag('（--data）')}，并看看是否有别的程序一直占用磁盘。`,
        },
      ]
    case 'memory':
      return [
        { en: `A write takes ${median}: quicker than any disk.`, zh: `写入一次只要 ${median}，比任何磁盘都快。` },
        {
          en: `${folder} seems to lie in memory, or the disk does not really write. A power cut would lose what was acknowledged. Choose a folder on a disk.`,
          zh: `${folder} 像是在内存里，或者磁盘并没有真正写入。断电会丢失已确认的消息，请换一个磁盘上的文件夹。`,
        },
      ]
    case 'network':
      return [
        {
          en: `${folder} lies on another machine’s disk. ${says.en}`,
          zh: `${folder} 在另一台机器的磁盘上。${says.zh}`,
        },
        {
          en: 'A database over the network can break, and stops with the network. Choose a folder on a disk of this machine.',
          zh: '数据库放在网络磁盘上可能损坏，断网也会停。请换成本机磁盘上的文件夹。',
        },
      ]
    case 'unwritable':
      return [
        { en: `${folder} cannot be written (${measured.reason}).`, zh: `${folder} 无法写入（${measured.reason}）。` },
        {
          en: `Give this user the right to write there${flag(', or choose another folder with --data')}.`,
          zh: `请给当前用户写入权限${flag('，或用 --data 换一个文件夹')}。`,
        },
      ]
    default:
      return verdict satisfies never
  }
}

export const spaceWords = ({ verdict, measured }: SpaceFinding): Said => {
  const says = { en: `${bytesText(measured.freeBytes)} left.`, zh: `还剩 ${bytesText(measured.freeBytes)}。` }
  switch (verdict) {
    case 'enough':
      return [says]
    case 'little':
      return [
        says,
        { en: 'Free some soon: messages and files only grow.', zh: '请尽早腾出空间：消息和文件只会越来越多。' },
      ]
    case 'too_little':
      return [
        says,
        {
          en: 'Free some now: files are refused already, and messages are when the last is gone. Nothing stored is lost.',
          zh: '请马上腾出空间：现在已经不收文件，再少下去连消息也收不了。已保存的内容不会丢。',
        },
      ]
    default:
      return verdict satisfies never
  }
}
