import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { orderSource } from './order.source.ts'

export const OrderArgs = connectionArgs(orderSource)
