import { defineRegister } from '../../kit/register/register.ts'

/** Issued documents, newest first. They never change: what is issued is frozen. */
export const documentsRegister = defineRegister({
  name: 'documents',
  read: 'documents.read',
  write: 'documents.print',
  mainField: 'issuedAt',
  defaultDirection: 'descending',
  fields: {
    title: { type: 'text', isUnsorted: true },
    person: { type: 'reference', to: 'volunteers' },
    unit: { type: 'reference', to: 'units' },
    issuedOn: { type: 'day' },
    issuedAt: { type: 'instant' },
    issuedBy: { type: 'reference', to: 'accounts', isUnsorted: true },
    isCancelled: { type: 'flag', isHidden: true, isUnsorted: true },
  },
})
