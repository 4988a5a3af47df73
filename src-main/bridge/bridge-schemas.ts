// Arguments of every bridge call, checked in main: the page is sandboxed and might be anybody's by then.
import { agentStatuses } from '#protocol'
import { Type, type TSchema } from 'typebox'
import { shortcutKeys, type BridgeCall, type ShortcutKeys, type Standing } from './bridge-contract.ts'

const MAX_SECRET_LENGTH = 4_000
const name = Type.String({ pattern: '^[A-Za-z0-9_.:/\\[\\]-]{1,200}$' })

const origin = Type.String({ pattern: '^https?://[^/\\s]+$', maxLength: 300 })
const conversation = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })

export const bridgeSchemas: Readonly<Record<BridgeCall, TSchema>> = {
  getStartup: Type.Tuple([]),
  chooseHost: Type.Tuple([]),
  chooseJoin: Type.Tuple([origin]),
  joinByCode: Type.Tuple([origin, Type.String({ maxLength: 20 })]),
  getJoinedDesks: Type.Tuple([]),
  forgetDesk: Type.Tuple([origin]),
  metOtherKey: Type.Tuple([origin]),
  leaveDesk: Type.Tuple([]),
  retryHost: Type.Tuple([]),
  getSecret: Type.Tuple([name]),
  setSecret: Type.Tuple([name, Type.String({ maxLength: MAX_SECRET_LENGTH })]),
  removeSecret: Type.Tuple([name]),
  showNotification: Type.Tuple([
    Type.Object({
      title: Type.String({ maxLength: 200 }),
      body: Type.String({ maxLength: 500 }),
      conversation,
      mayReply: Type.Boolean(),
    }),
  ]),
  closeNotification: Type.Tuple([conversation]),
  callAttention: Type.Tuple([]),
  setUnread: Type.Tuple([Type.Integer({ minimum: 0, maximum: 1_000_000 })]),
  takePlace: Type.Tuple([]),
  setStanding: Type.Tuple([Type.Unsafe<Standing>(Type.Enum([...agentStatuses, 'offline']))]),
  setLanguage: Type.Tuple([Type.Unsafe<'en' | 'zh'>(Type.Enum(['en', 'zh']))]),
  popOut: Type.Tuple([Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })]),
  getComputerSettings: Type.Tuple([]),
  setStartsWithSystem: Type.Tuple([Type.Boolean()]),
  setShortcut: Type.Tuple([Type.Unsafe<ShortcutKeys>(Type.Enum([...shortcutKeys]))]),
  setSpelling: Type.Tuple([Type.Boolean()]),
  getLogLines: Type.Tuple([]),
  showLogFile: Type.Tuple([]),
  getCheckup: Type.Tuple([]),
  startCheckup: Type.Tuple([Type.Boolean()]),
  stopCheckup: Type.Tuple([]),
}
