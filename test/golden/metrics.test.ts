import { goldenTests } from './golden.ts'

goldenTests('metrics')
