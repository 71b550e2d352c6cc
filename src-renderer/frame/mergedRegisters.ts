/** The registers whose records can be merged, each with the page of a record. */
export const recordPages = {
  volunteers: '/volunteers/$id',
  agreements: '/agreements/$id',
  staff: '/staff/$id',
  units: '/units/$id',
} as const

/** A register whose records can be merged. */
export type MergedRegisterName = keyof typeof recordPages

/** The register that an address names; volunteers where it names none. */
export function mergedRegisterOf(name: string): MergedRegisterName {
  return name in recordPages ? (name as MergedRegisterName) : 'volunteers'
}
