import type { Derive } from './derive.queries.ts'

/** The brand and the words of its contact. */
export const qualityReviewDerivation: Derive = () => ({
  joins: 'left join contacts c on c.customer_id = f.customer_id and c.id = f.contact_id',
  columns: { brand: 'coalesce(c.brand, f.brand)', channel: 'c.channel', team: 'c.team' },
})
