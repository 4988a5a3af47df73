// The widget's words, of both its parts.
import { bubbleEn } from '../../src-widget/i18n/bubble-en.ts'
import { bubbleZh } from '../../src-widget/i18n/bubble-zh.ts'
import { en } from '../../src-widget/i18n/en.ts'
import { zh } from '../../src-widget/i18n/zh.ts'

export const widgetEn = { ...bubbleEn, ...en }
export const widgetZh: typeof widgetEn = { ...bubbleZh, ...zh }
