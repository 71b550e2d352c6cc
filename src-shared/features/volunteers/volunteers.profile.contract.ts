import { z } from 'zod'
import { day, longText, optionalDay, optionalText, phone, postCode, requiredText } from '../../kit/fields.ts'
import { isSpan, tidyAvailability } from './volunteers.availability.rules.ts'
import {
  consentKinds,
  engagements,
  identityDocumentKinds,
  institutionKinds,
  languageLevels,
  legalStatuses,
  signLevels,
  signSystems,
} from './volunteers.register.ts'

/**
 * Who acts for a volunteer without full capacity; empty where nobody said yet. `curator` is the kurator of a person who is
 * incapacitated in part.
 */
export const guardianRelations = ['', 'parent', 'legalGuardian', 'fosterParent', 'curator', 'other'] as const

/** Who acts for a volunteer, how to reach them, and whether the paper of their consent was handed in. */
const guardian = z
  .object({
    name: optionalText(120),
    relation: z.enum(guardianRelations).default(''),
    phone,
    /** Only where it is another than the volunteer's. */
    address: optionalText(240),
    /** The day on the paper of the consent; null where none was handed in. */
    consentOn: optionalDay,
    /** Where that paper is kept. */
    consentKeptAt: optionalText(120),
  })
  .refine(({ name, phone }) => name !== '' || phone !== '', {
    path: ['name'],
    error: 'volunteers.errors.guardianEmpty',
  })

const language = z.object({ name: requiredText(60), level: z.enum(languageLevels).default('') })

const signLanguage = z.object({ system: z.enum(signSystems), level: z.enum(signLevels).default('') })

const span = z
  .object({ weekday: z.int().min(1).max(7), from: z.int(), to: z.int() })
  .refine(isSpan, { error: 'volunteers.errors.hours' })

/** A consent that can be withdrawn at any time (GDPR art. 7(3)); its text is the clause of the card. */
const consent = z
  .object({
    about: z.enum(consentKinds),
    givenOn: day,
    withdrawnOn: optionalDay,
    /** Where the paper with the consent is kept. */
    keptAt: optionalText(120),
  })
  .superRefine(({ givenOn, withdrawnOn }, context) => {
    if (withdrawnOn !== null && withdrawnOn < givenOn)
      context.addIssue({
        code: 'custom',
        path: ['withdrawnOn'],
        message: 'volunteers.errors.withdrawnBefore',
      })
  })

/** What a volunteer can, may and wants, and who acts for them: the parts of the record that have rows of their own. */
export const profileShape = {
  /** Where letters go; empty where that is the address of residence. */
  mailStreet: optionalText(120),
  mailPostCode: postCode,
  mailTown: optionalText(80),
  /** A foreigner's document, only where there is no PESEL (GDPR art. 5(1)(c)). */
  identityDocumentKind: z.enum(identityDocumentKinds).default(''),
  identityDocument: optionalText(40),
  /** Decided by a court (KC art. 13 and 16); legal capacity follows from it and from the age. */
  legalStatus: z.enum(legalStatuses).default('byAge'),
  /** A student placement (praktyka) has no volunteer agreement but one with the school. */
  engagement: z.enum(engagements).default('volunteering'),
  /** The school, university, employer or organisation with which the volunteer comes. */
  institutionKind: z.enum(institutionKinds).default(''),
  institution: optionalText(160),
  /** How the volunteer heard of volunteering here. */
  source: optionalText(120),
  /** With whom or what the volunteer must not be put together; read only by who edits the record. */
  conflictNotes: longText(2000),
  guardians: z.array(guardian).max(6).default([]),
  skills: z
    .array(optionalText(80))
    .max(30)
    .default([])
    .transform((names) => [...new Set(names.filter(Boolean))]),
  languages: z.array(language).max(20).default([]),
  signLanguages: z
    .array(signLanguage)
    .max(signSystems.length)
    .refine((list) => new Set(list.map(({ system }) => system)).size === list.length, {
      error: 'volunteers.errors.signTwice',
    })
    .default([]),
  availability: z.array(span).max(60).default([]).transform(tidyAvailability),
  /** What the volunteer would like to do, in the volunteer's own words. */
  activityWishes: z
    .array(optionalText(120))
    .max(20)
    .default([])
    .transform((wishes) => [...new Set(wishes.filter(Boolean))]),
  /** Where the volunteer would like to serve. */
  preferredUnits: z
    .array(z.object({ id: z.int().positive(), text: optionalText(200) }))
    .max(20)
    .default([]),
  consents: z.array(consent).max(40).default([]),
}
