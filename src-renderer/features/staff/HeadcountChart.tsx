import { useTranslation } from 'react-i18next'
import { Bar, BarChart, LabelList, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { staffGroups } from '#shared/features/positions/positions.contract.ts'
import type { HeadcountLine } from '#shared/features/staff/staff.headcount.rules.ts'
import { useHeadcountNames } from './useHeadcountNames.ts'

const colours = {
  managers: 'var(--app-managers)',
  socialWorkers: 'var(--app-social-workers)',
  specialists: 'var(--app-specialists)',
  administration: 'var(--app-administration)',
}

/** A headcount as bars, one part for each group. All that it shows stands in the table too. */
export function HeadcountChart({ lines }: { lines: HeadcountLine[] }) {
  const { t } = useTranslation()
  const nameOf = useHeadcountNames()
  const shown = staffGroups.filter((group) => lines.some(({ groups }) => groups[group] > 0))
  const rows = lines.map((line) => {
    // The total stands at the end of the bar, which is the end of the last part that there is.
    const last = shown.findLast((group) => line.groups[group] > 0)
    return { name: nameOf(line), ...line.groups, ...(last && { [`${last}End`]: line.total }) }
  })
  return (
    <div role="img" aria-label={t('staff.headcount.chart')}>
      <ResponsiveContainer width="100%" height={rows.length * 36 + 60}>
        <BarChart data={rows} layout="vertical" margin={{ left: 8, right: 40 }} accessibilityLayer={false}>
          <XAxis type="number" hide allowDecimals={false} />
          <YAxis
            type="category"
            dataKey="name"
            width={280}
            interval={0}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--mantine-color-text)', fontSize: 13 }}
          />
          <Tooltip cursor={{ fill: 'var(--mantine-color-default-hover)' }} isAnimationActive={false} />
          <Legend
            iconType="square"
            itemSorter={null}
            formatter={(group) => <span style={{ color: 'var(--mantine-color-text)' }}>{group}</span>}
          />
          {shown.map((group) => (
            <Bar
              key={group}
              dataKey={group}
              name={t(`positions.groups.${group}`)}
              stackId="people"
              fill={colours[group]}
              isAnimationActive={false}
              barSize={20}
            >
              <LabelList
                dataKey={`${group}End`}
                position="right"
                fill="var(--mantine-color-text)"
                fontSize={13}
              />
            </Bar>
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}
