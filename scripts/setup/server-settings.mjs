// The server's flags as its environment variables: the desktop app hosts the server in a process that nobody types flags for.

/**
 * `--max-conn 500` and `--max-conn=500` are FRONTDESK_MAX_CONN. Flags without a value are not the server's settings.
 * @param {readonly string[]} flags
 * @returns {Record<string, string>}
 */
export function serverSettings(flags) {
  /** @type {Record<string, string>} */
  const settings = {}
  flags.forEach((flag, index) => {
    const [, name, written] = /^--([a-z][a-z-]*)(?:=(.*))?$/su.exec(flag) ?? []
    const next = flags[index + 1]
    const value = written ?? (next?.startsWith('--') === false ? next : undefined)
    if (name !== undefined && value !== undefined)
      settings[`FRONTDESK_${name.replaceAll('-', '_').toUpperCase()}`] = value
  })
  return settings
}
