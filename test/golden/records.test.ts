import { recordId } from '@tweeluik/schema'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { goldenTests } from './golden.ts'

goldenTests('records', {
  ANJA: globalId('customer', recordId('customer', 'test', 'anja')),
  O1: globalId('order', recordId('order', 'test', 'o1')),
  PAGE: globalId('touchpoint', recordId('touchpoint', 'test', 'page')),
  INVOICE: globalId('trigger', recordId('trigger', 'test', 'invoice')),
  C1: globalId('contact', recordId('contact', 'test', 'c1')),
})
