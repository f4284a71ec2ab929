import postgres from 'postgres'

/** Makes the database in the server that the owner's address names, when it is not there yet. */
export async function createDatabase(ownerUrl: string, name: string): Promise<void> {
  const sql = postgres(ownerUrl, { database: 'postgres', max: 1, onnotice: () => {} })
  try {
    const found = await sql`/* findDatabase */ select from pg_database where datname = ${name}`
    if (found.length === 0) await sql`/* createDatabase */ create database ${sql(name)}`
  } finally {
    await sql.end()
  }
}
