import type { TFunction } from 'i18next'
import { domToCanvas } from 'modern-screenshot'
import type { Language } from '../../format/figures.ts'
import { saveAs } from '../saveAs.ts'
import { csvOf } from './csv.ts'
import { standingLines } from './lines.ts'
import { type Shown, shownParts } from './shown.ts'

/** Whose words a file is written in. */
export type Reader = { t: TFunction; language: Language }

/** Saves parts of the page as they stand on the screen, with figures as a spreadsheet reads them. */
export async function saveCsv(title: string, parts: readonly Shown[], { t, language }: Reader): Promise<void> {
  const sheets = parts.map(part => ({ title: part.title, table: part.table() }))
  const text = csvOf(await standingLines(t, language), sheets)
  // A spreadsheet takes a file for UTF-8 only where it begins with this mark.
  saveAs(`${fileName(title)}.csv`, new Blob(['\uFEFF', text], { type: 'text/csv' }))
}

/** Saves everything on the page that has figures. */
export const savePageCsv = (reader: Reader): Promise<void> => saveCsv(document.title, shownParts(), reader)

/** Saves the page as it is drawn. */
export async function savePagePng(reader: Reader): Promise<void> {
  const main = document.getElementById('main')
  if (main) await savePng(document.title, main, reader)
}

const SCALE = 2
const TEXT_PX = 12
const LINE_PX = 17
const MARGIN_PX = 20

/** Saves a part of the page as it is drawn, twice as fine, on the page's own ground, with what it stands on beneath. */
export async function savePng(title: string, drawn: HTMLElement, { t, language }: Reader): Promise<void> {
  const { backgroundColor, fontFamily } = getComputedStyle(document.body)
  const colour = getComputedStyle(document.documentElement).getPropertyValue('--ink-3')
  const [picture, lines] = await Promise.all([
    domToCanvas(drawn, {
      scale: SCALE,
      backgroundColor,
      filter: isDrawn,
      font: { cssText: typefaces() },
    }),
    standingLines(t, language),
  ])
  const sheet = document.createElement('canvas')
  const pen = sheet.getContext('2d')
  if (!pen) throw new Error('This browser draws nothing')
  const font = `400 ${TEXT_PX * SCALE}px ${fontFamily}`
  pen.font = font
  const margin = MARGIN_PX * SCALE
  const rows = wrapped(
    lines.map(([label, text]) => `${label}: ${text}`),
    text => pen.measureText(text).width <= picture.width - 2 * margin,
  )
  sheet.width = picture.width
  sheet.height = picture.height + 2 * margin + rows.length * LINE_PX * SCALE
  pen.fillStyle = backgroundColor
  pen.fillRect(0, 0, sheet.width, sheet.height)
  pen.drawImage(picture, 0, 0)
  pen.font = font
  pen.fillStyle = colour
  pen.textBaseline = 'top'
  for (const [index, row] of rows.entries()) {
    pen.fillText(row, margin, picture.height + margin + index * LINE_PX * SCALE)
  }
  const image = await new Promise<Blob | null>(made => sheet.toBlob(made))
  if (!image) throw new Error('The picture is too large for this browser')
  saveAs(`${fileName(title)}.png`, image)
}

/** Tables for a screen reader alone hold most of a page's elements, and nothing of its picture. */
const isDrawn = (node: Node) =>
  !(node instanceof HTMLElement && (node.dataset.onScreenOnly !== undefined || node.classList.contains('unseen')))

/** Ours, found here: the library would look for them through a document of another base, which our policy refuses. */
const typefaces = () =>
  [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .flatMap(rule => (rule instanceof CSSFontFaceRule ? [rule.cssText] : []))
    .join('\n')

/** As many sentences to a row as fit. One that fits in no row has one to itself. */
function wrapped(sentences: readonly string[], fits: (row: string) => boolean): string[] {
  const rows: string[] = []
  for (const sentence of sentences) {
    const last = rows.at(-1)
    const joined = last === undefined ? sentence : `${last}  ·  ${sentence}`
    if (last !== undefined && fits(joined)) rows[rows.length - 1] = joined
    else rows.push(sentence)
  }
  return rows
}

const fileName = (title: string) => title.toLowerCase().replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
