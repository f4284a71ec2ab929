/** What each engine calls things; the questions are the same. */
interface Dialect {
  week(day: string): string
  median(value: string): string
  p90(value: string): string
  /** What a statement ends with, so that a join without a partner gives null. */
  end: string
}

export const duckdb: Dialect = {
  week: day => `date_trunc('week', ${day})`,
  median: value => `quantile_disc(${value}, 0.5)`,
  p90: value => `quantile_disc(${value}, 0.9)`,
  end: '',
}
export const clickhouse: Dialect = {
  week: day => `toStartOfWeek(${day}, 1)`,
  median: value => `quantileExactLow(0.5)(${value})`,
  p90: value => `quantileExactLow(0.9)(${value})`,
  end: 'settings join_use_nulls = 1',
}

export interface Window {
  from: string
  to: string
  /** Contacts from this day on may still see another one follow. */
  ripeTo: string
  channels: readonly string[]
  triggers: readonly string[]
}

const list = (values: readonly string[]) => values.map(value => `'${value}'`).join(', ')

/** One row a week and group: `week`, `channel` where asked, and the figures. */
export const questions = {
  'weekly AHT and fix': ({ week, end }: Dialect, { from, to, ripeTo }: Window) => `/* ahtAndFix */
    select coalesce(a.week, f.week) as week, aht, fix from
      (select ${week('handled_day')} as week, avg(handle_seconds) as aht from contacts
       where handled = 1 and handled_day >= '${from}' and handled_day < '${to}' group by 1) a
    full join
      (select ${week('opened_day')} as week,
         sum(case when nearest_gap_days is null or nearest_gap_days > 7 then 1 else 0 end) * 1.0 / count(*) as fix from contacts
       where in_chain = 1 and (previous_gap_days is null or previous_gap_days > 7) and opened_day >= '${from}' and opened_day < '${ripeTo}'
       group by 1) f on a.week = f.week order by 1 ${end}`,
  'weekly AHT and fix by channel': ({ week, end }: Dialect, { from, to, ripeTo }: Window) => `/* ahtAndFixByChannel */
    select coalesce(a.week, f.week) as week, coalesce(a.channel, f.channel) as channel, aht, fix from
      (select ${week('handled_day')} as week, channel, avg(handle_seconds) as aht from contacts
       where handled = 1 and handled_day >= '${from}' and handled_day < '${to}' group by 1, 2) a
    full join
      (select ${week('opened_day')} as week, channel,
         sum(case when nearest_gap_days is null or nearest_gap_days > 7 then 1 else 0 end) * 1.0 / count(*) as fix from contacts
       where in_chain = 1 and (previous_gap_days is null or previous_gap_days > 7) and opened_day >= '${from}' and opened_day < '${ripeTo}'
       group by 1, 2) f on a.week = f.week and a.channel = f.channel order by 1, 2 ${end}`,
  'weekly distinct customers': ({ week }: Dialect, { from, to }: Window) => `/* distinctCustomers */
    select ${week('opened_day')} as week, count(distinct customer_id) as customers from contacts
    where known = 1 and opened_day >= '${from}' and opened_day < '${to}' group by 1 order by 1`,
  'weekly AHT for two channels and three triggers': (
    { week }: Dialect,
    { from, to, channels, triggers }: Window,
  ) => `/* ahtFiltered */
    select ${week('handled_day')} as week, avg(handle_seconds) as aht from contacts
    where handled = 1 and handled_day >= '${from}' and handled_day < '${to}'
      and channel in (${list(channels)}) and trigger_id in (${list(triggers)}) group by 1 order by 1`,
  'weekly median and p90 of handling time': ({ week, median, p90 }: Dialect, { from, to }: Window) => `/* percentiles */
    select ${week('handled_day')} as week, ${median('handle_seconds')} as median, ${p90('handle_seconds')} as p90 from contacts
    where handled = 1 and handle_seconds is not null and handled_day >= '${from}' and handled_day < '${to}' group by 1 order by 1`,
}

export type Question = keyof typeof questions

export const fillDuckdb = (path: string) => `/* fillDuckdb */
  create or replace table contacts as select * from read_csv('${path}', header = true, columns = {
    'customer_id': 'UUID', 'channel': 'VARCHAR', 'trigger_id': 'VARCHAR', 'opened_day': 'DATE', 'handled_day': 'DATE',
    'handled': 'INTEGER', 'handle_seconds': 'INTEGER', 'in_chain': 'INTEGER', 'known': 'INTEGER',
    'previous_gap_days': 'INTEGER', 'nearest_gap_days': 'INTEGER'})`

export const fillClickhouse = (path: string) => [
  '/* dropContacts */ drop table if exists contacts',
  `/* createContacts */ create table contacts (customer_id UUID, channel LowCardinality(String), trigger_id LowCardinality(String),
    opened_day Date, handled_day Date, handled UInt8, handle_seconds Nullable(Int32), in_chain UInt8, known UInt8,
    previous_gap_days Nullable(Int32), nearest_gap_days Nullable(Int32)) engine = MergeTree order by opened_day`,
  `/* fillContacts */ insert into contacts select * from file('${path}', CSVWithNames)`,
]
