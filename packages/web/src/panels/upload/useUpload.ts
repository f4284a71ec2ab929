import { useEffect, useRef, useState } from 'react'
import { type Head, inspect, type Refusal } from './inspect.ts'
import { askPreview, type Ended, type Preview, type Problem, type Progress, type Reading, sendFile } from './send.ts'

/** Where the reader is with a file. `wanted` null: the file tells by itself how it is read. */
export type Step =
  | { at: 'choosing' }
  | { at: 'looking'; file: File }
  | { at: 'refused'; file: File; refusal: Refusal }
  | { at: 'seen'; file: File; head: Head; wanted: Reading | null; seen: Seen; ended: Attempt | null }
  | { at: 'working'; file: File; dryRun: boolean; progress: Progress; before: Extract<Step, { at: 'seen' }> }

/** What the server says of the head. Null: it is being asked. */
export type Seen = { preview: Preview } | { problem: Problem } | 'lost' | null

export type Attempt = { dryRun: boolean; ended: Ended; received: number }

/** Takes a file from being chosen to being in. Leaving the page leaves what is under way. */
export function useUpload(onLoaded: () => void) {
  const [step, setStep] = useState<Step>({ at: 'choosing' })
  const [triedAs, setTriedAs] = useState<string | null>(null)
  const underWay = useRef(new AbortController())
  useEffect(() => () => underWay.current.abort(), [])

  function begin(): AbortSignal {
    underWay.current.abort()
    underWay.current = new AbortController()
    return underWay.current.signal
  }

  async function choose(file: File): Promise<void> {
    const signal = begin()
    setStep({ at: 'looking', file })
    setTriedAs(null)
    const inspected = await inspect(file)
    if (signal.aborted) return
    if ('refusal' in inspected) return setStep({ at: 'refused', file, refusal: inspected.refusal })
    await see(file, inspected.head, null)
  }

  async function see(file: File, head: Head, wanted: Reading | null): Promise<void> {
    const signal = begin()
    const about = { at: 'seen', file, head, wanted, ended: null } as const
    setStep({ ...about, seen: null })
    const query = { name: file.name, cut: String(head.isCut), ...wanted }
    const seen = await askPreview(head.bytes, query, signal).catch(() => 'lost' as const)
    if (!signal.aborted) setStep({ ...about, seen })
  }

  async function send(before: Extract<Step, { at: 'seen' }>, reading: Reading, source: string, dryRun: boolean) {
    const signal = begin()
    const { file } = before
    let received = 0
    const show = (progress: Progress) => {
      if (progress.phase !== 'waiting') received = progress.received
      setStep({ at: 'working', file, dryRun, progress, before })
    }
    show({ phase: 'sending', share: 0, received: 0 })
    const query = { name: file.name, source, dryRun: String(dryRun), ...reading }
    const ended = await sendFile(file, query, show, signal)
    if (underWay.current.signal !== signal) return
    const isTried = dryRun && typeof ended === 'object' && 'outcome' in ended
    setTriedAs(isTried ? nameOf(reading, source) : null)
    setStep({ ...before, ended: { dryRun, ended, received } })
    if (!dryRun) onLoaded()
  }

  return {
    step,
    /** Whether this very file was tried as it is to be read. */
    isTried: (reading: Reading, source: string) => triedAs === nameOf(reading, source),
    choose,
    read: see,
    send,
    /** Nothing more is sent. */
    stop: () => underWay.current.abort(),
    again() {
      begin()
      setTriedAs(null)
      setStep({ at: 'choosing' })
    },
  }
}

const nameOf = (reading: Reading, source: string) => JSON.stringify([reading, source])
