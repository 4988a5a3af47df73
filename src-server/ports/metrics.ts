/** Names of everything the server counts, so that a dashboard can be written against one list. */
export type CounterName =
  | 'frames_received_total'
  | 'frames_refused_total'
  | 'entries_committed_total'
  | 'entries_delivered_total'
  | 'dropped_total'
  | 'connections_closed_total'
  | 'connections_refused_total'
  | 'logins_total'
  | 'uploads_total'
  | 'thumbnails_total'
  | 'http_requests_total'
  | 'watchdog_alarms_total'
  | 'slow_queries_total'
  | 'intents_total'
  | 'places_told_total'
  | 'offers_total'
  | 'offers_ended_total'
  | 'agents_set_away_total'
  | 'announcements_told_total'
  | 'pairings_total'
export type GaugeName =
  | 'connections'
  | 'agents_connected'
  | 'queue_length'
  | 'commands_waiting'
  | 'index_lag_entries'
  | 'intent_models'
export type HistogramName =
  | 'commit_seconds'
  | 'commit_batch_size'
  | 'send_to_ack_seconds'
  | 'query_seconds'
  | 'intent_seconds'

/** Labels are few and bounded: a reason, a kind, an outcome; never an id or an address. */
export type Labels = Readonly<Record<string, string>>

export type Metrics = {
  count(name: CounterName, labels?: Labels, by?: number): void
  gauge(name: GaugeName, value: number, labels?: Labels): void
  observe(name: HistogramName, value: number, labels?: Labels): void
}
