import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { foundedFolder, openTestApp } from './testApp.ts'

/** Vitest runs this once before all tests: it sets up the centre that their applications begin with. */
export async function setup(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'osrodek-founded-'))
  const app = await openTestApp({ folder })
  await app.server.close()
  rmSync(join(folder, 'osrodek.log'))
  process.env[foundedFolder] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
