// What a bare Electron executable does: `electron [-r module] <folder or file> [arguments]` and `electron --version`.
// Written for the fallback runtime, which comes without Electron's own; packed into its resources/default_app.asar.
import { existsSync, readFileSync } from 'node:fs'
import Module, { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const { target, preloads, wantsVersion } = readArguments(process.argv.slice(1))
if (wantsVersion) {
  process.stdout.write(`v${process.versions.electron}\n`)
  process.exit(0)
}
if (target === undefined) {
  process.stderr.write('usage: electron [-r module] <folder or file>\n')
  process.exit(2)
}

if (preloads.length > 0) Module._preloadModules(preloads)
// As Electron itself does, so that the app can tell a development start.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true })
// Awaited at the top level: it holds back 'ready' until the app has had its say.
await import(pathToFileURL(adoptApp(resolve(target))).href)

/** Makes Electron believe it is the app in this folder; returns the app's entry. */
function adoptApp(path) {
  const manifest = join(path, 'package.json')
  if (!existsSync(manifest)) {
    app.setAppPath(dirname(path))
    return path
  }
  const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'))
  if (version) app.setVersion(version)
  app.name = productName ?? name ?? app.name
  if (process.platform === 'linux') app.setDesktopName(desktopName ?? `${app.name}.desktop`)
  app.setAppPath(path)
  return createRequire(manifest).resolve(path)
}

function readArguments(args) {
  const preloads = []
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]
    if (arg === '-r' || arg === '--require') preloads.push(args[++i])
    else if (arg === '-v' || arg === '--version') return { preloads, wantsVersion: true }
    else if (!arg.startsWith('-')) return { preloads, target: arg }
  }
  return { preloads }
}
