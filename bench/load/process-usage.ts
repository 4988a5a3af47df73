// What a process has used, read from outside through /proc: nothing of the measuring is in the measured process.
import { readFileSync } from 'node:fs'

/** Linux counts processor time in ticks of 10 ms (sysconf(_SC_CLK_TCK) is 100 on every common build). */
const MS_PER_TICK = 10
const KB_PER_MB = 1024

/** Processor time used so far, user and system together, of all its threads. */
export const processorMs = (pid: number): number => {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  // Fields 14 and 15 of proc(5), counted from 1; the split dropped the first two.
  return (Number(afterName[11]) + Number(afterName[12])) * MS_PER_TICK
}

export const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / KB_PER_MB
