export { jsonSchemaOf } from './json-schema.ts'
export { isRecordKind, kindNames, type RecordKind, type RecordName, recordKinds, type ValidRecord } from './kinds.ts'
export { type Deletion, nearest, readCells, type Validated, validate } from './validate.ts'
