/** `npm run serve -- --data DIR --port N [--demo]`: the browser shell alone; prints one line of JSON. */
import { join } from 'node:path'
import { buildIfNeeded } from './build.ts'

const root = join(import.meta.dirname, '..')
const log = console.log
// The one line on standard output belongs to the application.
console.log = console.error
buildIfNeeded(root)
console.log = log
await import(join(root, 'out/main/browser-main.js'))
