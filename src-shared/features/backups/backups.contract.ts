import { command, output, query } from '../../kit/procedure.ts'

/** One backup file; all listed have been opened and checked. */
export interface BackupLine {
  name: string
  madeAt: string
  bytes: number
}

export const backupsContract = {
  /** The backups kept in the data folder, newest first, and whether the last automatic one failed. */
  list: query('backups.manage').output(
    output<{ backups: BackupLine[]; folder: string; didLastFail: boolean }>(),
  ),

  /**
   * Makes a backup now, opens and checks it, and removes the oldest beyond fourteen. Refuses where the folder of
   * backups has no room or cannot be written (`backups.errors.*`).
   */
  make: command('backups.manage').output(output<BackupLine>()),
}
