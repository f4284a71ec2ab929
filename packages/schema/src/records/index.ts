export { isRecordKind, kindNames, type RecordKind, recordKinds, type ValidRecord } from './kinds.ts'
export { type Deletion, nearest, readCells, type Validated, validate } from './validate.ts'
