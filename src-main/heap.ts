import { setFlagsFromString } from 'node:v8'

/**
 * Keeps the JavaScript engine from setting memory aside. By itself it gives short-lived objects up to a hundred
 * megabytes before it clears up, as would suit a server in a data centre; this one shares a clerk's computer.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--optimize-for-size')
}
