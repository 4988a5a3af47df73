// What each metric means: the one list that a dashboard is written against.
import type { CounterName, GaugeName, HistogramName } from '../../ports/metrics.ts'

export const counterHelp: Readonly<Record<CounterName, string>> = {
  frames_received_total: 'Frames received from clients.',
  frames_refused_total: 'Frames refused, by error code.',
  entries_committed_total: 'Journal entries that became durable, by kind.',
  entries_delivered_total: 'Journal entries sent to connections.',
  dropped_total: 'Everything dropped because a bound was hit, by reason.',
  connections_closed_total: 'Connections closed by the server, by reason.',
  connections_refused_total: 'Connections refused before they began, by reason.',
  logins_total: 'Logins tried, by outcome.',
  uploads_total: 'Uploads, by outcome.',
  thumbnails_total: 'Images looked at for a thumbnail, by outcome.',
  http_requests_total: 'HTTP requests, by method and status class.',
  watchdog_alarms_total:
    'Moments in which a visitor waited beside an idle able agent, or memory and journal disagreed.',
  slow_queries_total: 'Queries slower than the limit, by query.',
  intents_total: 'Questions what a visitor wants, by outcome.',
  places_told_total: 'Places in the queue told to waiting visitors, by state.',
  offers_total: 'Conversations offered to agents, by who asks: the router or a colleague.',
  offers_ended_total: 'Offers that ended, by how.',
  agents_set_away_total: 'Agents set away because they let offers pass.',
  pairings_total: 'Codes by which a computer may join, by what became of them.',
  announcements_told_total: 'Connections that an announcement, or its end, was told.',
}

export const gaugeHelp: Readonly<Record<GaugeName, string>> = {
  connections: 'Open WebSocket connections.',
  agents_connected: 'Agents with at least one connection.',
  queue_length: 'Conversations waiting for an agent.',
  commands_waiting: 'Commands waiting for the storage thread.',
  index_lag_entries: 'Journal entries that the full-text index has not reached yet.',
  intent_models: 'Models that read what visitors write; with none, character n-grams stand in.',
}

type HistogramRow = { readonly help: string; readonly buckets: readonly number[] }

const seconds = [0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5] as const

export const histogramTable: Readonly<Record<HistogramName, HistogramRow>> = {
  commit_seconds: { help: 'From a command reaching the journal to its group being durable.', buckets: seconds },
  commit_batch_size: { help: 'Commands in one durable group.', buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512] },
  send_to_ack_seconds: { help: 'From a message arriving to its acknowledgement leaving.', buckets: seconds },
  intent_seconds: { help: 'From the question what a visitor wants to its answer.', buckets: seconds },
  query_seconds: { help: 'Time of one read, by query.', buckets: seconds },
}
