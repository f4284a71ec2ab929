import type { SlaPolicySettingFragment } from '../../../graphql/generated/graphql.ts'

export const targets = ['firstResponseSeconds', 'nextReplySeconds', 'resolutionSeconds'] as const
export const conditions = ['channel', 'team', 'topic', 'segment'] as const

/** Which contacts a promise holds for, in words. Empty: all. */
export const whoseOf = ({ where }: SlaPolicySettingFragment): string =>
  conditions.flatMap(condition => where[condition] ?? []).join(', ')

/** Promises to the same contacts stand together, the version in force from the latest day first. */
export const newestFirst = (policies: readonly SlaPolicySettingFragment[]): SlaPolicySettingFragment[] =>
  policies.toSorted((one, other) => whoseOf(one).localeCompare(whoseOf(other)) || other.from.localeCompare(one.from))

/** The version that comes after all there are of this promise. */
export const nextVersion = (
  policy: SlaPolicySettingFragment | null,
  policies: readonly SlaPolicySettingFragment[],
): number => {
  const same = policy ? policies.filter(other => whoseOf(other) === whoseOf(policy)) : []
  return Math.max(0, ...same.map(({ version }) => version)) + 1
}
