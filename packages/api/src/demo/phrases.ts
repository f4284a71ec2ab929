/**
 * What people write, by mood. A comment is an opening, often with a detail about its topic, sometimes with a closing;
 * {agent}, {shoe} and {wait} are filled in.
 */
export interface Phrases {
  help: Record<Mood, readonly string[]>
  relation: Record<Mood, readonly string[]>
  /** Of shoes, in public. */
  review: Record<Mood, readonly string[]>
  details: Record<'good' | 'bad', Record<string, readonly string[]>>
  closings: Record<Mood, readonly string[]>
  /** Fills {shoe}. */
  shoes: readonly string[]
  /** Fills {wait}. */
  waits: readonly string[]
}
export type Mood = 'good' | 'mixed' | 'bad'
