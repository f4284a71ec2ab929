import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { customerSource } from './customer.source.ts'

export const CustomerArgs = connectionArgs(customerSource)
