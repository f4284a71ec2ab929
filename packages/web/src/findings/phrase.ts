/** A run of text; figures stand out from the words around them. */
export type Phrase = { text: string; strong: boolean }

/** Reads `<b>..</b>` of our own translations into runs, so that no markup is ever put in the page as such. */
export function phraseOf(template: string): Phrase[] {
  return template
    .split(/(<b>.*?<\/b>)/)
    .filter(text => text !== '')
    .map(text => (text.startsWith('<b>') ? { text: text.slice(3, -4), strong: true } : { text, strong: false }))
}

export const plain = (phrases: Phrase[]): string => phrases.map(phrase => phrase.text).join('')

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
