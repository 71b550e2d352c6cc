import type { eventsContract } from '#shared/features/events/events.contract.ts'
import { daysOfEvent, minutesOfDay } from '#shared/features/events/events.rules.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import { mayDo } from '#shared/permissions.ts'
import { unitScope } from '../../kit/context.ts'
import { AppError, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { confirmHours } from '../hours/hours.cells.service.ts'
import { enterHours } from '../hours/hours.service.ts'
import * as queries from './events.members.queries.ts'
import { getEvent, listMembersOf } from './events.reader.ts'
import { refuseClosed } from './events.service.ts'

/** What a refusal of the log of hours says, for a line beside a name; others are thrown on. */
function problemOf(error: unknown): FieldProblem {
  if (error instanceof AppError && error.code === 'VALIDATION') {
    const [problem] = Object.values((error.data as { fields: Record<string, FieldProblem> }).fields)
    if (problem) return problem
  }
  throw error
}

export const eventsPresenceHandlers: Pick<Handlers<typeof eventsContract>, 'notePresence' | 'enterHours'> = {
  notePresence: async ({ tx, record, user, today }, { id, day, presences }) => {
    const event = await getEvent(tx, id, unitScope(user))
    refuseClosed(event)
    if (!daysOfEvent(event).includes(day)) throw fieldRefused('day', 'events.errors.dayOutside')
    if (day > today) throw fieldRefused('day', 'events.errors.notYet')
    const list = new Map((await listMembersOf(tx, event)).map((member) => [member.id, member]))
    const told = { before: [] as string[], after: [] as string[] }
    for (const { memberId, minutes } of presences) {
      const member = list.get(memberId)
      if (!member) throw notFound('events')
      const before = member.presences.find((presence) => presence.day === day)?.minutes ?? null
      if (before === minutes) continue
      if (member.served.some((served) => served.day === day)) throw ruleBroken('events.errors.hoursWritten')
      await queries.writePresence(tx, memberId, day, minutes)
      const line = (value: number | null) =>
        value === null ? [] : [`${member.registerNumber}: ${value / 60} h`]
      told.before.push(...line(before))
      told.after.push(...line(minutes))
    }
    if (told.before.length + told.after.length > 0)
      await record({
        kind: 'events',
        recordId: id,
        action: 'presenceNoted',
        before: { presences: told.before },
        after: { presences: told.after },
      })
  },

  enterHours: async (context, { id, isConfirmed }) => {
    const { tx, record, user } = context
    if (isConfirmed && !mayDo(user, 'hours.confirm'))
      throw new AppError('FORBIDDEN', { permission: 'hours.confirm' })
    const event = await getEvent(tx, id, unitScope(user))
    refuseClosed(event)
    const refused = []
    const entered = new Map<string, Set<number>>()
    let written = 0
    for (const { agreement, presences, served, surname, firstNames } of await listMembersOf(tx, event)) {
      if (!agreement) continue
      for (const { day, minutes } of presences) {
        if (minutes === 0) continue
        const month = day.slice(0, 7)
        entered.set(month, (entered.get(month) ?? new Set()).add(agreement.id))
        if (served.some((each) => each.day === day)) continue
        // Who was there from the beginning to the end served at the hours of the event.
        const isWhole = minutes === minutesOfDay(event)
        const entry = {
          agreementId: agreement.id,
          servedOn: day,
          minutes,
          fromMinute: isWhole ? event.fromMinute : null,
          toMinute: isWhole ? event.toMinute : null,
          place: event.place,
          task: '',
        }
        try {
          await enterHours(context, entry)
          written++
        } catch (error) {
          const problem = { level: 'stop' as const, ...problemOf(error) }
          refused.push({ name: `${surname} ${firstNames}`, problem })
        }
      }
    }
    if (isConfirmed)
      for (const [month, agreementIds] of entered)
        await confirmHours(context, { month, agreementIds: [...agreementIds] })
    if (written > 0)
      await record({ kind: 'events', recordId: id, action: 'hoursEntered', after: { entries: written } })
    return { written, refused }
  },
}
