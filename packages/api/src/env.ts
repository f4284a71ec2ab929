import { accessSync, constants } from 'node:fs'
import { resolve } from 'node:path'
import type { Problem } from '@tweeluik/schema'
import { isSupportedCountry } from 'libphonenumber-js/min'
import { z } from 'zod'

const cloneDir = resolve(import.meta.dirname, '../../..')

const MEBIBYTE = 1_048_576

/** A whole number in digits; `from` and `to` are both allowed. */
const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .refine(text => /^\d{1,15}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    })
    .transform(Number)

const oneOf = <const Word extends string>(words: readonly Word[]) =>
  z.enum(words, { error: `must be ${words.length > 1 ? 'one of ' : ''}${words.join(', ')}` })

const path = z.string().transform(text => resolve(text))

const readableFile = path.refine(isReadable, { error: 'names a file that cannot be read' })

const postgresUrl = z.string().refine(isPostgresUrl, {
  error: 'must look like postgres://user:password@host:5432/database',
})

const timeZone = z.string().refine(isTimeZone, { error: 'must be a time zone of the IANA list' })

const currency = z.string().refine(isCurrency, { error: 'must be a currency code of ISO 4217, in capitals' })

const country = z.string().refine(isSupportedCountry, { error: 'must be a country code of ISO 3166, in capitals' })

const word = z
  .string()
  .max(100, { error: 'must have at most 100 characters' })
  .refine(text => !text.includes(','), { error: 'must not hold a comma' })

