import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { catalogueColumns, ofOwnBrandsOrShared } from './columns.ts'

/** A stage of a map, with what it should be like. Shares are 0 to 1. */
export interface JourneyStage {
  id: string
  name: string
  timeWellSpent?: boolean | null
  ideal?: {
    ces?: number | null
    relationalNps?: number | null
    conversion?: number | null
    contactRate?: number | null
    firstTimeFix?: number | null
    handleSeconds?: number | null
    costPerMargin?: number | null
  } | null
}

/** A step as it stands in its map. */
export interface JourneyStep {
  touchpointId: string
  stage: string
  optional: boolean
  maxSeconds: number | null
}

/** A designed journey. */
export const journeyMaps = pgTable(
  'journey_maps',
  {
    ...catalogueColumns(),
    name: text().notNull(),
    windowDays: integer().notNull(),
    /** The touchpoint at which a journey is complete. */
    completedById: uuid(),
    steps: jsonb().$type<JourneyStep[]>().notNull(),
    stages: jsonb().$type<JourneyStage[]>().notNull(),
  },
  () => [ofOwnBrandsOrShared()],
)

/** The steps of the maps once more, a row each: in which stage of a map a touchpoint stands. */
export const journeyMapSteps = pgTable(
  'journey_map_steps',
  {
    journeyMapId: uuid().notNull(),
    touchpointId: uuid().notNull(),
    brand: text(),
    /** From 0, in the map's order. */
    position: integer().notNull(),
    stage: text().notNull(),
    optional: boolean().notNull(),
    maxSeconds: integer(),
  },
  table => [
    primaryKey({ columns: [table.journeyMapId, table.touchpointId] }),
    index('journey_map_steps_touchpoint').on(table.touchpointId),
    ofOwnBrandsOrShared(),
  ],
)
