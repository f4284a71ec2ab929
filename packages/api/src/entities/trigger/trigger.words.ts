import { registerEnumType } from 'type-graphql'
import { enumFilter } from '../../graphql/filter.inputs.ts'

export const TriggerIntent = { TIME_SAVED: 'time_saved', TIME_SPENT: 'time_spent' } as const
registerEnumType(TriggerIntent, {
  name: 'TriggerIntent',
  description: 'What its contacts are for.',
  valuesConfig: {
    TIME_SAVED: { description: 'Time well saved: the sooner it is over, the better.' },
    TIME_SPENT: { description: 'Time well spent: a talk that is worth its minutes.' },
  },
})
export const TriggerIntentFilter = enumFilter('TriggerIntent', TriggerIntent)

export const RatePer = { CUSTOMERS: 'customers', ORDERS: 'orders' } as const
registerEnumType(RatePer, {
  name: 'RatePer',
  description: 'Of what a rate of contacts is taken.',
  valuesConfig: {
    CUSTOMERS: { description: 'Per 100 customer-months.' },
    ORDERS: { description: 'Per 100 orders.' },
  },
})
export const RatePerFilter = enumFilter('RatePer', RatePer)
