import { beforeEach, expect, test } from 'vitest'
import { type Api, openTestApp } from '#tests/support/testApp.ts'
import { anActiveVolunteer, proposed } from './writing.ts'

let api: Api
beforeEach(async () => {
  const app = await openTestApp()
  api = app.api
  return () => app.close()
})

test('an event stops without a policy and with a child, and warns of each minor', async () => {
  const adult = await anActiveVolunteer(api)
  const people = [adult.volunteer.id]
  for (const birthOn of ['2011-04-03', '2012-04-03', '2020-04-03']) {
    const { id } = await api.volunteers.create({ surname: 'Młody', firstNames: 'Jan', birthOn } as never)
    people.push(id)
  }
  const fields = await proposed(
    api,
    { kind: 'eventList', signatoryId: adult.signatory.id, input: { eventOn: '2026-12-05' } },
    [...people, 4711],
  )
  expect(fields.input.people).toHaveLength(4)
  const { problems } = await api.documents.preview(fields)
  const keys = problems.map(({ key, level }) => `${level} ${key.replace('documents.problems.', '')}`)
  const withoutPolicy = problems.filter(({ basis }) => basis === 'eventInsurance')
  expect(withoutPolicy.map(({ level, field }) => `${level} ${field}`)).toEqual([
    'stop insurer',
    'stop policy',
    'stop provider',
  ])
  expect(keys.filter((key) => key === 'warning eventMinor')).toHaveLength(2)
  expect(keys.filter((key) => key === 'stop eventChild')).toHaveLength(1)
  expect(keys).not.toContain('stop personGone')
  const withGone = { ...fields, input: { ...fields.input, people: [{ id: 4711, name: 'Nikt' }] } }
  const gone = await api.documents.preview(withGone)
  expect(gone.problems.map(({ key }) => key)).toContain('documents.problems.personGone')
})
