import type { Sql } from './pools.ts'

/** What is there already stays. */
export async function seedSettings(owner: Sql, settings: object): Promise<void> {
  const rows = Object.entries(settings).map(([key, value]) => ({ key, value: owner.json(value) }))
  await owner`/* seedSettings */ insert into settings ${owner(rows)} on conflict do nothing`
}

export async function storedSettings(owner: Sql): Promise<Readonly<Record<string, unknown>>> {
  const rows = await owner<{ key: string; value: unknown }[]>`/* storedSettings */ select key, value from settings`
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}
