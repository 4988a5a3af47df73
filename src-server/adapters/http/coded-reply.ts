// Every refusal as {code, message, retryable}: the message in the caller's language, never a stack or a word of ours.
import type { FastifyReply } from 'fastify'
import { errorCodes, isRetryable, type ErrorCode } from '../../protocol/index.ts'
import { errorTexts } from '../../protocol/error-texts.ts'
import type { ErrorBody } from '../../protocol/http-schemas.ts'
import type { Answer, Refusal } from './http-services.ts'
import { languageOf, type ErrorLanguage } from './accept-language.ts'

/** When to try again, for codes that know better than two seconds. */
const retryAfterSeconds: Partial<Record<ErrorCode, number>> = {
  server_stopping: 5,
  server_full: 10,
  storage_full: 30,
  too_many_requests: 5,
  login_throttled: 60,
}
const USUAL_RETRY_SECONDS = 2

export const errorBody = (code: ErrorCode, language: ErrorLanguage): ErrorBody => ({
  code,
  message: errorTexts[code][language],
  retryable: isRetryable(code),
})

export const sendRefusal = (
  reply: FastifyReply,
  { code, retryAfterMs, faults }: Refusal,
  status: number = errorCodes[code].httpStatus,
): FastifyReply => {
  if (isRetryable(code)) {
    const seconds =
      retryAfterMs === undefined ? (retryAfterSeconds[code] ?? USUAL_RETRY_SECONDS) : Math.ceil(retryAfterMs / 1000)
    void reply.header('retry-after', String(seconds))
  }
  const language = languageOf(reply.request.headers['accept-language'])
  // A route may have begun to describe a file that turned out not to be there.
  return reply
    .removeHeader('content-disposition')
    .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'")
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .code(status)
    .type('application/json; charset=utf-8')
    .send({
      ...errorBody(code, language),
      ...(faults && { faults: faults.map((fault) => ({ ...fault, message: errorTexts[fault.code][language] })) }),
    })
}

export const sendCode = (reply: FastifyReply, code: ErrorCode): FastifyReply => sendRefusal(reply, { ok: false, code })

/** What a handler returns: the value with its status, or the refusal. */
export const sendAnswer = <Value>(reply: FastifyReply, answer: Answer<Value>, status = 200): FastifyReply => {
  if (!answer.ok) return sendRefusal(reply, answer)
  return answer.value === undefined ? reply.code(204).send() : reply.code(status).send(answer.value)
}
