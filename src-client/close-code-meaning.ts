// What a close code of the server's says, in the words of the error table.
import { errorCodes, isErrorCode, type ErrorCode } from '#protocol'

/** @returns undefined for the network's own codes. */
export const errorOfCloseCode = (closeCode: number): ErrorCode | undefined =>
  Object.keys(errorCodes)
    .filter(isErrorCode)
    .find((code) => {
      const row: { readonly closeCode?: number } = errorCodes[code]
      return row.closeCode === closeCode
    })
