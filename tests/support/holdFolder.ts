/** A process that takes a data folder into use, says so in one line, and holds it until it is ended. */
import { DatabaseRefused } from '#main/database/migrate.ts'
import { openStorage } from '#main/database/storage.ts'

const [folder = ''] = process.argv.slice(2)
try {
  await openStorage(folder, 'main', () => new Date())
  console.log('held')
  process.stdin.resume()
} catch (error) {
  console.log(error instanceof DatabaseRefused ? error.reason : error)
}
