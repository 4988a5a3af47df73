// A checkup without a computer: ?electron&checkup=idle|running|done|trouble|failed
import type { CheckupState } from '#bridge/bridge-contract.ts'
import type { DoctorCheck } from '#protocol/doctor-report.ts'
import type { Checkup } from '../platform/platform.ts'

const ok = (id: string, name: DoctorCheck['name'], says: DoctorCheck['says']): DoctorCheck => ({
  id,
  state: 'ok',
  verdict: 'enough',
  measured: {},
  name,
  figure: null,
  says,
  advice: null,
})

const machine: readonly DoctorCheck[] = [
  ok(
    'files',
    { en: 'Open files', zh: '打开文件数' },
    { en: '20,000 allowed, enough for 10,000 connections.', zh: '允许 20,000 个，足够 10,000 个连接。' },
  ),
  ok(
    'disk',
    { en: 'Disk', zh: '磁盘' },
    {
      en: 'A durable write takes 0.15 ms, 99 of 100 at most 0.8 ms.',
      zh: '写入并落盘一次要 0.15 ms，百次里有 99 次不超过 0.8 ms。',
    },
  ),
  ok('space', { en: 'Free space', zh: '剩余空间' }, { en: '71 GB left.', zh: '还剩 71 GB。' }),
  ok('port', { en: 'Port', zh: '端口' }, { en: 'Frontdesk answers at 8000.', zh: '8000 上运行着 Frontdesk。' }),
]

const load: DoctorCheck = {
  ...ok(
    'load',
    { en: 'Visitors at once', zh: '同时接待的访客' },
    {
      en: 'Each writes every 10 s, one agent has 19 of them; 99 of 100 messages arrive within 25 ms, durable. Then the time was up. The desk that runs here had its share meanwhile.',
      zh: '每人每 10 秒写一条，每位坐席对应 19 人；百条消息有 99 条在 25 ms 内落盘并送达。时间到了，没有再往上试。测试期间本机的前台也在运行，占用了一部分。',
    },
  ),
  figure: { en: 'At least 11,500', zh: '至少 11,500 位' },
  advice: { en: 'The server lets in 10,000 connections.', zh: '服务最多接受 10,000 个连接。' },
}

const slow: DoctorCheck = {
  ...ok(
    'disk',
    { en: 'Disk', zh: '磁盘' },
    {
      en: 'A durable write takes 18 ms, 99 of 100 at most 140 ms.',
      zh: '写入并落盘一次要 18 ms，百次里有 99 次不超过 140 ms。',
    },
  ),
  state: 'problem',
  advice: {
    en: 'Messages will be late. Put the data on an SSD, and look for another program that keeps the disk busy.',
    zh: '消息会变慢。请把数据放到固态硬盘上，并看看是否有别的程序一直占用磁盘。',
  },
}

const little: DoctorCheck = {
  ...ok('space', { en: 'Free space', zh: '剩余空间' }, { en: '3.1 GB left.', zh: '还剩 3.1 GB。' }),
  state: 'warning',
  advice: { en: 'Free some soon: messages and files only grow.', zh: '请尽早腾出空间：消息和文件只会越来越多。' },
}

const reportOf = (checks: readonly DoctorCheck[], state: DoctorCheck['state']): CheckupState => ({
  kind: 'done',
  report: { version: '0.1.0', dataFolder: 'C:\\Users\\lin\\AppData\\Roaming\\Frontdesk\\data', state, checks },
  atMs: Date.now(),
})

const states: Readonly<Record<string, CheckupState>> = {
  idle: { kind: 'idle' },
  running: { kind: 'running', checks: machine, progress: { share: 0.42, visitors: 8_000, p99Ms: 7.6 } },
  done: reportOf([...machine, load], 'ok'),
  trouble: reportOf([slow, little, ...machine.slice(3)], 'problem'),
  failed: {
    kind: 'failed',
    text: {
      en: 'The checkup ended before it was done. Nothing was changed; run it again.',
      zh: '体检没有做完就结束了。没有改动任何东西，请再测一次。',
    },
  },
}

export const fakeCheckup = (name: string): Checkup => {
  const listeners = new Set<(state: CheckupState) => void>()
  const become = (state: CheckupState | undefined): void => {
    if (state !== undefined) for (const listener of listeners) listener(state)
  }
  return {
    state: () => Promise.resolve(states[name] ?? { kind: 'idle' }),
    start: () => become(states['running']),
    stop: () => become(states['idle']),
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
