import type { TouchpointSettingFragment, TriggerSettingFragment } from '../../../graphql/generated/graphql.ts'

export type Department = {
  name: string
  triggers: readonly TriggerSettingFragment[]
  touchpoints: readonly TouchpointSettingFragment[]
}

/** The departments that anything names, by their names, each with what it owns. */
export function departmentsOf(
  triggers: readonly TriggerSettingFragment[],
  touchpoints: readonly TouchpointSettingFragment[],
): Department[] {
  const names = new Set([...triggers, ...touchpoints].flatMap(({ department }) => department ?? []))
  return [...names]
    .toSorted((one, other) => one.localeCompare(other))
    .map(name => ({
      name,
      triggers: triggers.filter(({ department }) => department === name),
      touchpoints: touchpoints.filter(({ department }) => department === name),
    }))
}
