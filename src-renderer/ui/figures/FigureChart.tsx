import { Bar, BarChart, LabelList, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'

/** What is drawn in one colour: a part of each bar, or a bar of its own. */
export interface FigureSeries {
  key: string
  title: string
  colour: string
}

interface FigureChartProps {
  label: string
  series: readonly FigureSeries[]
  /** A line each, with its figures by the keys of the series. */
  lines: readonly { name: string; figures: Readonly<Record<string, number>> }[]
  /** Do the series make a whole, so that they stand one after the other in one bar? */
  isStacked?: boolean
  /** How a figure is written, where it is not a plain number. */
  textOf?: (figure: number) => string
}

/** A figure as it is written in Poland: 7,5. */
function figureText(figure: unknown): string {
  return String(figure ?? '').replace('.', ',')
}

/** Figures as bars. All that it shows stands in the table too. */
export function FigureChart({ label, series, lines, isStacked = false, textOf }: FigureChartProps) {
  const written = (figure: unknown) =>
    textOf && typeof figure === 'number' ? textOf(figure) : figureText(figure)
  const shown = series.filter(({ key }) => lines.some(({ figures }) => (figures[key] ?? 0) > 0))
  const rows = lines.map(({ name, figures }) => {
    // The whole of a stacked bar stands at its end, which is the end of the last part that there is.
    const last = shown.findLast(({ key }) => (figures[key] ?? 0) > 0)
    const total = shown.reduce((sum, { key }) => sum + (figures[key] ?? 0), 0)
    const ends = isStacked
      ? last && { [`${last.key}End`]: total }
      : Object.fromEntries(shown.map(({ key }) => [`${key}End`, figures[key] || undefined]))
    return { name, ...figures, ...ends }
  })
  const height = isStacked ? 36 : 16 + shown.length * 18
  return (
    <div role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height={rows.length * height + 60}>
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
          <Tooltip
            cursor={{ fill: 'var(--mantine-color-default-hover)' }}
            isAnimationActive={false}
            formatter={written}
          />
          <Legend
            iconType="square"
            itemSorter={null}
            formatter={(title) => <span style={{ color: 'var(--mantine-color-text)' }}>{title}</span>}
          />
          {shown.map(({ key, title, colour }) => (
            <Bar
              key={key}
              dataKey={key}
              name={title}
              {...(isStacked && { stackId: 'whole' })}
              fill={colour}
              isAnimationActive={false}
              barSize={isStacked ? 20 : 14}
            >
              <LabelList
                dataKey={`${key}End`}
                position="right"
                formatter={written}
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
