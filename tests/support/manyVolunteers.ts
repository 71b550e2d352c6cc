import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { openDatabase } from '#main/database/database.ts'
import { insertVolunteer } from '#main/features/volunteers/volunteers.queries.ts'
import { newSession } from '#main/kit/context.ts'
import { createServer } from '#main/server.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { aVolunteer, centre } from './builders.ts'
import { password } from './people.ts'
import { type Api, resourcesFolder } from './testApp.ts'

/** In the order of the Polish alphabet; the volunteers have them in turn. */
const surnames = ['Adamczyk', 'Bąk', 'Ćwik', 'Lis', 'Łukasik', 'Nowak', 'Źrebak', 'Żak']

const towns = ['Łódź', 'Lublin', 'Łęczna', '']

/** Fills an empty folder with a centre, its administrator `anna`, and so many volunteers: `Adamczyk Osoba 00001` … */
async function makeVolunteers(folder: string, count: number): Promise<void> {
  const server = await createServer({ dataFolder: folder, resourcesFolder })
  const api = createRouterClient(server.router, { context: { session: newSession() } }) as unknown as Api
  await api.settings.setUp({
    centre,
    administrator: { login: 'anna', fullName: 'Anna Administrator', password },
  })
  await server.close()
  const database = openDatabase(join(folder, 'osrodek.db'))
  try {
    await database.writer.transaction().execute(async (tx) => {
      for (let index = 0; index < count; index++) {
        const number = String(index + 1).padStart(5, '0')
        const volunteer = aVolunteer({
          surname: surnames[index % surnames.length] ?? '',
          firstNames: `Osoba ${number}`,
          pesel: '',
          birthOn: `${1950 + (index % 60)}-06-15`,
          town: towns[index % towns.length] ?? '',
        })
        await insertVolunteer(tx, volunteerFields.parse(volunteer), {
          registerNumber: `WOL/${index + 1}/2026`,
          registerKey: `2026/${number}`,
          importId: null,
          createdAt: '2026-01-02T08:00:00.000Z',
        })
      }
    })
  } finally {
    database.close()
  }
}

// A program of its own, because the test runner loads files in a way that the database's module does not bear.
const [folder = '', count = '0'] = process.argv.slice(2)
await makeVolunteers(folder, Number(count))
