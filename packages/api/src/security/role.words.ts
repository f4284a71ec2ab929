import { registerEnumType } from 'type-graphql'
import type { Role as Rights } from './roles.ts'

export const Role = {
  VIEWER: 'viewer',
  ANALYST: 'analyst',
  SERVICE: 'service',
  INTEGRATOR: 'integrator',
  ADMIN: 'admin',
} as const satisfies Record<string, Rights>
registerEnumType(Role, {
  name: 'Role',
  description: 'What a token may do.',
  valuesConfig: {
    VIEWER: { description: 'Sees figures, and no single record.' },
    ANALYST: { description: 'Sees records too, without personal data.' },
    SERVICE: { description: 'Sees personal data too, and says which customers are one.' },
    INTEGRATOR: { description: 'Writes the records of one source, and reads nothing.' },
    ADMIN: { description: 'May do everything.' },
  },
})
