import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Api } from './testApp.ts'

/** A window of the browser shell as a browser has it: the cookie it was given, and the API behind it. */
export interface HttpWindow {
  origin: string
  /** `osrodek_41234=…` */
  cookie: string
  /** The headers with which the first address answered. */
  entry: Headers
  api: Api
}

/** Opens a first address, as a browser would, and keeps the cookie. */
export async function openHttpWindow(url: string): Promise<HttpWindow> {
  const { origin } = new URL(url)
  const response = await fetch(url, { redirect: 'manual' })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (response.status !== 303 || !cookie) throw new Error(`the first address answered ${response.status}`)
  const headers = { cookie, origin, 'content-type': 'application/json' }
  const api: Api = createORPCClient(new RPCLink({ url: `${origin}/api`, headers }))
  return { origin, cookie, entry: response.headers, api }
}
