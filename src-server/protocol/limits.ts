// Every bound that more than one side must know, in one place, each with its unit and its reason (D9).
// Bounds of one adapter's own inside live here too, so that an operator finds all of them on one page.

const KB = 1024
const MB = 1024 * KB
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

export const limits = {
  // Frames
  /** A full-length message in three-byte characters plus its envelope fits twice over. */
  maxClientFrameBytes: 64 * KB,
  /** Longest list in a client's frame is its files; the decoder refuses a longer claim before allocating it. */
  maxClientArrayLength: 256,
  /** Pieces of one frame: browsers send one, programs a few. */
  maxFragments: 256,
  /** Before `hello` a stranger may only say hello, and a hello is small. */
  maxHelloFrameBytes: 2 * KB,
  /** Replay chunks, snapshots and pages are cut to stay below this. */
  maxServerFrameBytes: 1 * MB,
  /** Inflated size a client accepts for one `packed` frame: ten times the largest frame a server makes. */
  maxUnpackedFrameBytes: 10 * MB,
  /** Below this, deflate saves less than the wrapper and the CPU cost. */
  packFramesFromBytes: 2 * KB,
  /** Bytes waiting for one slow reader before it gets no more, and reads on from the journal later. About 1,500 messages. */
  maxSendBufferBytes: 512 * KB,
  /** A connection that asks and does not read its answers ends here: a snapshot and a few pages fit below. */
  maxUnreadBytes: 2 * MB,
  /** Time from socket open to `hello`: a phone on a bad network needs a few seconds, an attacker wants minutes. */
  helloWithinMs: 10 * SECOND,
  /** Heartbeat period: below the 30-60 s after which home routers and proxies drop idle TCP. */
  heartbeatMs: 25 * SECOND,
  /** Silence after which a socket counts as half-open: two beats and a slow network. */
  silentForMs: 60 * SECOND,
  /** Frames a connection may send per second, averaged, and in one burst: fast typists stay far below. */
  framesPerSecond: 20,
  frameBurst: 100,
  /** Tokens a `resume` takes from that bucket: it costs the journal several reads, any other frame one at most. */
  resumeCost: 10,
  /** Sends waiting for their commit on one connection, and over HTTP for one author. */
  maxSendsInFlight: 64,
  /** History pages, lists and orders (assign, close …) waiting for their answer on one connection. */
  maxRequestsInFlight: 16,
  /** Sockets per address: an office behind one NAT has agents and browsers with many tabs. */
  maxConnectionsPerAddress: 20_000,
  /** Connections of one visitor or agent: tabs share one, and whatever is sent to a person is sent to each of them. */
  maxConnectionsPerIdentity: 100,
  /** Sockets that have not said hello yet, in all: they hold memory without having proved anything. */
  maxUnauthenticatedConnections: 2_000,
  /** Default of --max-conn. */
  maxConnections: 10_000,
  /** Sockets over --max-conn that are being told so at a time; past it the upgrade itself is refused with 503. */
  maxRefusalsAtOnce: 500,
  /** What a full server asks of those it turns away, before jitter: someone has left by then. */
  fullRetryAfterMs: 5 * SECOND,
  /** On a stop, each connection is told another time to come back, spread over 1 ms per connection within these. */
  minStopSpreadMs: 1 * SECOND,
  maxStopSpreadMs: 30 * SECOND,
  /** Time for an orderly close before the socket is cut. */
  closeWithinMs: 2 * SECOND,

  // Messages
  /** UTF-16 units in one message. Longer texts belong in a file. */
  maxMessageLength: 10_000,
  /** Five faces, from bad to good. */
  maxScore: 5,
  /** A word beside the face, not a letter: that is a message. */
  maxRatingCommentLength: 1_000,
  /** Whoever comes back a week later rates what they remember, not what happened. */
  rateWithinMs: 7 * 24 * 60 * 60_000,
  /** The first, and second thoughts; each is an entry for ever. */
  maxRatingsOfAClosing: 5,
  maxFilesPerMessage: 10,
  minCidLength: 8,
  maxCidLength: 64,
  maxTransferNoteLength: 1_000,
  /** Characters of a message shown in the inbox row and kept in the summary. */
  maxPreviewLength: 140,

  // Names and profiles
  maxNameLength: 80,
  maxLoginLength: 80,
  minPasswordLength: 10,
  /** scrypt's cost grows with it; longer passphrases add nothing. */
  maxPasswordLength: 200,
  maxTags: 20,
  maxTagLength: 60,
  maxUrlLength: 2_000,
  maxTitleLength: 200,
  maxUserAgentLength: 400,

  // Files
  maxFileBytes: 25 * MB,
  maxFileNameLength: 200,
  /** Uploads at the same time from one author. */
  maxUploadsInFlight: 4,
  /** Uploads at the same time from everybody: a file handle and 64 KB each. */
  maxUploadsAtOnce: 200,
  /** Images waiting for the one image thread; past it a picture is stored as a plain file. */
  maxImagesWaiting: 64,
  /** An image that takes longer is a plain file: a photograph of 12 million pixels takes 0.3 s. */
  thumbnailWithinMs: 10 * SECOND,
  /** Without work the image thread ends: its decoders keep the memory that the largest picture took. */
  imageThreadIdleMs: 30 * SECOND,
  /** Pixels decoded for a thumbnail: a 20,000 × 20,000 image would need 1.6 GB. */
  maxImagePixels: 50_000_000,
  thumbnailPixels: 480,
  /** Files uploaded but never sent are deleted after this. */
  orphanFileMs: 24 * HOUR,

  // Replay and pages
  /** Entries behind which a cursor is answered by `reset`: replaying more costs more than a snapshot (D4). */
  maxReplayEntries: 2_000,
  replayChunk: 200,
  /** Entries kept for one connection that is still replaying; past it the replay reads on from the journal. */
  maxReplayBuffer: 500,
  /** One replay frame, history page or list page: half the send buffer, so that one answer never makes a slow reader. */
  maxPageBytes: 256 * KB,
  /** Replay reads at the journal at a time, over all connections: after a restart thousands ask at once. */
  maxReplayReadsAtOnce: 64,
  /** A replay asks this often whether the network took what it was given. */
  drainCheckMs: 100,
  /** A reader that is behind and took nothing for this long is dropped; it comes back by its cursor. */
  drainWithinMs: 15 * SECOND,
  maxHistoryPage: 100,
  maxListPage: 100,
  /** Open conversations in an agent's snapshot; more are reached through `list`. */
  maxSnapshotConversations: 500,
  /** Signs of presence in one frame: with the longest pages in the widest script it stays below `maxServerFrameBytes`. */
  maxPeopleInFrame: 60,
  /** Newest conversations in a visitor's snapshot: what a person scrolls back to; more are reached through `list`. */
  visitorSnapshotConversations: 5,
  /** Latest entries in a visitor's snapshot. */
  visitorSnapshotEntries: 50,
  /** Unread counts are counted up to this and shown as "99+". */
  maxUnreadCounted: 100,

  // Conversations
  /** A visitor who writes within this of the close continues the same conversation: a weekend. */
  reopenWithinMs: 72 * HOUR,
  /** What was sent may be edited and recalled for so long, by the server's clock: a slip is noticed at once, and an answer stays an answer. */
  reviseWithinMs: 2 * MINUTE,
  /** Colleagues that one note calls: a team; whoever means everybody announces it. */
  maxMentions: 20,
  /** Of the notes that call somebody, the newest that they are shown: a week or two of them. */
  mentionsShown: 50,
  /** Conversations an agent holds at once unless set otherwise. */
  defaultAgentCapacity: 8,
  /** An agent whose last connection went away still counts as there for this long: a reload, a Wi-Fi change. */
  agentGraceMs: 15 * SECOND,
  /** Period of the watchdog that looks for a waiting visitor beside an idle able agent (D7). */
  watchdogMs: 1 * SECOND,
  maxQueueLength: 10_000,
  /** Conversations that the writer need not read back from the database for the next message: those of everybody connected, at half a KB. */
  maxRememberedConversations: 10_000,
  /** A visitor should have an answer within this until groups set their own target: amber from half of it, red past it. */
  waitingTargetMs: 2 * MINUTE,
  /** What an office may promise itself: nobody answers sooner, and what is later is no conversation. */
  minResponseTargetMs: 5 * SECOND,
  maxResponseTargetMs: 24 * HOUR,
  /** Of one kind in a filter of the inbox: as many chips as anybody reads. */
  maxFilterTerms: 20,
  /** Of one agent, and for all: a list that one still looks through. An address holds twenty tags of four kinds. */
  maxSavedViews: 40,
  maxViewAddressLength: 2_000,
  /** A typing sign without news fades after this. */
  typingFadesMs: 6 * SECOND,
  /** Entries looked through, from the newest, for a colleague's answer that came while somebody wrote theirs. */
  maxEntriesMeanwhile: 500,
  /** The same typing sign is passed on this often at most: often enough not to fade. */
  typingRepeatMs: 2 * SECOND,
  /** Who else has a conversation on the screen is gathered for this long: who only passes by with `j` and `k` is not told of. */
  viewersEveryMs: 300,
  /** Of those who have the same conversation on the screen: more than a header can show. */
  maxViewersTold: 20,
  /** A visitor's next page is shown to agents this often at most, the last one always. */
  pageEveryMs: 1 * SECOND,
  /** A visitor between two pages of a shop has no connection for a moment: agents see them stay. */
  visitorGraceMs: 10 * SECOND,
  /** Assignments on their way to the journal at once: enough to fill an office in one group commit. */
  maxAssignmentsAtOnce: 64,
  /** Wait before the dispatcher tries again after the storage refused. */
  assignRetryMs: 250,
  /** Candidates named in one assignment's reason, best first (D8): an office of 200 is recorded in full. */
  maxReasonCandidates: 200,
  /** Decisions of one conversation explained at once, the newest: one that is passed on more often is a case of its own. */
  maxDecisions: 200,

  // The what-if
  /** Settings changed at once in a what-if: more than anybody keeps in mind. */
  maxWhatIfDrafts: 40,
  /** Visitors of one replayed day: the busiest day the desk is built for. */
  maxWhatIfArrivals: 20_000,
  /** A what-if ends after this, answered or not: less than a browser waits for an answer. */
  whatIfWithinMs: 14 * SECOND,
  /** Before the day, speeds and helpers are learned from this; after it, its conversations come to their end. */
  whatIfLearnFromMs: 24 * HOUR,
  whatIfEndsWithinMs: 12 * HOUR,
  /** Without any sign of theirs for so long an agent counts as gone: longer than the quietest hour of a small shop. */
  whatIfPresenceGapMs: 2 * HOUR,
  /** How long after their last sign an agent still counts as there. */
  whatIfPresenceTailMs: 10 * MINUTE,
  /** Names of time zones; the longest known has 32 letters. */
  maxTimeZoneLength: 64,

  // Trails
  /** Pages of one visitor: what somebody who answers looks back over. */
  maxTrailPages: 30,
  /** Longer than a purchase takes to decide; nobody needs to know where a visitor was last year. */
  trailMemoryMs: 30 * 24 * HOUR,
  /** Forgotten with each step of anybody, so that what is old goes as fast as new comes. */
  trailsForgottenAtOnce: 2,

  // Blocks
  /** In force at a time. More than an office decides in years; each takes 300 bytes of memory. */
  maxBlocks: 10_000,
  blocksPerPage: 100,
  maxBlockReasonLength: 200,
  /** Shorter is no block; longer than a year is "for ever", which says so. */
  minBlockMs: 1 * MINUTE,
  maxBlockMs: 366 * 24 * HOUR,
  /** Without leading: long enough to be rid of somebody, and it ends by itself. */
  maxAgentBlockMs: 30 * 24 * HOUR,
  /** An IPv6 address with an IPv4 one inside, in brackets. */
  maxAddressLength: 64,
  /** Where visitors came from, in memory alone: whoever writes today and is blocked tomorrow, and a full house twice over (3 MB). */
  addressMemoryMs: 24 * HOUR,
  maxRememberedAddresses: 20_000,

  // Announcements
  /** UTF-16 units in one language: a strip of two lines on a phone; both languages stay far below `packFramesFromBytes` in Latin. */
  maxAnnouncementLength: 200,
  /** Whatever ends sooner is gone before it is read. */
  minAnnouncementMs: 1 * MINUTE,
  /** Past two weeks it is no news any more; a timer's longest wait is 24 days. */
  maxAnnouncementMs: 14 * 24 * HOUR,
  /** Each is written to everybody: enough for two corrections in a row, too few to be used for chatting. */
  announcementsPerMinute: 6,
  /** Connections told in one turn of the event loop, half a millisecond of it: chat is heard and answered in between. */
  announcementSlice: 40,
  /** A clock that jumps is noticed so soon where an announcement has to end. */
  announcementCheckMs: 1 * MINUTE,

  // Routing settings
  /** Groups, deleted ones not counted: a head office with a department in every town. */
  maxGroups: 500,
  maxTagRules: 2_000,
  /** A rule's own agents, best named by a group when there are more. */
  maxAgentsPerRule: 200,
  /** Upper ranks are for the few: one digit is enough to tell them apart. */
  maxRulePriority: 9,
  maxIntents: 200,
  /** Below this a sentence is an example of itself only; above, more of the same teach nothing. */
  minIntentExamples: 3,
  maxIntentExamples: 50,
  /** UTF-16 units of one example: 50 of them fit a JSON body, and a model reads no further. */
  maxExampleLength: 500,
  maxAgentLanguages: 20,
  /** 1 is normal; 0 is a share of nothing: only by hand. */
  maxAgentWeight: 10,
  /** An offer must be readable before it passes on, and must not hold a visitor for long. */
  minOfferMs: 5 * SECOND,
  maxOfferMs: 10 * MINUTE,
  defaultOfferMs: 20 * SECOND,
  /** Offers in a row that an agent lets pass before they are set away: one passes at the printer, the next finds nobody there. */
  maxOffersMissed: 2,
  /** A colleague who is asked has time to look up, read the note and answer. */
  transferOfferMs: 60 * SECOND,
  /** Questions of colleagues open to one agent: more would bury the work of whoever is asked. */
  maxQuestionsPerAgent: 20,
  /** Why not, said to a colleague: a sentence. */
  maxDeclineReasonLength: 200,
  /** A reply cannot be asked for faster than somebody can read and type. */
  minReplyWithinMs: 30 * SECOND,
  maxReplyWithinMs: 24 * HOUR,
  maxOverflowAfterMs: 24 * HOUR,
  /** Silence before the warning, and between warning and close: short of this it would interrupt a slow typist. */
  minAutoCloseMs: 1 * MINUTE,
  maxAutoCloseMs: 30 * 24 * HOUR,
  /** Opening times of one day: morning, afternoon, evening and one to spare. */
  maxSpansPerDay: 6,
  /** Holidays and half days written down: some years ahead. */
  maxHoursExceptions: 400,
  /** First messages are gathered for this long at most before an intent decides: "hello" alone says nothing. */
  defaultIntentWaitMs: 4 * SECOND,
  maxIntentWaitMs: 30 * SECOND,
  /** Tokens of a text that a model reads, about as many words: what somebody wants stands in their first sentences. */
  maxIntentTokens: 128,
  /** Texts waiting for the one intent thread; past it the verdict is unknown, as if nobody had looked. */
  maxIntentsWaiting: 100,
  /** A verdict that takes longer is unknown: even a full line of long texts takes less, one sentence takes 3 ms. */
  intentWithinMs: 5 * SECOND,
  /** After a start: its rush is over, and the first who return find their agents without it. */
  intentFirstLessonMs: 600,
  /** After a change, so that several saved together are learned together. */
  intentTeachAfterMs: 300,
  /** After a storage that did not answer. */
  intentTeachRetryMs: 5 * SECOND,
  /** Learning that takes longer hangs: the most intents with the most examples take half of it. */
  intentTrainingWithinMs: 2 * MINUTE,
  /** To end by itself, which takes one run of a model, milliseconds; past it the thread hangs and is ended by force. */
  intentStopWithinMs: 5 * SECOND,
  /** UTF-16 units of the first messages together that are read for an intent: what is wanted stands in the first sentences. */
  maxIntentTextLength: 2_000,
  /** Examples that the intents of one script learn from; past it each gives its first ones. Learning grows with their cube: about 14 s of one core. */
  maxIntentSamples: 2_000,
  /** Intents named beside the best one: whoever reads why wants the next two or three. */
  maxIntentRunnersUp: 3,
  /** First messages that count together: whoever has written more is understood or is not. */
  maxIntentMessages: 5,
  /** Whatever was asked about an arrival, it waits for everyone after this: longer than `intentWithinMs`. */
  placeWithinMs: 10 * SECOND,
  /** A vanished agent's conversations stay theirs this long: a restart, a train in a tunnel. */
  defaultGraceMs: 1 * MINUTE,
  maxGraceMs: 1 * HOUR,
  /** A visitor who returns within this goes to who helped them last. */
  defaultReturningWithinMs: 30 * 24 * HOUR,
  maxReturningWithinMs: 365 * 24 * HOUR,
  /** What a refusal names of the things that clash: enough to go and look. */
  maxFaultNames: 20,
  /** Saves waiting for the one before: people save by hand, a script that imports waits for each answer. */
  maxSettingsWaiting: 100,

  // Quick replies
  /** UTF-16 units: two screens of text. What is longer is a file. */
  maxReplyLength: 4_000,
  /** Short enough to be typed. */
  maxReplyShortcutLength: 30,
  maxReplyFolderLength: 60,
  /** Shared by all: what the largest offices bring from elsewhere. */
  maxSharedReplies: 10_000,
  maxOwnReplies: 1_000,
  /** Shared and own together: the server keeps them at hand, about half a KB each. */
  maxRepliesInAll: 30_000,
  /** UTF-16 units of all their texts together: 30 MB at most. */
  maxReplyTextInAll: 15_000_000,
  /** One answer of their list: a millisecond of the server's, and no heavier than `maxPageBytes`. */
  repliesPerPage: 500,
  /** One request of an import, within `maxJsonBodyBytes`. */
  maxRepliesPerImport: 200,
  /** Deletions remembered for those who come back with an old cursor; past it they get everything anew. */
  maxGoneReplies: 20_000,

  // Dynamic weights (docs/adr/0011)
  /** One decision in this many goes to who waited longest for work: nobody is starved, and every estimate stays fresh. */
  fairTurnEvery: 5,
  /** Times faster or slower than the group's median that count at most: no estimate is trusted further. */
  maxSpeedRatio: 4,
  /** What a reply says of its author weighs half after this: a working day. */
  replyHalfLifeMs: 8 * HOUR,
  /** Replies at the group's median that everybody is credited with: a new agent's first few decide nothing yet. */
  creditedReplies: 5,
  /** Newest entries that reply times are counted from again after a start, and how long after it: its rush is over then. */
  maxRecalledEntries: 100_000,
  recallAfterMs: 1 * SECOND,
  /** At a time: about a millisecond of the gateway's. */
  recallChunk: 500,
  /** Conversations at once slow a reply by their number to this power: between no cost (0) and one after another (1). */
  replyLoadExponent: 0.5,
  /** A reply cannot be read and typed faster, and a slower one says nothing more: a lunch is not a slow reply. */
  shortestReplyMs: 1 * SECOND,
  longestReplyMs: 1 * HOUR,
  /** The next opening is looked for this far ahead: a summer house opens once a year. */
  hoursHorizonMs: 400 * 24 * HOUR,
  /** Half-life of what a group's queue has shown of its pace. In simulated days a fifth of it was less often right. */
  paceHalfLifeMs: 30 * MINUTE,
  /** Variance of a queue's steps in multiples of pure chance's: agents come and go. Chosen in simulated days. */
  paceVariance: 5,
  /** Departures, decayed, below which a group's pace is unknown. */
  minPaceDepartures: 4,
  /** Changes of places in the queue are gathered for this long: who is served at once hears of no queue, and a burst is told once. */
  placeEveryMs: 1 * SECOND,
  /** The next few hear of every step; for the others it is a number, told this often at most. */
  placesToldAtOnce: 3,
  placeRepeatMs: 15 * SECOND,
  /** Another estimate alone is no news that somebody should be read aloud more often. */
  waitRepeatMs: 1 * MINUTE,
  /** A longer wait is not known well enough to be promised. */
  maxWaitToldMs: 3 * HOUR,
  /** Who was served sooner did not wait for anybody: it says nothing about the pace of a queue. */
  paceFromWaitMs: 1 * SECOND,

  // Search
  /** UTF-16 units of what is searched for: a sentence somebody remembers. */
  maxSearchLength: 200,
  /** Words of it that count: more narrow nothing down. */
  maxSearchWords: 10,
  maxSearchPage: 50,
  /** Visitors found by their name, beside the messages. */
  maxPeopleFound: 5,
  /** UTF-16 units shown of a message that was found, and of them before the first mark. */
  maxSnippetLength: 160,
  snippetLead: 40,
  /** A search looks back for this long before whoever else reads gets their turn. */
  searchSliceMs: 8,
  /** Turns for one answer; what was not reached by then is asked for with the next page. */
  maxSearchSlices: 12,
  /** Searches of one agent under way: who types on gives up the ones before. */
  maxSearchesPerAgent: 4,
  /** Searches waiting for their turn, of everybody: about a second. */
  maxSearchesWaiting: 50,

  // Client
  /** No acknowledgement within this: the same message goes over HTTP as well (D5). */
  ackWithinMs: 2 * SECOND,
  /** Retries of one message before it shows as failed with a retry button. */
  maxSendTries: 8,
  maxOutboxMessages: 200,
  reconnectFirstMs: 500,
  reconnectMaxMs: 30 * SECOND,
  /** Live for this long: the next loss starts its back-off from the beginning again. */
  stableAfterMs: 20 * SECOND,
  /** The longest `retryAfterMs` a client believes: a typo in a proxy must not silence an office for a day. */
  maxRetryAfterMs: 5 * MINUTE,
  /** After a network change a live connection must be heard within this, or counts as half-open. */
  probeWithinMs: 5 * SECOND,
  /** No reply to a request: a slow query is answered long before. */
  requestTimeoutMs: 10 * SECOND,
  /** History and list requests a client has under way for its own repairs; keeps it far below the frame burst. */
  maxRepairsInFlight: 4,
  /** Receipts are gathered for this long and sent at most `receiptsPerFlush` at a time: below `framesPerSecond`. */
  receiptFlushMs: 250,
  receiptsPerFlush: 3,
  /** Entries loaded when a conversation is opened, and by each step back. */
  historyPage: 50,
  /** Entries kept around a message that was jumped to, wherever one scrolls from there: some twenty screens. */
  windowEntriesKept: 1_000,
  /** Newest entries kept of a conversation that nobody opened on this screen. */
  unopenedEntriesKept: 50,
  /** Conversations whose entries stay loaded after a screen showed them. */
  openedConversationsKept: 20,
  /** Closed conversations a client keeps, the least recently touched leave first; an office closes thousands a day. */
  closedConversationsKept: 500,

  // Storage
  /** Wait after the first command of a batch: measured best trade of latency against fsyncs per second. */
  groupCommitMs: 1,
  maxBatchCommands: 512,
  /** Commands waiting for the storage thread; past it senders get `storage_busy`, retryable. */
  maxCommandsWaiting: 20_000,
  /** Questions waiting for the reading thread: about two seconds of its work; past it askers get `storage_busy`. */
  maxReadsWaiting: 20_000,
  slowQueryMs: 40,
  checkpointEveryMs: 2 * SECOND,
  /** Free disk below which new messages are refused while reads go on. */
  minFreeDiskBytes: 64 * MB,
  /** Free disk below which uploads are refused: whoever fills the disk with files must not silence the desk. */
  minFreeDiskForFilesBytes: 512 * MB,

  // HTTP and accounts
  /** Sockets beyond --max-conn, for pages, requests and long polls: browsers keep six each for a few seconds. */
  spareHttpSockets: 4_000,
  /** Idle connections live longer than any proxy keeps its own, else the proxy writes into one that just closed. */
  keepAliveMs: 75 * SECOND,
  /** The headers of a request: who sends them letter by letter holds a socket and says nothing. */
  headersWithinMs: 15 * SECOND,
  /** A whole request, upload included: 25 MB over a slow telephone line. */
  requestWithinMs: 5 * MINUTE,
  /** Requests under way get this long when the server stops. */
  httpDrainWithinMs: 3 * SECOND,
  /** While it stops, connections whose request has ended are looked for this often. */
  httpSweepMs: 50,
  maxJsonBodyBytes: 128 * KB,
  /** Long poll and keep-alive stay below the usual proxies' 60 s. */
  maxLongPollMs: 25 * SECOND,
  /** Long polls of one visitor or agent at once: a program needs one, a restarting one has two. */
  maxLongPollsPerAuthor: 4,
  /** Long polls at once, each a closure and a socket; more integrators than this should use the WebSocket. */
  maxLongPolls: 1_000,
  /** Wrong passwords for one account from one address before that pair waits. */
  loginTriesPerAccountAndAddress: 5,
  /** Wrong passwords for one account from anywhere: slows a distributed guesser, far above any forgetful person. */
  loginTriesPerAccount: 50,
  /** Wrong passwords from one address over all accounts: an office of 500 behind one NAT mistypes less. */
  loginTriesPerAddress: 200,
  loginWindowMs: 15 * MINUTE,
  /** scrypt runs at a time: each takes 32 MB and a core for ~80 ms. */
  maxPasswordHashesAtOnce: 2,
  /** An office of 250 that starts at nine waits 10 s at most; nobody is sent away. */
  maxPasswordHashesWaiting: 250,
  /** Accounts and addresses remembered by one throttle: some 10 MB. Under a flood the oldest are forgotten first. */
  maxThrottleKeys: 100_000,
  /** New visitor identities per address and minute: a school or a mall behind one NAT still fits. */
  visitorsPerAddressPerMinute: 600,
  sessionIdleMs: 30 * 24 * HOUR,
  maxSessionsPerAgent: 50,
  maxAgents: 2_000,

  // The checkup of a machine: `frontdesk doctor`
  /** Delivery after fsync that 99 of 100 messages must keep to: what a person still takes for "at once". */
  doctorDeliveryMs: 100,
  /** The self-load, from the first file to the last connection closed. */
  doctorLoadMs: 20 * SECOND,
  maxDoctorLoadMs: 2 * MINUTE,
  /** Of it, making the office that the crowd comes to. */
  doctorPrepareMs: 4 * SECOND,
  /** A visitor in a conversation writes this often, which is more than people do. */
  doctorWriteEveryMs: 10 * SECOND,
  /** As in a full office of 500 agents and 9,500 visitors. */
  doctorVisitorsPerAgent: 19,
  doctorFirstVisitors: 500,
  /** A smaller difference is no news to anybody. */
  doctorFewestVisitors: 50,
  /** With their agents 20,000 connections, `maxConnectionsPerAddress`. */
  doctorMaxVisitors: 19_000,
  /** The answer is looked for no closer than this: two runs differ by as much. */
  doctorLoadPrecision: 0.15,
  /** One step is measured for this long, so that a checkpoint falls into it (`checkpointEveryMs`), after a warm-up of the same traffic;
   *  what is still on its way then is waited for. */
  doctorStepMs: 2_200,
  doctorWarmUpMs: 300,
  doctorSettleMs: 1 * SECOND,
  /** Connections being opened at the same time: below `maxUnauthenticatedConnections`. */
  doctorOpeningAtOnce: 200,
  /** Fewer than this at a time are an office of two or three: worth a warning. */
  doctorFewVisitors: 500,
  /** Files of the server itself: database, logs, workers, uploads under way. */
  doctorOwnFiles: 256,
  /** The default of many systems; it holds a small desk and no more. */
  doctorFewFiles: 1_024,
  /** Writes of one page with fsync; on a slow disk as many as fit into the time. */
  doctorFsyncWrites: 200,
  doctorFsyncMs: 3 * SECOND,
  /** A message waits for one commit and may wait for the one before: past a quarter of `doctorDeliveryMs` nothing is spare. */
  doctorSlowFsyncMs: 25,
  /** Past this no message can keep to `doctorDeliveryMs`. */
  doctorTooSlowFsyncMs: 100,
  /** No disk is as quick: the write has not reached one. */
  doctorUnbelievableFsyncMs: 0.01,
  /** About a million messages and two thousand photographs. */
  doctorLittleDiskBytes: 5 * 1024 * MB,
  /** The server with 10,000 connections takes 260 MB, the models of intents 200 MB. */
  doctorLittleMemoryBytes: 512 * MB,
  doctorTooLittleMemoryBytes: 128 * MB,
  /** The clock is held against the monotonic one for this long, while the other checks run. */
  doctorClockMs: 1 * SECOND,
  /** Time servers slew by less than a thousandth; what moves further was set. */
  doctorClockStepMs: 50,
  /** Against the data folder and what was written there last. */
  doctorClockOffMs: 1 * MINUTE,
  /** January 2026: this was written later. */
  doctorEarliestMs: 1_767_225_600_000,
  /** Whatever listens on the desk's port answers on the same machine at once. */
  doctorPortWithinMs: 2 * SECOND,
  /** Left by a checkup that was killed together with its server: no checkup takes as long. */
  doctorScratchIsOldMs: 10 * MINUTE,
  /** For the self-load's server to end by itself. */
  doctorStopWithinMs: 3 * SECOND,

  // The page *Now*
  /** The page asks again so long after an answer; with the answer's age and the way there it is never a second old. */
  nowEveryMs: 0.7 * SECOND,
  /** One answer for all who ask within this: however many look, the desk is walked five times a second at most. */
  nowKeptMs: 0.2 * SECOND,
  /** An hour by the minute: enough for a line of a hundred pixels. */
  nowSampleEveryMs: 1 * MINUTE,
  nowSamples: 60,
  /** Files grow slowly. */
  nowSizeEveryMs: 5 * SECOND,
  /** Long enough that a quiet shop has a figure, short enough that it is of this shift. */
  nowFirstResponseWindowMs: 1 * HOUR,
  nowMostFirstResponses: 2_000,
  nowAcknowledgedWindowMs: 5 * MINUTE,
  nowMostAcknowledged: 5_000,

  // Joining by a code
  /** Long enough to walk to the next desk, short enough that nobody forgets it there. */
  pairingCodeMs: 2 * MINUTE,
  /** A joiner who was cut off begins anew; each costs the host some milliseconds. */
  pairingStartsPerCode: 5,
  /** Each code is worth one guess in a million: a day of nothing else would be 1,440 of them. */
  pairingCodesPerWindow: 10,
  pairingWindowMs: 10 * MINUTE,
} as const
