import { z } from 'zod'
import { optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** A kind of activity (rodzaj działania wolontariusza): what somebody may volunteer for, and what it brings with it. */
export const kindFields = z.object({
  name: requiredText(120),
  description: optionalText(300),
  /** Does it bring contact with minors? Then the verification of art. 21 of the act on the protection of minors is asked for. */
  withMinors: z.boolean().default(false),
  /** Does it take place in the homes of families? */
  atHome: z.boolean().default(false),
  /** Does it bring data of those whom the centre helps? Then secrecy is asked for. */
  withClients: z.boolean().default(false),
  /** May it be chosen from now on? Who chose it keeps it. */
  isActive: z.boolean().default(true),
})
export type KindFields = z.output<typeof kindFields>

export interface ActivityKind extends KindFields {
  id: number
  /** How many volunteers chose it. */
  volunteers: number
  /** Does anything refer to it? Then it can be closed, but not removed. */
  isUsed: boolean
  version: number
}

export const kindsContract = {
  /** All kinds of activity in Polish order, closed ones included. */
  list: query('requirements.read').output(output<ActivityKind[]>()),

  /** Refuses a name that differs from an existing one only in case or marks. */
  create: command('requirements.configure').input(kindFields).output(output<ActivityKind>()),

  /** Changes a kind; what is asked for it, and with it the status of people, follows at once. */
  change: command('requirements.configure')
    .input(kindFields.safeExtend(rowVersion.shape))
    .output(output<ActivityKind>()),

  /**
   * Removes a kind to which nothing refers. Refuses one that volunteers chose or rules name
   * (`requirements.errors.kindInUse`), and one of placements or needs (`kindHeld`, with how many).
   */
  remove: command('requirements.configure').input(rowVersion).output(output<void>()),
}
