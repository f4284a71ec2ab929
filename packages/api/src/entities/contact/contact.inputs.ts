import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { contactSource } from './contact.source.ts'

export const ContactArgs = connectionArgs(contactSource)
