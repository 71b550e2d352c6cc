import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#shared/contract.ts'
import { requestServerPort } from '../shell/shell.ts'

/** The whole API, typed by the contract; how it travels is this file's secret. */
export type Api = ContractRouterClient<typeof contract>

async function connect(): Promise<Api> {
  const port = await requestServerPort()
  if (port) return createORPCClient(new PortLink({ port }))
  return createORPCClient(
    new RPCLink({
      url: `${window.location.origin}/api`,
      // A call without input has no body, and so would have no type; the door wants JSON of every call.
      headers: { 'content-type': 'application/json' },
    }),
  )
}

export const api: Api = await connect()

/** The same API as options for TanStack Query: `orpc.volunteers.list.queryOptions({ input })`. */
export const orpc = createTanstackQueryUtils(api)
