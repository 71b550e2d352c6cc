import { parseArgs } from 'node:util'
import { DatabaseRefused } from './database/migrate.ts'
import { openPortDoor } from './doors/port-door.ts'
import type { ServerOrder, ServerReport } from './electron-channels.ts'
import { createServer } from './server.ts'

/**
 * The server in Electron's `utilityProcess`. It takes ports of windows as they come, and closes the database
 * before it ends when the main process asks.
 */
async function main(): Promise<void> {
  const { parentPort } = process
  const report = (message: ServerReport) => parentPort.postMessage(message)
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      resources: { type: 'string' },
      demo: { type: 'boolean', default: false },
    },
  })
  try {
    const server = await createServer({
      dataFolder: values.data ?? '',
      resourcesFolder: values.resources ?? '',
      demo: values.demo,
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
    const isInUse = error instanceof DatabaseRefused && error.reason === 'inUse'
    report({ type: 'failed', reason: isInUse ? 'inUse' : 'unknown' })
  }
}

void main()
