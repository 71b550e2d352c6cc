import type { backupsContract } from '#shared/features/backups/backups.contract.ts'
import { whyNoBackup } from '../../database/backup.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'

export const backupsHandlers: Handlers<typeof backupsContract> = {
  list: ({ services: { storage } }) => ({
    backups: storage.backups(),
    folder: storage.backupFolder(),
    didLastFail: storage.didBackupFail,
  }),

  make: inSteps({
    before: async ({ services: { storage }, now }) => {
      try {
        return await storage.backUp(new Date(now))
      } catch (error) {
        const reason = whyNoBackup(error)
        throw reason ? ruleBroken(`backups.errors.${reason}`) : error
      }
    },
    run: async ({ record }, _input, backup) => {
      await record({ kind: 'backups', recordId: null, action: 'made', after: { name: backup.name } })
      return backup
    },
  }),
}
