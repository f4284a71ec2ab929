import { dutch } from './dutch-phrases.ts'
import { english } from './english-phrases.ts'
import type { Mood } from './phrases.ts'
import type { Random } from './random.ts'

const COMMENTED: Record<Mood, number> = { good: 0.3, mixed: 0.24, bad: 0.46 }

const REVIEW_COMMENTED = 0.85

/** What an answer is about; without a topic it is about the relation. */
export interface CommentTopic {
  topic?: string
  agent?: string
}

/** A comment that fits its score, on part of the answers; who speaks no Dutch writes English. */
export function commentOn(kind: string, score: number, about: CommentTopic, language: string, random: Random) {
  const mood = moodOf(kind, score)
  if (!random.chance(kind === 'review' ? REVIEW_COMMENTED : COMMENTED[mood])) return {}
  const phrases = language === 'nl' ? dutch : english
  const openings = (kind === 'review' ? phrases.review : about.agent ? phrases.help : phrases.relation)[mood]
  const details = about.topic && mood !== 'mixed' ? phrases.details[mood][about.topic] : undefined
  const sentences = new Set<string>()
  if (!details || random.chance(0.8)) sentences.add(random.pick(openings))
  if (details && (sentences.size === 0 || random.chance(0.5))) sentences.add(random.pick(details))
  else if (random.chance(0.3)) sentences.add(random.pick(openings))
  if (random.chance(0.16)) sentences.add(random.pick(phrases.closings[mood]))
  const comment = [...sentences]
    .join(' ')
    .replaceAll('{agent}', about.agent ?? '')
    .replaceAll('{shoe}', random.pick(phrases.shoes))
    .replaceAll('{wait}', random.pick(phrases.waits))
  return { comment: asTyped(comment, random), language: language === 'nl' ? 'nl' : 'en' }
}

function moodOf(kind: string, score: number): Mood {
  const [mixedFrom, goodFrom] = kind.endsWith('nps') ? [6, 9] : kind === 'ces' ? [4, 6] : [3, 4]
  return score >= goodFrom ? 'good' : score >= mixedFrom ? 'mixed' : 'bad'
}

/** Phones and haste: no capital, no full stop, now and then two letters swapped, the odd shout. */
function asTyped(comment: string, random: Random): string {
  let typed = comment
  if (random.chance(0.2)) typed = typed.charAt(0).toLowerCase() + typed.slice(1)
  if (random.chance(0.25)) typed = typed.replace(/\.$/, '')
  if (random.chance(0.04)) typed = typed.replace(/[.!]?$/, '!!')
  if (random.chance(0.07)) typed = swapTwoLetters(typed, random)
  return typed
}

function swapTwoLetters(text: string, random: Random): string {
  const at = random.whole(1, Math.max(1, text.length - 3))
  const pair = text.slice(at, at + 2)
  return /^[a-z]{2}$/.test(pair) ? text.slice(0, at) + pair.charAt(1) + pair.charAt(0) + text.slice(at + 2) : text
}
