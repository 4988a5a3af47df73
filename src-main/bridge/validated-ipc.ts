// The only file in main that touches ipcMain. A call is answered only for the desk's own page in its main frame, with
// arguments of the right shape; everything else is dropped and logged.
import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron'
import { Compile } from 'typebox/compile'
import {
  bridgeCalls,
  callChannel,
  eventChannel,
  type BridgeCall,
  type BridgeCalls,
  type BridgeEvent,
  type BridgeEvents,
} from './bridge-contract.ts'
import { bridgeSchemas } from './bridge-schemas.ts'

export type BridgeHandlers = {
  readonly [Call in BridgeCall]: (
    ...args: BridgeCalls[Call]['args']
  ) => BridgeCalls[Call]['reply'] | Promise<BridgeCalls[Call]['reply']>
}

export type BridgeGuard = {
  /** Origin of the desk's page, e.g. frontdesk-app://desk. */
  isOwnPage(url: string): boolean
  refused(call: BridgeCall, reason: 'foreign_page' | 'bad_arguments'): void
}

export const registerBridge = (handlers: BridgeHandlers, guard: BridgeGuard): void => {
  for (const call of bridgeCalls) {
    const schema = Compile(bridgeSchemas[call])
    // The schema above checks what the type promises; the map's key ties handler and arguments together.
    const handler = handlers[call] as (...args: readonly unknown[]) => unknown
    ipcMain.handle(callChannel(call), (event: IpcMainInvokeEvent, ...args: unknown[]) => {
      const frame = event.senderFrame
      if (!frame || frame.parent !== null || !guard.isOwnPage(frame.url)) return refuse(guard, call, 'foreign_page')
      if (!schema.Check(args)) return refuse(guard, call, 'bad_arguments')
      return handler(...args)
    })
  }
}

const refuse = (guard: BridgeGuard, call: BridgeCall, reason: 'foreign_page' | 'bad_arguments'): never => {
  guard.refused(call, reason)
  throw new Error(`desk bridge: ${call} refused (${reason})`)
}

export const emitToPage = <Event extends BridgeEvent>(
  page: WebContents,
  event: Event,
  payload: BridgeEvents[Event],
): void => {
  if (!page.isDestroyed()) page.send(eventChannel(event), payload)
}
