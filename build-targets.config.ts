// The oldest runtimes that one build must run on: Electron 33 (Node 20.18, Chromium 130) for the end-to-end tests where the
// official download cannot be reached, and the browsers of visitors, which nobody updates for us.
export const nodeTarget = 'node20.18'
export const pageTarget = 'chrome130'
/** Browsers of 2023, which have what the widget needs: oklch() and String.isWellFormed. */
export const visitorTarget = ['chrome111', 'edge111', 'firefox119', 'safari16.4']
