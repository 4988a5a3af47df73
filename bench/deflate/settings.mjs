// What is compared. `deflate` is what `ws` is given as `perMessageDeflate`; its defaults are the RFC's: windows of 32 KB that are kept.

const sparing = { zlibDeflateOptions: { windowBits: 10, memLevel: 1 }, zlibInflateOptions: { windowBits: 10 } }
const forgetful = { serverNoContextTakeover: true, clientNoContextTakeover: true }

/**
 * @typedef {object} DeflateSetting
 * @property {'text' | 'frames' | 'packed'} frames
 * @property {string} compression
 * @property {import('ws').PerMessageDeflateOptions | boolean} deflate
 */

/** @type {readonly DeflateSetting[]} */
export const settings = [
  { frames: 'text', compression: 'none', deflate: false },
  { frames: 'text', compression: 'defaults', deflate: { threshold: 0 } },
  { frames: 'text', compression: 'nothing kept', deflate: { threshold: 0, ...forgetful } },
  {
    frames: 'text',
    compression: 'windows of 1 KB',
    deflate: { threshold: 0, serverMaxWindowBits: 10, clientMaxWindowBits: 10, ...sparing },
  },
  { frames: 'text', compression: 'from 2 KB on, nothing kept', deflate: { threshold: 2048, ...forgetful } },
  { frames: 'frames', compression: 'none', deflate: false },
  { frames: 'frames', compression: 'defaults', deflate: { threshold: 0 } },
  { frames: 'frames', compression: 'nothing kept', deflate: { threshold: 0, ...forgetful } },
  { frames: 'frames', compression: 'from 2 KB on, nothing kept', deflate: { threshold: 2048, ...forgetful } },
  { frames: 'packed', compression: 'packed once for all', deflate: false },
]
