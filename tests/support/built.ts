import { join } from 'node:path'
import { buildIfNeeded } from '../../scripts/build.ts'

/** Vitest runs this once before all tests: those that start the real program need it built. */
export function setup(): void {
  buildIfNeeded(join(import.meta.dirname, '../..'))
}
