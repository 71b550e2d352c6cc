import envPaths from 'env-paths'

/** Where the data are kept: as asked (`--data`, `OSRODEK_DATA`), or in the user's application-data folder. */
export function dataFolder(asked: string | undefined): string {
  return asked || process.env.OSRODEK_DATA || envPaths('Osrodek', { suffix: '' }).data
}
