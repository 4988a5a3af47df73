// What a silent visitor is told before the conversation is closed. The only words that the server itself says in a conversation.

const MINUTE_MS = 60_000
const units = [
  { unit: 'day', zh: '天', ms: 24 * 60 * MINUTE_MS },
  { unit: 'hour', zh: '小时', ms: 60 * MINUTE_MS },
  { unit: 'minute', zh: '分钟', ms: MINUTE_MS },
] as const

/** In the largest unit that says it exactly: "90 minutes", "2 days". */
const spanIn = (language: 'zh' | 'en', spanMs: number): string => {
  const { unit, zh, ms } = units.find((one) => spanMs % one.ms === 0 && spanMs >= one.ms) ?? units[2]
  const count = Math.max(1, Math.round(spanMs / ms))
  // Between Chinese words a figure has air on both sides.
  return language === 'zh' ? `${count} ${zh}` : `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** Chinese for who reads Chinese, English for everybody else. */
export const silenceWarning = (locale: string, closeAfterMs: number): string =>
  /^zh\b/iu.test(locale)
    ? `有一会儿没有收到您的消息了。如果您还需要帮助，请直接回复；没有回复的话，本次会话将在 ${spanIn('zh', closeAfterMs)}后结束，之后您随时可以再来找我们。`
    : `We have not heard from you for a while. If you still need help, just write; otherwise this conversation ends in ${spanIn('en', closeAfterMs)}. You can come back to it at any time.`
