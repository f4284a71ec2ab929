import type { Calendar } from './calendar.ts'
import type { Person } from './people.ts'
import type { Sent } from './records.ts'
import type { Touchpoint } from './touchpoints.ts'

/** Writes one customer's journeys, step by step, as far as they have happened. */
export class Trail {
  readonly journeys: Sent<'journeys'>[] = []
  readonly interactions: Sent<'interactions'>[] = []
  private readonly person: Person
  private readonly nowMs: number
  private journey = ''
  private firstMs = 0
  private lastMs = 0
  private seenAs: Sent<'interactions'>['customer']

  constructor(person: Person, { nowMs }: Calendar) {
    this.person = person
    this.nowMs = nowMs
  }

  /** A new journey, of a visitor whom nobody knows yet when there is one. */
  begin(journey: string, startMs: number, visitor?: string): void {
    this.journey = journey
    this.firstMs = wholeSecond(startMs)
    this.lastMs = this.firstMs
    this.seenAs = visitor ?? this.person.reference
  }

  /** From here on the web knows who it is. */
  recognise(): void {
    this.seenAs = this.person.reference
  }

  add(touchpoint: Touchpoint, atMs: number): void {
    const ms = wholeSecond(atMs)
    if (ms > this.nowMs) return
    this.lastMs = Math.max(this.lastMs, ms)
    this.interactions.push({
      id: `${this.person.number}-${this.interactions.length + 1}`,
      customer: this.seenAs,
      brand: this.person.brand,
      touchpoint,
      at: new Date(ms).toISOString(),
      journey: this.journey,
    })
  }

  end(map: string, outcome: 'completed' | 'abandoned' | undefined): void {
    if (this.firstMs > this.nowMs) return
    const { brand, reference } = this.person
    this.journeys.push({
      id: this.journey,
      customer: reference,
      brand,
      map,
      startedAt: new Date(this.firstMs).toISOString(),
      endedAt: outcome && new Date(this.lastMs).toISOString(),
      outcome,
    })
  }
}

function wholeSecond(instantMs: number): number {
  return Math.floor(instantMs / 1000) * 1000
}
