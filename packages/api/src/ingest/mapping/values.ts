import { hash } from 'node:crypto'
import type { RowFault } from '../read/row.ts'
import { allOf, firstOf, type ReadCell, type Row, textOf } from './cells.ts'
import { readDuration } from './durations.ts'
import type { Tables } from './lookups.ts'
import { readNumber } from './numbers.ts'
import { timeReader } from './times.ts'
import type { LookupUseSpec, ValueSpec } from './value-spec.ts'

/** Makes one value from a row; what cannot be made is null and adds its fault. */
export type MakeValue = (row: Row, faults: RowFault[]) => unknown
type Convert = (value: unknown, faults: RowFault[]) => unknown

export interface Surroundings {
  cell: (column: string) => ReadCell
  zone: string | undefined
  tables: Tables
  /** Where in the record, for the faults. */
  path: string
}

export function compileValue(spec: ValueSpec, around: Surroundings): MakeValue {
  if (spec.of === 'first') return ofFirst(compileValue({ ...spec, of: undefined }, around))
  const source = compileSource(spec, around)
  const conversions = [mapping(spec, around.path), formOf(spec, around)].filter(step => step !== null)
  const holds = allOf(spec.when, around.cell)
  return (row, faults) => {
    if (!holds(row)) return null
    const before = faults.length
    let value = source(row, faults)
    for (const convert of conversions) if (value !== null) value = convert(value, faults)
    return value ?? (faults.length === before ? (spec.default ?? null) : null)
  }
}

function compileSource(spec: ValueSpec, around: Surroundings): MakeValue {
  const { cell } = around
  if (spec.column !== undefined) return cell(spec.column)
  if (spec.constant !== undefined) return () => spec.constant
  if (spec.template !== undefined) return template(spec.template, cell)
  if (spec.columns) return key(spec.columns, spec.hash ?? false, cell)
  if (spec.join) return joined(spec.join, spec.with ?? ' ', around)
  if (spec.plus) return sum(spec.plus, around)
  if (spec.list) return list(spec.list, around)
  if (spec.lookup) return lookup(spec.lookup, around)
  return object(spec.object ?? {}, around)
}

const PLACEHOLDER = /\{([^{}]+)\}/

/** The columns that a template names. */
export function placeholders(text: string): string[] {
  return text.split(PLACEHOLDER).filter((_part, index) => index % 2 === 1)
}

function template(text: string, cell: (column: string) => ReadCell): MakeValue {
  const parts = text.split(PLACEHOLDER).map((part, index) => (index % 2 === 1 ? cell(part) : part))
  return row => {
    let filled = ''
    for (const part of parts) {
      const piece = typeof part === 'string' ? part : part(row)
      if (piece === null) return null
      filled += textOf(piece)
    }
    return filled
  }
}

/** The cells in one text from which they can be told again: `a|b` and `c` is not `a` and `b|c`. */
function key(columns: string[], hashed: boolean, cell: (column: string) => ReadCell): MakeValue {
  const cells = columns.map(cell)
  return row => {
    const found = cells.map(read => read(row))
    if (found.every(value => value === null)) return null
    const text = found.map(value => (value === null ? '' : textOf(value).replace(/[\\|]/g, '\\$&'))).join('|')
    return hashed ? hash('sha256', text).slice(0, 32) : text
  }
}

function joined(specs: ValueSpec[], glue: string, around: Surroundings): MakeValue {
  const makers = specs.map(spec => compileValue(spec, around))
  return (row, faults) => {
    const pieces = makers.map(make => make(row, faults)).filter(piece => piece !== null)
    return pieces.length > 0 ? pieces.map(textOf).join(glue) : null
  }
}

/** A time and the durations after it; null when any of them is. */
function sum(specs: ValueSpec[], around: Surroundings): MakeValue {
  const makers = specs.map(spec => compileValue(spec, around))
  return (row, faults) => {
    const [start, ...durations] = makers.map(make => make(row, faults))
    if (typeof start !== 'string' || durations.some(seconds => typeof seconds !== 'number')) return null
    const seconds = durations.reduce<number>((total, duration) => total + Number(duration), 0)
    return new Date(Date.parse(start) + seconds * 1_000).toISOString()
  }
}

function lookup({ in: name, by, column, sum }: LookupUseSpec, around: Surroundings): MakeValue {
  const table = around.tables.get(name)
  const makeKey = compileValue(by, around)
  return (row, faults) => {
    const key = makeKey(row, faults)
    if (key === null || !table) return null
    return column === undefined ? table.sum(textOf(key), sum ?? '') : table.cell(textOf(key), column)
  }
}

function ofFirst(make: MakeValue): MakeValue {
  return (row, faults) => make(firstOf(row), faults)
}

function list(specs: ValueSpec[], around: Surroundings): MakeValue {
  const makers = specs.map((spec, index) => compileValue(spec, { ...around, path: `${around.path}.${index}` }))
  return (row, faults) => makers.map(make => make(row, faults)).filter(item => item !== null)
}

/** The fields that have a value; null when none has. */
function object(specs: Record<string, ValueSpec>, around: Surroundings): MakeValue {
  const makers = Object.entries(specs).map(([name, spec]) => {
    return [name, compileValue(spec, { ...around, path: `${around.path}.${name}` })] as const
  })
  return (row, faults) => {
    const made = makers.map(([name, make]) => [name, make(row, faults)] as const).filter(([, value]) => value !== null)
    return made.length > 0 ? Object.fromEntries(made) : null
  }
}

function mapping({ map, otherwise }: ValueSpec, path: string): Convert | null {
  if (!map) return null
  const words = new Map(Object.entries(map))
  return (value, faults) => {
    const word = textOf(value)
    const mapped = words.get(word)
    if (mapped !== undefined) return mapped
    if (otherwise === 'keep') return value
    if (otherwise !== undefined && otherwise !== 'reject') return otherwise
    return refused(
      faults,
      path,
      'VALUE_NOT_MAPPED',
      word,
      'has no place in the map',
      `Add it, or give the map an otherwise.`,
    )
  }
}

function formOf(spec: ValueSpec, { path, zone }: Surroundings): Convert | null {
  if (spec.time) return timeOf(spec.time, spec.zone ?? zone, path)
  const { duration, decimal } = spec
  if (duration) {
    return (value, faults) => {
      const seconds = readDuration(textOf(value), duration)
      return (
        seconds ??
        refused(
          faults,
          path,
          'INVALID_DURATION',
          value,
          `is no duration written as ${duration}`,
          'Correct the cell, or the form in the mapping.',
        )
      )
    }
  }
  if (!decimal) return null
  return (value, faults) => {
    const number = readNumber(textOf(value), decimal)
    return (
      number ??
      refused(
        faults,
        path,
        'INVALID_NUMBER',
        value,
        `is no number with the decimal sign ${decimal}`,
        'Correct the cell, or decimal in the mapping.',
      )
    )
  }
}

function timeOf(patterns: string[], zone: string | undefined, path: string): Convert {
  const read = timeReader(patterns, zone)
  return (value, faults) => {
    const instant = read(textOf(value))
    if (instant !== null) return new Date(instant).toISOString()
    return refused(
      faults,
      path,
      'INVALID_TIME',
      value,
      `is no existing time written as ${patterns.join(' or ')}`,
      'Correct the cell, or the pattern in the mapping.',
    )
  }
}

function refused(faults: RowFault[], path: string, code: string, value: unknown, why: string, fix: string): null {
  const shown = textOf(value)
  faults.push({ code, path, message: `"${shown.length > 80 ? `${shown.slice(0, 80)}..` : shown}" ${why}.`, fix })
  return null
}
