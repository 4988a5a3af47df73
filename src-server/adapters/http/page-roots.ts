/** Folders of built pages; a folder that was not built answers 404. */
export type PageRoots = {
  /** The desk: out/renderer. */
  readonly renderer: string
  /** The widget and the pages that show it: out/widget. */
  readonly widget: string
  /** Whether the demo shop is served. */
  readonly demo: boolean
}
