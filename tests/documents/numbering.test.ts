import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openStorage } from '#main/database/storage.ts'
import { noteNumber, numberKey, takeNumber } from '#main/documents/numbering.ts'
import { inTransaction } from '#main/kit/pipeline.ts'
import { ownFolder } from '#tests/support/folders.ts'

async function openNumbers() {
  const storage = await openStorage(ownFolder(), 'main', () => new Date())
  onTestFinished(() => storage.close())
  return {
    take: (series = 'agreements', year = 2026) =>
      inTransaction(storage, (tx) => takeNumber(tx, series, year)),
    note: (number: number, year = 2026) =>
      inTransaction(storage, (tx) => noteNumber(tx, 'agreements', year, number)),
    takeAndFail: () =>
      inTransaction(storage, async (tx) => {
        await takeNumber(tx, 'agreements', 2026)
        throw new Error('the act fails')
      }),
  }
}

describe('a series', () => {
  test('begins at 1 and goes up by one, for each series and year by itself', async () => {
    const { take } = await openNumbers()
    expect([await take(), await take(), await take()]).toEqual([1, 2, 3])
    expect(await take('agreements', 2027)).toBe(1)
    expect(await take('certificates')).toBe(1)
    expect(await take()).toBe(4)
  })

  test('takes back the number of an act that failed', async () => {
    const { take, takeAndFail } = await openNumbers()
    await take()
    await expect(takeAndFail()).rejects.toThrow('the act fails')
    expect(await take()).toBe(2)
  })

  test('gives no number twice, however many ask at once', async () => {
    const { take } = await openNumbers()
    const numbers = await Promise.all(Array.from({ length: 50 }, () => take()))
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  })

  test('goes on after what was given on paper, and never goes down', async () => {
    const { take, note } = await openNumbers()
    await note(17)
    expect(await take()).toBe(18)
    await note(5)
    await note(18)
    expect(await take()).toBe(19)
    await note(3, 2025)
    expect(await take('agreements', 2025)).toBe(4)
  })

  test('whatever is given and noted in turn, each number is higher than all before', async () => {
    const { take, note } = await openNumbers()
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1800, max: 2299 }),
        fc.array(fc.option(fc.integer({ min: 1, max: 200 })), { maxLength: 15 }),
        async (year, acts) => {
          let highest = await take('agreements', year)
          for (const noted of acts) {
            if (noted === null) {
              expect(await take('agreements', year)).toBe(++highest)
            } else {
              await note(noted, year)
              highest = Math.max(highest, noted)
            }
          }
        },
      ),
      { numRuns: 20 },
    )
  })
})

test('numbers of all years sort by their keys', () => {
  expect(numberKey(2026, 17)).toBe('2026/000017')
  const number = fc.record({
    year: fc.integer({ min: 1800, max: 2299 }),
    sequence: fc.integer({ min: 1, max: 999_999 }),
  })
  fc.assert(
    fc.property(number, number, (a, b) => {
      const order = Math.sign(a.year - b.year || a.sequence - b.sequence)
      const [left, right] = [numberKey(a.year, a.sequence), numberKey(b.year, b.sequence)]
      expect(Math.sign(Number(left > right) - Number(left < right))).toBe(order)
    }),
  )
})
