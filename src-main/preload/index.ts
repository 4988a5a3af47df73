// The sandboxed page's only door: named functions of the bridge contract, never a generic send or on.
import { contextBridge, ipcRenderer } from 'electron'
import { bridgeCalls, bridgeEvents, callChannel, eventChannel, type BridgeEvent } from '../bridge/bridge-contract.ts'

const calls = Object.fromEntries(
  bridgeCalls.map((call) => [call, (...args: unknown[]) => ipcRenderer.invoke(callChannel(call), ...args)]),
)

const on = (event: BridgeEvent, listener: (payload: unknown) => void): (() => void) => {
  if (!bridgeEvents.includes(event)) return () => undefined
  const heard = (_: unknown, payload: unknown) => listener(payload)
  ipcRenderer.on(eventChannel(event), heard)
  return () => ipcRenderer.off(eventChannel(event), heard)
}

contextBridge.exposeInMainWorld('desk', { ...calls, on })
