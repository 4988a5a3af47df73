// Frames that a client sends. Types come from the schemas (types only, so that no client carries a validator).
import type { Static } from 'typebox'
import type { clientFrameSchemas } from './client-frame-schemas.ts'

type Schemas = typeof clientFrameSchemas
export type ClientFrameType = keyof Schemas
export type ClientFrameOf<Type extends ClientFrameType> = { readonly type: Type } & Static<Schemas[Type]>
export type ClientFrame = { [Type in ClientFrameType]: ClientFrameOf<Type> }[ClientFrameType]
