import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createShortcut } from './global-shortcut.ts'
import { autostartByFile, autostartEntry, autostartFile, startCommand } from './start-with-system.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frontdesk-start-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('starting with the system on Linux', () => {
  it('is a file in the folder of autostarts, there exactly while it is on', () => {
    const file = autostartFile({ XDG_CONFIG_HOME: folder }, '/home/mei')
    const start = autostartByFile(file, autostartEntry(['/opt/Frontdesk/frontdesk']))
    expect(start.isOn()).toBe(false)
    start.set(true)
    expect(start.isOn()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('\nExec="/opt/Frontdesk/frontdesk"\n')
    start.set(false)
    start.set(false)
    expect(start.isOn()).toBe(false)
    expect(autostartFile({}, '/home/mei')).toBe('/home/mei/.config/autostart/frontdesk.desktop')
  })

  it('quotes what a folder may be called', () => {
    const entry = autostartEntry(['/home/mei/my "apps"/100% $HOME/y\\z'])
    expect(entry.split('\n')[3]).toBe(String.raw`Exec="/home/mei/my \\"apps\\"/100%% \\$HOME/y\\\\z"`)
  })

  it.each([
    [{ isPackaged: true, appImage: '/home/mei/Frontdesk.AppImage' }, ['/home/mei/Frontdesk.AppImage']],
    [{ isPackaged: true, appImage: undefined }, ['/usr/bin/frontdesk']],
    [{ isPackaged: false, appImage: undefined }, ['/usr/bin/frontdesk', '/src']],
  ])('starts what was started: %j', (made, command) => {
    expect(startCommand({ execPath: '/usr/bin/frontdesk', appPath: '/src', ...made })).toEqual(command)
  })
})

describe('the global shortcut', () => {
  const makeSystem = (taken: readonly string[] = []) => {
    const held = new Set<string>()
    const shortcut = createShortcut(
      {
        register: (keys) => !taken.includes(keys) && Boolean(held.add(keys)),
        unregister: (keys) => void held.delete(keys),
      },
      () => undefined,
    )
    return { held, shortcut }
  }
  it('holds one at a time, and none when it is off', () => {
    const { held, shortcut } = makeSystem()
    shortcut.use('Alt+Shift+F')
    shortcut.use('CommandOrControl+Alt+F')
    expect([[...held], shortcut.isTaken()]).toEqual([['CommandOrControl+Alt+F'], false])
    shortcut.use('')
    expect([[...held], shortcut.isTaken()]).toEqual([[], false])
  })
  it('says when another program has it', () => {
    const { held, shortcut } = makeSystem(['Alt+Shift+F'])
    shortcut.use('Alt+Shift+F')
    expect([[...held], shortcut.isTaken()]).toEqual([[], true])
    shortcut.use('CommandOrControl+Alt+F')
    expect(shortcut.isTaken()).toBe(false)
  })
})
