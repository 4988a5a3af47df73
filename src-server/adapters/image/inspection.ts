// What the image thread is asked and answers. Plain data: it crosses a thread.

export type InspectionRequest = {
  readonly id: number
  readonly path: string
  /** Where the thumbnail goes when there is one. */
  readonly thumbPath: string
}

/** `outcome` is for the metric: what the file was taken for, and why not for an image. */
export type Inspection = {
  readonly id: number
  readonly mime: string
  /** Pixels as shown, after EXIF orientation; 0 when it is no image with a thumbnail. */
  readonly width: number
  readonly height: number
  readonly outcome: 'plain' | 'thumbnail' | 'too_many_pixels' | 'broken_image' | 'no_decoder'
}

/** What nothing is known of: saved, never shown. */
export const UNKNOWN_MIME = 'application/octet-stream'
