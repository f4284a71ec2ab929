import { pipeline } from 'node:stream/promises'
import type { Sql } from './pools.ts'
import { grantReading, readerName } from './roles.queries.ts'

/** A table with a policy of its own, so that these tests stand apart from the schema. */
export async function addLetters(owner: Sql): Promise<void> {
  await owner.unsafe(`/* addLetters */
    create table letters (brand text not null, letter text not null);
    alter table letters enable row level security;
    create policy of_own_brands on letters for select
      using (brand = any((select string_to_array(current_setting('tweeluik.brands', true), ','))::text[]));
    insert into letters values ('north', 'a'), ('south', 'b')`)
  await grantReading(owner, await readerName(owner), ['secrets', 'api_tokens', 'inbox'])
}

/** Brings text into a table of one whole number by COPY. */
export async function copyNumbers(owner: Sql, text: string): Promise<void> {
  await owner.begin(async sql => {
    await sql`/* createNumbers */ create temp table numbers (n int) on commit drop`
    const target = await sql`/* copyNumbers */ copy numbers from stdin`.writable()
    await pipeline([text], target)
  })
}
