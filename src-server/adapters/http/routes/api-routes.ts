// Every route of /api/v1 and of operations, in the order of the OpenAPI document.
import type { HttpApp } from '../http-app.ts'
import type { HttpParts } from '../http-parts.ts'
import { addAgentRoutes } from './agent-routes.ts'
import { addAnnouncementRoutes } from './announcement-routes.ts'
import { addBlockRoutes } from './block-routes.ts'
import { addConversationRoutes } from './conversation-routes.ts'
import { addDecisionRoutes } from './decision-routes.ts'
import { addDeskSettingRoutes } from './desk-setting-routes.ts'
import { addDeskRoutes } from './desk-routes.ts'
import { addFeedRoute } from './feed-route.ts'
import { addFileRoutes } from './file-routes.ts'
import { addMentionRoute } from './mention-route.ts'
import { addMessageRoutes } from './message-routes.ts'
import { addNowRoute } from './now-route.ts'
import { addOperationRoutes } from './operation-routes.ts'
import { addPairingRoutes } from './pairing-routes.ts'
import { addPlaceRoute } from './place-route.ts'
import { addRatingRoute } from './rating-route.ts'
import { addReplyRoutes } from './reply-routes.ts'
import { addRoutingRoutes } from './routing-routes.ts'
import { addSearchRoute } from './search-route.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addTrailRoute } from './trail-route.ts'
import { addWhatIfRoutes } from './what-if-routes.ts'

export const addApiRoutes = (app: HttpApp, parts: HttpParts): void => {
  addDeskRoutes(app, parts)
  addPairingRoutes(app, parts)
  addSessionRoutes(app, parts)
  addAgentRoutes(app, parts)
  addRoutingRoutes(app, parts)
  addReplyRoutes(app, parts)
  addAnnouncementRoutes(app, parts)
  addBlockRoutes(app, parts)
  addTrailRoute(app, parts)
  addDeskSettingRoutes(app, parts)
  addWhatIfRoutes(app, parts)
  addConversationRoutes(app, parts)
  addDecisionRoutes(app, parts)
  addSearchRoute(app, parts)
  addFeedRoute(app, parts)
  addMessageRoutes(app, parts)
  addMentionRoute(app, parts)
  addPlaceRoute(app, parts)
  addRatingRoute(app, parts)
  addFileRoutes(app, parts)
  addNowRoute(app, parts)
  addOperationRoutes(app, parts)
}
