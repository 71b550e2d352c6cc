import type { eventsContract } from '#shared/features/events/events.contract.ts'
import { placeOf } from '#shared/features/events/events.document.ts'
import { daysText } from '#shared/features/events/events.rules.ts'
import { formatTimeSpan } from '#shared/kit/clock.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { defineRegister, type Register } from '#shared/kit/register/register.ts'
import type { Db } from '../../database/database.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { pageWords, wordOf } from '../../kit/register/cells.ts'
import { toCsv } from '../../kit/register/files.ts'
import { getEvent, listMembersOf } from './events.reader.ts'

/** The columns of the list; an insurer gets names and birth dates, and nothing else (GDPR art. 5(1)(c)). */
const columns = defineRegister({
  name: 'insured',
  read: 'events.read',
  write: 'events.write',
  mainField: 'surname',
  fields: { surname: { type: 'text' }, firstNames: { type: 'text' }, birthOn: { type: 'day' } },
}) as unknown as Register

/** Those who are insured by the policy of an event: whose agreement was concluded. Refuses where there is nobody. */
async function insuredOf(db: Db, id: number, unitId: number | null) {
  const event = await getEvent(db, id, unitId)
  const list = await listMembersOf(db, event)
  const people = list
    .filter(({ agreement }) => agreement !== null)
    .map(({ surname, firstNames, birthOn }) => ({ surname, firstNames, birthOn }))
  if (people.length === 0) throw ruleBroken('events.errors.nobodyInsured')
  return { event, people }
}

function insuredTexts(texts: object) {
  const fields = {
    surname: wordOf(texts, 'volunteers.fields.surname'),
    firstNames: wordOf(texts, 'volunteers.fields.firstNames'),
    birthOn: wordOf(texts, 'volunteers.fields.birthOn'),
  }
  return { ...texts, insured: { fields } }
}

async function note({ record }: Pick<CommandContext, 'record'>, id: number, action: string, rows: number) {
  await record({ kind: 'events', recordId: id, action, after: { rows } })
}

/** The handlers of the list of insured persons; it leaves the centre in Polish, for a Polish insurer. */
export const eventsInsuredHandlers: Pick<
  Handlers<typeof eventsContract>,
  'exportInsured' | 'printInsured'
> = {
  exportInsured: inSteps({
    before: async ({ db, user, services }, { id }) => {
      const { event, people } = await insuredOf(db, id, unitScope(user))
      const texts = insuredTexts(services.texts.pl)
      const csv = await toCsv({
        register: columns,
        columns: Object.keys(columns.fields),
        rows: people,
        texts,
      })
      const name = `${wordOf(texts, 'events.insured.title')} ${event.startsOn}.csv`
      return { fileName: name, content: csv.toString('base64'), rows: people.length }
    },
    run: async (context, { id }, file) => {
      await note(context, id, 'insuredExported', file.rows)
      return file
    },
  }),

  printInsured: inSteps({
    before: async ({ db, user, services, now }, { id }) => {
      const { event, people } = await insuredOf(db, id, unitScope(user))
      const texts = services.texts.pl
      const policy = [event.nnwInsurer, event.nnwPolicy].filter(Boolean).join(', ')
      const pages = services.compiler.pages('list', {
        page: pageWords(texts, 'pl'),
        title: wordOf(texts, 'events.insured.title'),
        filters: [event.name, daysText(event), formatTimeSpan(event), placeOf(event), policy]
          .filter(Boolean)
          .join(' · '),
        count: `${wordOf(texts, 'list.rows')}: ${people.length}`,
        by: `${user.fullName}, ${formatInstant(now)}`,
        columns: [
          { title: wordOf(texts, 'events.insured.position'), width: 6, right: true },
          ...Object.values(insuredTexts(texts).insured.fields).map((title) => ({
            title,
            width: 24,
            right: false,
          })),
        ],
        rows: people.map(({ surname, firstNames, birthOn }, index) => [
          `${index + 1}.`,
          surname,
          firstNames,
          birthOn ? formatDay(birthOn) : '',
        ]),
      })
      return { pages, rows: people.length }
    },
    run: async (context, { id }, { pages: { count, ...pages }, rows }) => {
      await note(context, id, 'insuredPrinted', rows)
      return { ...pages, pages: count, rows }
    },
  }),
}
