import type { Month } from '#shared/kit/months.ts'

/** Where somebody last worked in the log of hours: ids and a month, nothing about anybody. */
export interface PlaceLeft {
  month: Month
  unitId: number | null
  from: number
  agreementId?: number | undefined
  day?: string | undefined
}

/** By user, so that two people at one computer each find their own place; forgotten when the program is closed. */
const places = new Map<number, PlaceLeft>()

/** Where this user left the log. */
export function placeLeft(userId: number): PlaceLeft | undefined {
  return places.get(userId)
}

/** Notes where this user is. */
export function leavePlace(userId: number, place: PlaceLeft): void {
  places.set(userId, place)
}
