// What a checkup in a process of its own and the desktop app that started it say to each other. The app starts the self-load's
// server too: a utility process cannot start one.
import type { DoctorCheck, DoctorProgress, DoctorReport } from '../../protocol/doctor-report.ts'
import type { BilingualText } from '../start/bilingual-text.ts'
import type { FromLoadOffice } from './self-load/office-messages.ts'

export type FromDoctor =
  | { readonly type: 'checked'; readonly check: DoctorCheck }
  | { readonly type: 'progress'; readonly progress: DoctorProgress }
  /** The last words of both; the process ends after them. */
  | { readonly type: 'report'; readonly report: DoctorReport }
  | { readonly type: 'failed'; readonly text: BilingualText }
  | { readonly type: 'open-office'; readonly args: readonly string[] }
  | { readonly type: 'close-office' }

export type ToDoctor =
  | { readonly type: 'stop' }
  | { readonly type: 'office-said'; readonly message: FromLoadOffice }
  | { readonly type: 'office-gone' }
