import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { DatabaseRefused } from './database/migrate.ts'
import { openPortDoor } from './doors/port-door.ts'
import type { ServerOrder, ServerReport } from './electron-channels.ts'
import { keepHeapSmall } from './heap.ts'
import { describe } from './kit/pipeline.ts'
import { createServer } from './server.ts'

/**
 * The server in Electron's `utilityProcess`. It takes ports of windows as they come, and closes the database
 * before it ends when the main process asks. Why it could not start, or ended by itself, is in the log.
 */
async function main(): Promise<void> {
  keepHeapSmall()
  const { parentPort } = process
  const report = (message: ServerReport) => parentPort.postMessage(message)
  const { values } = parseArgs({
    options: {
      data: { type: 'string', default: '' },
      resources: { type: 'string', default: '' },
      demo: { type: 'boolean', default: false },
    },
  })
  try {
    const server = await createServer({
      dataFolder: values.data,
      resourcesFolder: values.resources,
      demo: values.demo,
    })
    process.on('uncaughtException', (error) => {
      server.log.fatal({ err: describe(error) }, 'unforeseen end')
      process.exit(1)
    })
    // A message that makes no sense is refused by the door in this way; it must not end everybody's work.
    process.on('unhandledRejection', (error) => {
      server.log.error({ err: describe(error) }, 'unforeseen rejection')
    })
    const admit = openPortDoor(server.router)
    parentPort.on('message', async ({ data, ports }) => {
      const order = data as ServerOrder
      if (order.type === 'port') for (const port of ports) admit(port)
      if (order.type === 'close') {
        await server.close()
        process.exit(0)
      }
    })
    report({ type: 'ready' })
  } catch (error) {
    if (error instanceof DatabaseRefused && error.reason === 'inUse') {
      report({ type: 'failed', reason: 'inUse' })
    } else {
      const log = pino(
        { base: null },
        pino.destination({ dest: join(values.data, 'osrodek.log'), sync: true }),
      )
      log.fatal({ err: describe(error) }, 'could not start')
      report({ type: 'failed', reason: 'unknown' })
    }
  }
}

void main()
