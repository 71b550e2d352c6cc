import type { AnyRouter } from '@orpc/server'
import { RPCHandler } from '@orpc/server/message-port'
import type { MessagePortMain } from 'electron'
import { newSession } from '../kit/context.ts'
import { notFound } from '../kit/errors.ts'
import { toOrpcError } from '../kit/pipeline.ts'
import { refusalFor } from './refusals.ts'

/**
 * Serves the router over the message ports of Electron windows. Each port is a session of its own, which ends
 * with the window.
 */
export function openPortDoor(router: AnyRouter): (port: MessagePortMain) => void {
  const calls = new RPCHandler(router as never, {
    interceptors: [
      async ({ next }) => {
        let result: Awaited<ReturnType<typeof next>>
        try {
          result = await next()
        } catch (error) {
          throw refusalFor(error)
        }
        if (!result.matched) throw toOrpcError(notFound('procedure'))
        return result
      },
    ],
  })
  return (port) => {
    calls.upgrade(port, { context: { session: newSession() } as never })
    port.start()
  }
}
