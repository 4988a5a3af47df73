// The oldest runtimes that one build must run on: Electron 33 (Node 20.18, Chromium 130) for the end-to-end tests where the
// official download cannot be reached, and the browsers of visitors, which nobody updates for us.
export const nodeTarget = 'node20.18'
export const pageTarget = 'chrome130'
export const visitorTarget = ['chrome100', 'edge100', 'firefox110', 'safari16']
