// The people of every test. Passwords are made up here and die with the test's folder.
import type { Person } from './desk-page.ts'

export const mei: Person = { name: '韩梅梅', login: 'mei', password: 'a quiet tea house' }
export const amy: Person = { name: 'Amy Winter', login: 'amy', password: 'rain on the river' }
export const lei: Person = { name: '李雷', login: 'lei', password: 'a kettle that sings' }
export const noor: Person = { name: 'Noor de Vries', login: 'noor', password: 'nine cups of oolong' }
