// Why a server could not start, as one sentence that a person can act on, in both languages.
import { StoreOpenError } from '../../adapters/sqlite/store-open-error.ts'
import { StorageError } from '../../ports/storage-error.ts'
import type { BilingualText } from './bilingual-text.ts'

export type StartFailure = { readonly code: string; readonly text: BilingualText }

const failure = (code: string, en: string, zh: string): StartFailure => ({ code, text: { en, zh } })

export const storeFailure = ({ kind, path, detail }: StoreOpenError): StartFailure => {
  switch (kind) {
    case 'newer_version':
      return failure(
        kind,
        `The data in ${path} was written by a newer Frontdesk. Install that version; nothing has been changed.`,
        `${path} 里的数据来自更新版本的 Frontdesk。请安装那个版本；数据没有任何改动。`,
      )
    case 'locked':
      return failure(
        kind,
        `Another Frontdesk server is using this data folder (${path}). Stop it first, or choose another folder with --data.`,
        `另一个 Frontdesk 服务正在使用这个数据文件夹（${path}）。请先停掉它，或用 --data 换一个文件夹。`,
      )
    case 'read_only':
      return failure(
        kind,
        `The data folder cannot be written: ${path}. Give this user the right to write there, or choose another with --data.`,
        `数据文件夹无法写入：${path}。请给当前用户写入权限，或用 --data 换一个文件夹。`,
      )
    case 'not_a_database':
      return failure(
        kind,
        `${path} is damaged or not a Frontdesk database. Restore a backup with: frontdesk restore FILE`,
        `${path} 已损坏，或者不是 Frontdesk 的数据库。可以用备份恢复：frontdesk restore 文件`,
      )
    case 'no_space':
      return failure(
        kind,
        `The disk that holds ${path} is full. Free some space and start again; nothing has been lost.`,
        `${path} 所在的磁盘已满。请腾出一些空间后再启动；数据没有丢失。`,
      )
    case 'cannot_open':
      return failure(
        kind,
        `The data in ${path} cannot be opened (${detail}).`,
        `打不开 ${path} 里的数据（${detail}）。`,
      )
    default:
      return kind satisfies never
  }
}

const errnoOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

export const listenFailure = (error: unknown, host: string, port: number): StartFailure => {
  switch (errnoOf(error)) {
    case 'EADDRINUSE':
      return failure(
        'port_in_use',
        `Port ${port} is taken by another program. Stop that one, or choose another with --port.`,
        `端口 ${port} 已被其他程序占用。请关掉那个程序，或用 --port 换一个端口。`,
      )
    case 'EACCES':
      return failure(
        'port_forbidden',
        `This user may not listen on port ${port}. Choose one from 1024 up with --port.`,
        `当前用户无权监听端口 ${port}。请用 --port 选一个不小于 1024 的端口。`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return failure(
        'address_unavailable',
        `This computer does not have the address ${host}. Use 0.0.0.0 for all of its addresses.`,
        `本机没有 ${host} 这个地址。要监听所有地址，请用 0.0.0.0。`,
      )
    default:
      return failure(
        'cannot_listen',
        `Cannot listen on ${host}:${port} (${String(error)}).`,
        `无法监听 ${host}:${port}（${String(error)}）。`,
      )
  }
}

export const certificateFailure = (
  error: unknown,
  files: { readonly certFile: string; readonly keyFile: string },
): StartFailure => {
  const detail = error instanceof Error ? error.message : String(error)
  return failure(
    'bad_certificate',
    `The certificate ${files.certFile} and the key ${files.keyFile} cannot be used: ${detail}`,
    `证书 ${files.certFile} 和私钥 ${files.keyFile} 无法使用：${detail}`,
  )
}

export const unknownFailure = (error: unknown): StartFailure => {
  const detail = error instanceof Error ? error.message : String(error)
  return failure('internal', `The server could not start: ${detail}`, `服务无法启动：${detail}`)
}

/** Why no server could be made of a data folder, whatever was thrown on the way. */
export const startFailure = (error: unknown, dataDir: string): StartFailure => {
  if (error instanceof StoreOpenError) return storeFailure(error)
  if (!(error instanceof StorageError)) return unknownFailure(error)
  return storeFailure(
    new StoreOpenError(error.code === 'storage_full' ? 'no_space' : 'cannot_open', dataDir, error.code),
  )
}
