import { readdirSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, Result } from './bench.ts'

const GIBIBYTE = 2 ** 30

const benches = readdirSync(import.meta.dirname).flatMap(file =>
  file.endsWith('.bench.ts') ? [file.replace('.bench.ts', '')] : [],
)
const load = async (name: string) => ((await import(`./${name}.bench.ts`)) as { default: Bench }).default

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, contacts: { type: 'string', default: '1000000' } },
})
const contacts = values.contacts.split(',').map(Number)
const [name] = positionals
const say = (line: string) => process.stdout.write(`${line}\n`)
const tell = (line: string) => process.stderr.write(`${line}\n`)

if (name === undefined) {
  say('pnpm bench <name> [--json] [--contacts 1000000,10000000]')
  for (const each of benches) say(`  ${each.padEnd(12)} ${(await load(each)).about}`)
} else if (!contacts.every(size => Number.isInteger(size) && size > 0)) {
  tell(`--contacts ${values.contacts}: whole numbers, separated by commas.`)
  process.exitCode = 2
} else if (benches.includes(name)) {
  tell(machine())
  for (const result of await (await load(name)).run(tell, { contacts }))
    say(values.json ? JSON.stringify(result) : inWords(result))
} else {
  tell(`There is no bench ${name}; there are ${benches.join(', ')}.`)
  process.exitCode = 2
}

function machine(): string {
  const [cpu] = cpus()
  const memory = `${Math.round(totalmem() / GIBIBYTE)} GiB`
  return `${cpus().length} x ${cpu?.model ?? 'unknown processor'}, ${memory}, Node.js ${process.versions.node}`
}

function inWords({ name, ours, theirs, peer, unit, ratio, n }: Result): string {
  return `${name}: ${round(ours)} ${unit} against ${round(theirs)} of ${peer}: ${ratio.toFixed(2)} times (medians of ${n})`
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
