import { readdir, readFile } from 'node:fs/promises'

const TICKS_PER_SECOND = 100
const BYTES_PER_KILOBYTE = 1024

interface Stat {
  parent: number
  command: string
  cpuMs: number
}

async function statOf(pid: number | string): Promise<Stat | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  const end = text.lastIndexOf(')')
  const rest = text.slice(end + 2).split(' ')
  return {
    parent: Number(rest[1]),
    command: text.slice(text.indexOf('(') + 1, end),
    cpuMs: ((Number(rest[11]) + Number(rest[12])) * 1000) / TICKS_PER_SECOND,
  }
}

/** Processor time of a server and of the PostgreSQL of a data folder, so far; null where there is no /proc. */
export async function cpuMs(server: number, postmaster: number): Promise<number | null> {
  const own = await statOf(server)
  if (!own) return null
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name))
  const children = (await Promise.all(pids.map(statOf))).filter(stat => stat?.parent === postmaster)
  return children.reduce((sum, stat) => sum + (stat?.cpuMs ?? 0), own.cpuMs)
}

/** The process that the one with this number works for; null where there is no /proc. */
export async function parentOf(pid: number): Promise<number | null> {
  return (await statOf(pid))?.parent ?? null
}

/** Resident memory in megabytes; null where there is no /proc. */
export async function residentMegabytes(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  return kilobytes ? (kilobytes * BYTES_PER_KILOBYTE) / 1e6 : null
}
