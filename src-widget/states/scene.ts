// One state of the widget as data, for the states page and its screenshots.
import type { EpochMs, ErrorCode, FileRef } from '#protocol'
import type { ClientState } from '#client/client-state.ts'
import type { WidgetOptions } from '../boot/widget-options.ts'
import type { Locale } from '../i18n/locale.ts'

export type ScriptedUpload =
  | { readonly name: string; readonly bytes: number; readonly kind: 'running'; readonly share: number }
  | { readonly name: string; readonly bytes: number; readonly kind: 'failed'; readonly code: ErrorCode }
  | { readonly name: string; readonly bytes: number; readonly kind: 'done'; readonly ref: FileRef }

export type Scene = {
  readonly state: ClientState
  readonly isOpen?: boolean
  /** The second part is not there yet, or cannot be loaded. */
  readonly panel?: 'loading' | 'missing'
  readonly isKnown?: boolean
  readonly draft?: string
  /** As it lies in the browser. */
  readonly rating?: string
  readonly uploads?: readonly ScriptedUpload[]
  readonly options?: Partial<WidgetOptions>
  readonly agentNames?: ReadonlyMap<number, string>
  readonly deskName?: string
}

export const say = (locale: Locale, en: string, zh: string): string => (locale === 'zh' ? zh : en)

/** The moment at which all scenes are looked at: half past two in the afternoon, local time. */
export const sceneNow = new Date(2026, 10, 23, 14, 30).getTime() as EpochMs

export type MakeScene = (locale: Locale) => Scene
