import { recordId } from '@tweeluik/schema'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { goldenTests } from './golden.ts'

goldenTests('metrics', { PAGE1: globalId('touchpoint', recordId('touchpoint', 'test', 'page')) })
