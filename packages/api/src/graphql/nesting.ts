/** Brackets of a document; those in text and comments are skipped with what they are in. */
const PARTS = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|([{[(])|([}\])])/g

/** How many brackets are open at once in a document, whether it can be parsed or not. */
export function nestingOfDocument(source: string): number {
  let open = 0
  let deepest = 0
  for (const [, opening, closing] of source.matchAll(PARTS)) {
    if (opening) deepest = Math.max(deepest, ++open)
    else if (closing) open--
  }
  return deepest
}

/** How many lists and objects of a JSON value are in each other. */
export function nestingOfValue(value: unknown): number {
  let depth = 0
  // Level by level: going down step by step would end as the stack does.
  for (let level = [value].filter(isNesting); level.length > 0; depth++) {
    level = level.flatMap(one => Object.values(one)).filter(isNesting)
  }
  return depth
}

function isNesting(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
