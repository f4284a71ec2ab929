import type { Context } from '../../context.ts'
import { may, type Viewer } from '../../security/roles.ts'

/** What a source reads to tell when and by whom a record was last changed. */
export const changeColumns = ['versionAt', 'loadNumber'] as const
export const changeNeeds = { updatedAt: ['versionAt'], updatedBy: ['loadNumber'] } as const

export interface ChangedRow {
  versionAt: Date
  loadNumber: number
}

/** Who made the load that last wrote a row, for whoever runs the server. */
export function changedBy({ loadNumber }: ChangedRow, { viewer, loaders }: Context): Promise<string | null> | null {
  return mayKnowWho(viewer) ? loaders.sender.load(loadNumber) : null
}

/** Names of tokens are for whoever gives them out: an administrator of every brand. */
export const mayKnowWho = (viewer: Viewer) => may(viewer, 'operate') && viewer.seesAllBrands

/** Of the fields of each type that tells of its last change. */
export const changeFields = {
  updatedAt: { description: 'When its sender last changed it; else when it came in.' },
  updatedBy: {
    nullable: true,
    description:
      'The name of the token with which it was last changed; `local` where none was needed. Null: no token was shown, or names of tokens are not yours to see.',
  },
}
