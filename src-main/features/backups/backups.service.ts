import type { backupsContract } from '#shared/features/backups/backups.contract.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'

export const backupsHandlers: Handlers<typeof backupsContract> = {
  list: ({ services: { storage } }) => ({
    backups: storage.backups(),
    folder: storage.backupFolder(),
    didLastFail: storage.didBackupFail,
  }),

  make: inSteps({
    before: ({ services: { storage }, now }) => storage.backUp(new Date(now)),
    run: async ({ record }, _input, backup) => {
      await record({ kind: 'backups', recordId: null, action: 'made', after: { name: backup.name } })
      return backup
    },
  }),
}
