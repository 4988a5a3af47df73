// Browser and system out of a user agent, as a person would say them. For the eye only: nothing may depend on it.

const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\/([\d.]+)/, 'WeChat'],
  [/DingTalk\/([\d.]+)/, 'DingTalk'],
  [/Electron\/([\d.]+)/, 'Frontdesk'],
  [/(?:Edg|EdgA|EdgiOS)\/(\d+)/, 'Edge'],
  [/OPR\/(\d+)/, 'Opera'],
  [/QQBrowser\/(\d+)/, 'QQ Browser'],
  [/UCBrowser\/(\d+)/, 'UC Browser'],
  [/SamsungBrowser\/(\d+)/, 'Samsung Internet'],
  [/(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/Version\/(\d+)[\d.]* .*Safari/, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux|X11/, 'Linux'],
]

export type Device = 'phone' | 'tablet' | 'computer' | 'unknown'

/** iPads call themselves Macs, and are taken for one. */
const devices: readonly (readonly [RegExp, Device])[] = [
  [/iPad|Tablet|Android(?!.*Mobile)/, 'tablet'],
  [/iPhone|Mobile/, 'phone'],
  [/Windows|Macintosh|CrOS|Linux|X11/, 'computer'],
]

export type UserAgentParts = {
  /** "Chrome 130", "WeChat"; empty when unknown. */
  readonly browser: string
  readonly system: string
  readonly device: Device
}

export function readUserAgent(userAgent: string): UserAgentParts {
  const system = systems.find(([shape]) => shape.test(userAgent))?.[1] ?? ''
  const device = devices.find(([shape]) => shape.test(userAgent))?.[1] ?? 'unknown'
  for (const [shape, name] of browsers) {
    const version = shape.exec(userAgent)?.[1]
    if (version !== undefined) return { browser: `${name} ${version.split('.')[0] ?? ''}`.trim(), system, device }
  }
  return { browser: '', system, device }
}

/** One line for the list of sessions. */
export function clientName(userAgent: string): string {
  const { browser, system } = readUserAgent(userAgent)
  return [browser, system].filter((part) => part !== '').join(' · ')
}
