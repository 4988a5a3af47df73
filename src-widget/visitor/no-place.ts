// A visitor's conversations have no group: the build of the widget puts this in the place of the client library's part for agents.
import type { foldPlace } from '#client/fold-place.ts'

const stand: typeof foldPlace = (summary) => summary

export { stand as foldPlace }
