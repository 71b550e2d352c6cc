import { useTranslation } from 'react-i18next'
import type { MonitoringStage, Rhythm } from '#shared/features/placements/placements.monitoring.rules.ts'

/** A rhythm in words: `po 2 dniach, co tydzień × 4, potem co miesiąc; rozmowa co 3 miesiące`. */
export function useRhythmWords(): (rhythm: Rhythm) => string {
  const { t } = useTranslation()
  const each = ({ every, unit }: Pick<MonitoringStage, 'every' | 'unit'>) =>
    t(`monitoring.each.${unit}`, { count: every })
  return ({ stages, talkEveryMonths }) => {
    const words = stages.map((stage, index) => {
      if (stage.times === 1) return t(`monitoring.after.${stage.unit}`, { count: stage.every })
      if (stage.times !== null) return t('monitoring.someTimes', { each: each(stage), times: stage.times })
      return index === 0 ? each(stage) : t('monitoring.afterwards', { each: each(stage) })
    })
    const talk =
      talkEveryMonths === null
        ? []
        : [t('monitoring.talk', { each: each({ every: talkEveryMonths, unit: 'month' }) })]
    return [words.join(', '), ...talk].join('; ')
  }
}
