import type { TreeUnit, UnitChart } from '#shared/features/units/units.contract.ts'
import { unitsPl } from '#shared/features/units/units.pl.ts'
import { type Branch, treeOf } from '#shared/features/units/units.rules.ts'
import { type Day, formatDay, formatInstant } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import type { Services } from '../../kit/context.ts'
import { getCentre } from '../settings/settings.service.ts'
import { treeOn } from './units.tree.service.ts'

/** The organisation chart of a day, drawn on A4 lying; who asked for it and when stands at its foot. */
export async function chartOf(
  db: Db,
  { compiler }: Pick<Services, 'compiler'>,
  on: Day,
  by: { fullName: string; at: string },
): Promise<UnitChart> {
  const { name } = await getCentre(db)
  const { svg, count, width, height } = compiler.pages('unit-chart', {
    centre: name,
    on: formatDay(on),
    footer: `${name} · ${by.fullName}, ${formatInstant(by.at)}`,
    branches: treeOf(await treeOn(db, on)).map(toBox),
  })
  return { svg, pages: count, width, height }
}

function toBox({ unit, children }: Branch<TreeUnit>): object {
  const { kind, numberLabel, symbol, address, headName } = unit
  const isNumbered = numberLabel !== '' && !unit.name.endsWith(` ${numberLabel}`)
  const kindLine = [unitsPl.kinds[kind], isNumbered && numberLabel, symbol].filter(Boolean).join(' ')
  const hasKind = kind !== 'other' && !unit.name.toLowerCase().startsWith(unitsPl.kinds[kind])
  return {
    unit: {
      name: unit.name,
      lines: [hasKind && kindLine, headName && `${unitsPl.fields.headId}: ${headName}`, address].filter(
        Boolean,
      ),
    },
    children: children.map(toBox),
  }
}