const variables = z.object({
  DATABASE_URL: postgresUrl.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  TWEELUIK_DEMO: oneOf(['on', 'off']).default('on'),
  TWEELUIK_TIME_ZONE: timeZone.default('Europe/Amsterdam'),
  TWEELUIK_CURRENCY: currency.default('EUR'),
  TWEELUIK_WEEK_START: oneOf(['monday']).default('monday'),
  TWEELUIK_DEFAULT_BRAND: word.default('default'),
  TWEELUIK_INACTIVITY_DAYS: wholeNumber(1, 3650).default(180),
  TWEELUIK_CONTACTED_DAYS: wholeNumber(1, 365).default(30),
  TWEELUIK_WAIT_DAYS: wholeNumber(1, 365).default(30),
  TWEELUIK_EMAIL_RULE: oneOf(['merge', 'suggest', 'off']).default('merge'),
  TWEELUIK_PHONE_RULE: oneOf(['merge', 'suggest', 'off']).default('suggest'),
  TWEELUIK_PHONE_COUNTRY: country.default('NL'),
  TWEELUIK_ADMIN_TOKEN_FILE: readableFile.optional(),
  TWEELUIK_BODY_BYTES_MAX: wholeNumber(1024, 1024 * MEBIBYTE).default(32 * MEBIBYTE),
  TWEELUIK_FILE_BYTES_MAX: wholeNumber(1024, 16_384 * MEBIBYTE).default(256 * MEBIBYTE),
  TWEELUIK_BATCH_ROWS_MAX: wholeNumber(1, 1_000_000).default(50_000),
  TWEELUIK_QUEUE_ROWS_MAX: wholeNumber(1, 1_000_000_000).default(500_000),
  TWEELUIK_LOG_LEVEL: oneOf(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
  TWEELUIK_DATA_DIR: path.default(resolve(cloneDir, '.tweeluik')),
  TWEELUIK_MAPPINGS_DIR: path.default(resolve(cloneDir, 'mappings')),
  TWEELUIK_REAL_DATA: path.default(resolve(cloneDir, '../shared/data')),
  NODE_ENV: oneOf(['production', 'development', 'test']).default('production'),
})

type Variable = keyof typeof variables.shape

/** What to do about a fault, per variable, as the second half of its line. */
const fixes: Record<Variable, string> = {
  DATABASE_URL: 'leave it out to use the embedded PostgreSQL',
  HOST: 'leave it out to listen on 127.0.0.1',
  PORT: 'set PORT=4000 or leave it out; 0 takes any free port',
  TWEELUIK_DEMO: 'set TWEELUIK_DEMO=off to start without the demo company',
  TWEELUIK_TIME_ZONE: 'set TWEELUIK_TIME_ZONE=Europe/Amsterdam or leave it out',
  TWEELUIK_CURRENCY: 'set TWEELUIK_CURRENCY=EUR or leave it out',
  TWEELUIK_WEEK_START: 'leave it out: weeks are ISO weeks',
  TWEELUIK_DEFAULT_BRAND: "leave it out to use the brand 'default'",
  TWEELUIK_INACTIVITY_DAYS: 'leave it out to use 180 days',
  TWEELUIK_CONTACTED_DAYS: 'leave it out to use 30 days',
  TWEELUIK_WAIT_DAYS: 'leave it out to use 30 days',
  TWEELUIK_EMAIL_RULE: 'leave it out to merge customers by their e-mail address',
  TWEELUIK_PHONE_RULE: 'leave it out to suggest merges by telephone number',
  TWEELUIK_PHONE_COUNTRY: 'set TWEELUIK_PHONE_COUNTRY=NL or leave it out',
  TWEELUIK_ADMIN_TOKEN_FILE: 'name a file that holds the token and that this user may read',
  TWEELUIK_BODY_BYTES_MAX: 'leave it out to use 32 MiB (33554432)',
  TWEELUIK_FILE_BYTES_MAX: 'leave it out to use 256 MiB (268435456)',
  TWEELUIK_BATCH_ROWS_MAX: 'leave it out to use 50000 rows',
  TWEELUIK_QUEUE_ROWS_MAX: 'leave it out to use 500000 rows',
  TWEELUIK_LOG_LEVEL: 'set TWEELUIK_LOG_LEVEL=info, or leave it out for warnings only',
  TWEELUIK_DATA_DIR: 'leave it out to use .tweeluik in the clone',
  TWEELUIK_MAPPINGS_DIR: 'leave it out to use mappings/ in the clone',
  TWEELUIK_REAL_DATA: 'leave it out to use ../shared/data beside the clone',
  NODE_ENV: 'leave it out to use production',
}

/** Thrown when one or more variables are wrong; `problems` holds all of them, `path` being the variable's name. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(({ path, message, fix }) => `${path} ${message}; ${fix}.`).join('\n'))
    this.name = 'EnvironmentError'
  }
}

/** The settings of this process. Paths are absolute; durations, sizes and counts carry their unit. */
export type Environment = ReturnType<typeof readEnvironment>

/**
 * Reads and checks every variable; an empty one counts as left out. This is the only reader of the environment.
 *
 * @throws EnvironmentError that names every fault at once.
 */
export function readEnvironment(source: Readonly<Record<string, string | undefined>> = process.env) {
  const given = Object.fromEntries(Object.entries(source).filter(([, text]) => text !== ''))
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map(describeIssue))
  const read = parsed.data
  return {
    cloneDir,
    databaseUrl: read.DATABASE_URL,
    host: read.HOST,
    port: read.PORT,
    demo: read.TWEELUIK_DEMO === 'on',
    timeZone: read.TWEELUIK_TIME_ZONE,
    currency: read.TWEELUIK_CURRENCY,
    weekStart: read.TWEELUIK_WEEK_START,
    defaultBrand: read.TWEELUIK_DEFAULT_BRAND,
    inactivityDays: read.TWEELUIK_INACTIVITY_DAYS,
    contactedDays: read.TWEELUIK_CONTACTED_DAYS,
    waitDays: read.TWEELUIK_WAIT_DAYS,
    emailRule: read.TWEELUIK_EMAIL_RULE,
    phoneRule: read.TWEELUIK_PHONE_RULE,
    phoneCountry: read.TWEELUIK_PHONE_COUNTRY,
    adminTokenFile: read.TWEELUIK_ADMIN_TOKEN_FILE,
    bodyBytesMax: read.TWEELUIK_BODY_BYTES_MAX,
    fileBytesMax: read.TWEELUIK_FILE_BYTES_MAX,
    batchRowsMax: read.TWEELUIK_BATCH_ROWS_MAX,
    queueRowsMax: read.TWEELUIK_QUEUE_ROWS_MAX,
    logLevel: read.TWEELUIK_LOG_LEVEL,
    dataDir: read.TWEELUIK_DATA_DIR,
    mappingsDir: read.TWEELUIK_MAPPINGS_DIR,
    realDataDir: read.TWEELUIK_REAL_DATA,
    mode: read.NODE_ENV,
  }
}

function describeIssue(issue: z.core.$ZodIssue): Problem {
  const name = issue.path[0] as Variable
  return { code: 'BAD_ENVIRONMENT', path: name, message: issue.message, fix: fixes[name] }
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text)
  return (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') && url.pathname.length > 1
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK)
    return true
  } catch {
    return false
  }
}

/** What a build of the web app runs in: it is the same app whoever starts it, tests included. */
export const buildEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, NODE_ENV: 'production' })
