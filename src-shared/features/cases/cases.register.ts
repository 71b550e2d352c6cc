import { defineRegister } from '../../kit/register/register.ts'

/** Open, closed, or a number that was given by mistake. */
export const caseStates = ['open', 'closed', 'cancelled'] as const

/** The cases of the centre, by class of the file plan and year: filtered so, its print is the list of cases (spis spraw). */
export const casesRegister = defineRegister({
  name: 'cases',
  read: 'cases.read',
  write: 'cases.write',
  mainField: 'sign',
  fields: {
    sign: { type: 'text' },
    subject: { type: 'text' },
    fileClass: { type: 'reference', to: 'fileClasses' },
    year: { type: 'number' },
    unit: { type: 'reference', to: 'units' },
    openedOn: { type: 'day' },
    closedOn: { type: 'day' },
    state: { type: 'choice', values: caseStates, texts: 'cases.states' },
    category: { type: 'text', isHidden: true },
    isPaper: { type: 'flag', isHidden: true },
  },
})
