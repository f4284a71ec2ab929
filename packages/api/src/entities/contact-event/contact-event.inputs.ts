import { connectionArgs } from '../../graphql/connection.inputs.ts'
import { contactEventSource } from './contact-event.source.ts'

export const ContactEventArgs = connectionArgs(contactEventSource)
