// The four requests that every kind of setting answers: list, add, change, delete. Versions travel in If-Match.
import { Type, type Static, type TSchema } from 'typebox'
import { IdParams } from '../../../protocol/http-schemas.ts'
import { sendAnswer } from '../coded-reply.ts'
import type { SettingCollection } from '../http-services.ts'
import { agentOf, type HttpApp } from '../http-app.ts'

export const reading = { access: 'settings.read', audience: 'desk' } as const
export const changing = { access: 'settings.change', audience: 'desk' } as const

export const IfMatch = Type.Object({ 'if-match': Type.Optional(Type.String({ maxLength: 64 })) })
/** Quoted, as the standard has it, or bare. */
export const versionIn = (headers: Static<typeof IfMatch>): string | undefined =>
  headers['if-match']?.replaceAll('"', '')

type CollectionRoutes<Item extends { readonly id: number }, Wish> = {
  readonly url: string
  /** Of one, for the OpenAPI document: "a group". */
  readonly what: string
  /** The list's name in its answer. */
  readonly name: string
  readonly row: TSchema
  readonly wish: TSchema
  readonly collection: SettingCollection<Item, Wish>
}

export const addCollectionRoutes = <Item extends { readonly id: number }, Wish>(
  app: HttpApp,
  { url, what, name, row, wish, collection }: CollectionRoutes<Item, Wish>,
): void => {
  app.get(
    url,
    {
      schema: { summary: `Every one: ${what}`, response: { 200: Type.Object({ [name]: Type.Array(row) }) } },
      config: reading,
    },
    async () => ({ [name]: [...(await collection.list())] }),
  )
  app.post(
    url,
    { schema: { summary: `Add ${what}`, body: wish, response: { 201: row } }, config: changing },
    async (request, reply) =>
      // The schema of the route is the wish's own.
      sendAnswer(reply, await collection.add(agentOf(request), request.body as Wish), 201),
  )
  app.put(
    `${url}/:id`,
    {
      schema: {
        summary: `Change ${what}`,
        description: 'If-Match names the version that was read.',
        params: IdParams,
        headers: IfMatch,
        body: wish,
        response: { 200: row },
      },
      config: changing,
    },
    async (request, reply) => {
      const { id } = request.params
      const version = versionIn(request.headers)
      return sendAnswer(reply, await collection.change(agentOf(request), id, version, request.body as Wish))
    },
  )
  app.delete(
    `${url}/:id`,
    { schema: { summary: `Delete ${what}`, params: IdParams, headers: IfMatch }, config: changing },
    async (request, reply) =>
      sendAnswer(reply, await collection.remove(agentOf(request), request.params.id, versionIn(request.headers))),
  )
}
