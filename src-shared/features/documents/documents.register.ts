import { defineRegister } from '../../kit/register/register.ts'

/** What becomes of a document: issued, signed, delivered; or cancelled, with its number. */
export const documentStates = ['issued', 'signed', 'delivered', 'cancelled'] as const

/** How a document reached its addressee. */
export const deliveries = ['inPerson', 'post', 'eDelivery', 'email'] as const

/** The kinds of documents in the register: those a clerk writes, and agreements. */
export const kindCodes = [
  'agreement',
  'applicationCard',
  'guardianConsent',
  'costWaiver',
  'safetyInformation',
  'verificationCard',
  'privacyNotice',
  'dataAuthorisation',
  'agreementConfirmation',
  'annex',
  'termination',
  'certificate',
  'opinion',
  'placement',
  'badge',
  'introduction',
  'costSettlement',
  'eventList',
  'hoursCard',
  'letter',
] as const

/** Issued documents, newest first. Their content never changes: what is issued is frozen. */
export const documentsRegister = defineRegister({
  name: 'documents',
  read: 'documents.read',
  write: 'documents.write',
  openFiles: 'documents.read',
  mainField: 'issuedAt',
  nameField: 'title',
  defaultDirection: 'descending',
  fields: {
    title: { type: 'text', isUnsorted: true },
    kind: { type: 'choice', values: kindCodes, texts: 'documents.kinds', isHidden: true },
    person: { type: 'text' },
    caseSign: { type: 'text' },
    unit: { type: 'reference', to: 'units' },
    issuedOn: { type: 'day' },
    issuedAt: { type: 'instant' },
    state: { type: 'choice', values: documentStates, texts: 'documents.states' },
    signatory: { type: 'text', isHidden: true },
    project: { type: 'reference', to: 'projects', isHidden: true, isUnsorted: true },
    issuedBy: { type: 'reference', to: 'accounts', isUnsorted: true },
    deliveredOn: { type: 'day', isHidden: true },
  },
})
