import { z } from 'zod'
import { day, requiredText } from '../../kit/fields.ts'
import { command, output } from '../../kit/procedure.ts'

export const documentsOpinionsContract = {
  /**
   * Declines to give an opinion on a volunteer, which the centre may (UDPP art. 44 ust. 3). Nothing is printed and nothing is
   * weighed: who asked and when stands in the history of the volunteer. Refuses a day that has not come.
   */
  declineOpinion: command('documents.write')
    .input(
      z.object({
        volunteerId: z.int().positive(),
        askedOn: day,
        /** Who asked: the volunteer, or somebody with the volunteer's consent. */
        askedBy: requiredText(200),
      }),
    )
    .output(output<void>()),
}
