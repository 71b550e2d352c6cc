import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api, orpc } from '../api/client.ts'

/** How often activity is reported at the most. */
const reportEvery = 30_000

/**
 * Tells the server that somebody is at work, and shows the lock screen when nobody has been for the set time.
 * The server decides; this only reports and asks.
 */
export function useSessionWatch(idleMinutes: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    let lastActivity = Date.now()
    let lastReport = Date.now()
    const notice = () => {
      lastActivity = Date.now()
      if (lastActivity - lastReport < reportEvery) return
      lastReport = lastActivity
      api.accounts.keepAwake().catch(() => queries.invalidateQueries({ queryKey: orpc.settings.frame.key() }))
    }
    const watch = setInterval(() => {
      if (Date.now() - lastActivity > idleMinutes * 60_000) {
        void queries.invalidateQueries({ queryKey: orpc.settings.frame.key() })
      }
    }, 10_000)
    const events = ['pointerdown', 'keydown', 'wheel'] as const
    for (const event of events) window.addEventListener(event, notice, { passive: true })
    return () => {
      clearInterval(watch)
      for (const event of events) window.removeEventListener(event, notice)
    }
  }, [idleMinutes, queries])
}
