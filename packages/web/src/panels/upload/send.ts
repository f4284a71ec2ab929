/** What is wrong, in the server's words. */
export type Problem = { code: string; path: string; message: string; fix: string }

/** By what a file is read. */
export type Reading = { kind: string } | { mapping: string }

export type PreviewRecord = { line: number; record: Readonly<Record<string, unknown>> | null; problem: Problem | null }

export type Preview = {
  columns: string[] | null
  /** Nearest first, with the columns that the file lacks, and of how many it has. */
  mappings: { name: string; missing: string[]; found: number }[]
  /** Null: nothing tells, or several fit. */
  reading: Reading | null
  kinds: { kind: string; records: PreviewRecord[] }[]
  problem: Problem | null
}

export type Totals = Record<'received' | 'created' | 'updated' | 'unchanged' | 'waiting' | 'rejected', number>

export type Outcome = Totals & {
  dryRun: boolean
  /** Safe, and still to be loaded. */
  queued: number
  skipped: number
  kinds: ({ kind: string } & Totals)[]
  causes: (Problem & { kind: string; count: number; lines: number[] })[]
  problem: Problem | null
  stopped: boolean
}

/** How far a file is: sent, or read by the server. `waitSeconds`: it has no room, and is asked again after so long. */
export type Progress =
  | { phase: 'sending' | 'reading'; share: number; received: number }
  | { phase: 'waiting'; waitSeconds: number }

/** `lost`: the connection broke off; `left`: the reader wanted no more. */
export type Ended = { outcome: Outcome } | { problem: Problem } | 'lost' | 'left'

type Query = Record<string, string>

const addressOf = (path: string, query: Query) => `${path}?${new URLSearchParams(query)}`

/** What becomes of the head of a file. Throws when nobody answers. */
export async function askPreview(
  bytes: Uint8Array<ArrayBuffer>,
  query: Query,
  signal: AbortSignal,
): Promise<{ preview: Preview } | { problem: Problem }> {
  const answer = await fetch(addressOf('/ingest/files/preview', query), {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal,
  })
  const body: unknown = await answer.json()
  return answer.ok ? { preview: body as Preview } : { problem: body as Problem }
}

/** Hands a file over, and waits as long as the server asks where it has no room. */
export async function sendFile(
  file: File,
  query: Query,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Ended> {
  for (;;) {
    const ended = await sendOnce(file, query, onProgress, signal)
    if (typeof ended === 'string' || !('waitSeconds' in ended)) return ended
    onProgress({ phase: 'waiting', waitSeconds: ended.waitSeconds })
    if (!(await pause(ended.waitSeconds * 1000, signal))) return 'left'
  }
}

function sendOnce(
  file: File,
  query: Query,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Ended | { waitSeconds: number }> {
  return new Promise(resolve => {
    // Fetch does not say how much it has sent.
    const request = new XMLHttpRequest()
    const leave = () => request.abort()
    const end = (ended: Ended | { waitSeconds: number }) => {
      signal.removeEventListener('abort', leave)
      resolve(ended)
    }
    signal.addEventListener('abort', leave)
    request.upload.onprogress = ({ loaded, total }) =>
      onProgress({ phase: 'sending', share: total > 0 ? loaded / total : 0, received: 0 })
    request.onprogress = () => {
      const line = request.status === 200 ? linesOf(request.responseText).at(-1) : undefined
      if (line && 'doneBytes' in line) {
        const share = line.sizeBytes > 0 ? Math.min(line.doneBytes / line.sizeBytes, 1) : 0
        onProgress({ phase: 'reading', share, received: line.received })
      }
    }
    request.onerror = () => end('lost')
    request.onabort = () => end('left')
    request.onload = () => end(endOf(request))
    request.open('POST', addressOf('/ingest/files', query))
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
}

type Line = { doneBytes: number; sizeBytes: number; received: number } | { outcome: Outcome } | { problem: Problem }

function endOf(request: XMLHttpRequest): Ended | { waitSeconds: number } {
  if (request.status !== 200) {
    const waitSeconds = Number(request.getResponseHeader('retry-after') ?? 0)
    return waitSeconds > 0 ? { waitSeconds } : problemOf(request.responseText)
  }
  const last = linesOf(request.responseText).at(-1)
  return !last || 'doneBytes' in last ? 'lost' : last
}

/** Whoever stands between the server and us may answer in no form of ours. */
function problemOf(text: string): Ended {
  try {
    return { problem: JSON.parse(text) as Problem }
  } catch {
    return 'lost'
  }
}

/** The lines that are there to their end. */
function linesOf(text: string): Line[] {
  const whole = text.slice(0, text.lastIndexOf('\n') + 1).trim()
  return whole === '' ? [] : whole.split('\n').map(line => JSON.parse(line) as Line)
}

/** False: no longer wanted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(true), milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve(false)
    })
  })
}
