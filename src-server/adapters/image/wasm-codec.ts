// Starts codecs compiled to WebAssembly. Strangers' files are decoded inside of one: whatever they make of it, they reach nothing
// but its own memory, which is bounded, empty for every picture, and let go with it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What is used of it: only a page's types declare it. */
type Memory = { readonly buffer: ArrayBuffer; grow(pages: number): number }
type Instance = { readonly exports: Readonly<Record<string, unknown>> }
declare const WebAssembly: {
  readonly Memory: new () => Memory
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (compiled: object, imports: object) => Instance
}

const PAGE_BYTES = 65_536
/** A photograph of 50 million pixels, stored progressively, takes half of it. */
const MAX_MEMORY_BYTES = 1_024 * 1_024 * 1_024

/** The installation's fault, not the file's. */
export class NoCodecError extends Error {}

/** What codecs make their results with: a class of pages, of which the fields are enough. */
class PageImageData {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data
    this.width = width
    this.height = height
  }
}

const { resolve } = createRequire(import.meta.url)

/**
 * @param importGlue imports the package's JavaScript
 * @param path of the compiled code, as a package and a path in it
 * @returns what loads both, once. It throws NoCodecError.
 */
export const loadOnce = <Glue>(importGlue: () => Promise<Glue>, path: string) => {
  const load = async (): Promise<{ readonly glue: Glue; readonly compiled: object }> => {
    if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: PageImageData })
    try {
      return { glue: await importGlue(), compiled: new WebAssembly.Module(readFileSync(resolve(path))) }
    } catch (error) {
      throw new NoCodecError(`no ${path}`, { cause: error })
    }
  }
  let loading: ReturnType<typeof load> | undefined
  return async () => (loading ??= load())
}

const boundMemory = (memory: Memory): void => {
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength + pages * PAGE_BYTES > MAX_MEMORY_BYTES)
      throw new RangeError('more memory than a picture takes')
    return grow(pages)
  }
}

/** The JavaScript that Emscripten makes. */
type EmscriptenGlue<Codec> = {
  readonly default: (hooks: {
    readonly print: (line: string) => void
    readonly printErr: (line: string) => void
    instantiateWasm(imports: object, done: (instance: Instance) => void): Instance['exports']
  }) => Promise<Codec>
}

/** @returns what starts a new instance each time; `hear` gets what it would print, and stops it by throwing */
export const emscriptenCodec = <Codec>(importGlue: () => Promise<EmscriptenGlue<Codec>>, path: string) => {
  const load = loadOnce(importGlue, path)
  return async (hear: (line: string) => void = () => undefined): Promise<Codec> => {
    const { glue, compiled } = await load()
    return glue.default({
      print: hear,
      printErr: hear,
      instantiateWasm: (imports, done) => {
        const instance = new WebAssembly.Instance(compiled, imports)
        for (const part of Object.values(instance.exports)) if (part instanceof WebAssembly.Memory) boundMemory(part)
        done(instance)
        return instance.exports
      },
    })
  }
}
