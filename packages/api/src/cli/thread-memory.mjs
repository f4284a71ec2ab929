import { setFlagsFromString } from 'node:v8'

/**
 * The main thread has its room for young objects by now; what is set here holds for threads that are started later: the
 * loader's, whose sources are read once, and the one that prepares batches, whose rows live outside the heap. Each would
 * else keep as much room as the main thread.
 */
setFlagsFromString('--max-semi-space-size=4')
